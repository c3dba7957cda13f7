"""Records conversations of libzmq, byte by byte, through a small TCP proxy.

    python3 record.py FOLDER

writes one NAME.json for each conversation: who takes part, and what each side sent in which order. Bytes that one side
sent in succession are one entry, in hexadecimal digits. In "3.0" the proxy changes the version in both greetings, so
that each side speaks as it does to an older one. Needs pyzmq; what stands here is of pyzmq 24.0 on libzmq 4.3.4.
"""
import json
import os
import socket
import sys
import threading

import zmq

MINOR_AT = 11
TIMEOUT = 10000


class Proxy:
    """Passes bytes on between one client and the server, and keeps them."""

    def __init__(self, server_port, as_zmtp_3_0=False):
        self.server_port = server_port
        self.as_zmtp_3_0 = as_zmtp_3_0
        self.entries = []
        self.lock = threading.Lock()
        self.listener = socket.create_server(('127.0.0.1', 0))
        self.port = self.listener.getsockname()[1]
        self.threads = [threading.Thread(target=self.accept, daemon=True)]
        self.threads[0].start()

    def accept(self):
        client, _ = self.listener.accept()
        self.listener.close()
        server = socket.create_connection(('127.0.0.1', self.server_port))
        for source, target, name in ((client, server, 'client'), (server, client, 'server')):
            thread = threading.Thread(target=self.pump, args=(source, target, name), daemon=True)
            self.threads.append(thread)
            thread.start()

    def pump(self, source, target, name):
        sent = 0
        while True:
            try:
                data = source.recv(65536)
            except OSError:
                data = b''
            if not data:
                break
            if self.as_zmtp_3_0 and sent <= MINOR_AT < sent + len(data):
                changed = bytearray(data)
                changed[MINOR_AT - sent] = 0
                data = bytes(changed)
            sent += len(data)
            with self.lock:
                if self.entries and self.entries[-1]['from'] == name:
                    self.entries[-1]['hex'] += data.hex()
                else:
                    self.entries.append({'from': name, 'hex': data.hex()})
                try:
                    target.sendall(data)
                except OSError:
                    break
        try:
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass


class Conversation:
    """A server that is bound, and a client that is connected to it through the proxy."""

    def __init__(self, client_type, server_type, client_options=(), server_options=(), as_zmtp_3_0=False):
        self.context = zmq.Context()
        self.client_type, self.server_type = client_type, server_type
        self.server = self.open(server_type, server_options)
        port = self.server.bind_to_random_port('tcp://127.0.0.1')
        self.proxy = Proxy(port, as_zmtp_3_0)
        self.client = self.open(client_type, client_options)
        self.client.connect('tcp://127.0.0.1:%d' % self.proxy.port)

    def open(self, socket_type, options):
        opened = self.context.socket(getattr(zmq, socket_type))
        opened.linger = 0
        opened.rcvtimeo = TIMEOUT
        opened.sndtimeo = TIMEOUT
        opened.reconnect_ivl = -1
        for name, value in options:
            if isinstance(value, str):
                value = value.encode()
            opened.set(getattr(zmq, name), value)
        return opened

    def wait_for_bytes(self, side, count):
        """Waits until a side has sent so many entries."""
        for _ in range(TIMEOUT // 10):
            with self.proxy.lock:
                if sum(entry['from'] == side for entry in self.proxy.entries) >= count:
                    return
            threading.Event().wait(0.01)
        raise TimeoutError('%s did not speak %d times' % (side, count))

    def finish(self, folder, name):
        self.client.close()
        self.server.close()
        self.context.term()
        with self.proxy.lock:
            recording = {'client': self.client_type, 'server': self.server_type, 'libzmq': zmq.zmq_version(),
                         'bytes': self.proxy.entries}
        with open(os.path.join(folder, name + '.json'), 'w') as file:
            json.dump(recording, file, indent=1)
            file.write('\n')


def request_and_reply(talk):
    """A question from a client with an identity to a ROUTER, and its answer."""
    talk.client.send_multipart([b'', b'question', b'q' * 300])
    identity, empty, question, long = talk.server.recv_multipart()
    talk.server.send_multipart([identity, empty, b'answer to ' + question, long])
    talk.client.recv_multipart()


def router_to_router(talk):
    """As the plugins of the field do: both ends are ROUTERs, and say first whom they mean."""
    talk.client.router_mandatory = 1
    while True:
        try:
            talk.client.send_multipart([b'hub', b'', b'question'])
            break
        except zmq.ZMQError:
            threading.Event().wait(0.01)
    identity, empty, question = talk.server.recv_multipart()
    talk.server.send_multipart([identity, empty, b'answer'])
    talk.client.recv_multipart()


def query(talk):
    talk.client.send(b'question')
    identity, empty, question = talk.server.recv_multipart()
    talk.server.send_multipart([identity, empty, b'answer'])
    talk.client.recv()


def subscriptions(talk):
    """Two subscriptions, a message of each, one taken back, a message of the other."""
    talk.client.subscribe(b'lab')
    talk.client.subscribe(b'')
    assert talk.server.recv() == b'\x01lab'
    assert talk.server.recv() == b'\x01'
    talk.server.send_multipart([b'lab', b'hub', b'one'])
    talk.client.recv_multipart()
    talk.client.unsubscribe(b'')
    assert talk.server.recv() == b'\x00'
    talk.server.send_multipart([b'other', b'hub', b'two'])
    talk.server.send_multipart([b'lab', b'hub', b'three'])
    talk.client.recv_multipart()


def heartbeats(talk):
    talk.client.send(b'')
    talk.server.recv_multipart()
    talk.wait_for_bytes('server', 5)


def dealer_query(talk):
    talk.client.send(b'question')
    identity, question = talk.server.recv_multipart()
    talk.server.send_multipart([identity, b'answer'])
    talk.client.recv()


def greeting(talk):
    """A server of PLAIN needs a handler of ZAP to go on; the greetings are there before."""
    talk.wait_for_bytes('server', 2)


def curve_keys():
    public, secret = zmq.curve_keypair()
    client_public, client_secret = zmq.curve_keypair()
    client = (('CURVE_SERVERKEY', public), ('CURVE_PUBLICKEY', client_public), ('CURVE_SECRETKEY', client_secret))
    return client, (('CURVE_SERVER', 1), ('CURVE_SECRETKEY', secret))


def main(folder):
    lab, hub = (('IDENTITY', 'lab'),), (('IDENTITY', 'hub'),)
    curve_client, curve_server = curve_keys()
    plain_client = (('PLAIN_USERNAME', 'lab'), ('PLAIN_PASSWORD', 'secret'))
    beats = (('HEARTBEAT_IVL', 50), ('HEARTBEAT_TTL', 3000), ('HEARTBEAT_TIMEOUT', 5000))
    for name, talk, act in (
            ('dealer-router', lambda: Conversation('DEALER', 'ROUTER', lab), request_and_reply),
            ('router-router', lambda: Conversation('ROUTER', 'ROUTER', lab, hub), router_to_router),
            ('req-router', lambda: Conversation('REQ', 'ROUTER'), query),
            ('sub-xpub', lambda: Conversation('SUB', 'XPUB'), subscriptions),
            ('sub-xpub-3.0', lambda: Conversation('SUB', 'XPUB', as_zmtp_3_0=True), subscriptions),
            ('heartbeats', lambda: Conversation('DEALER', 'ROUTER', beats), heartbeats),
            ('curve', lambda: Conversation('DEALER', 'ROUTER', curve_client, curve_server), dealer_query),
            ('plain', lambda: Conversation('DEALER', 'ROUTER', plain_client, (('PLAIN_SERVER', 1),)), greeting)):
        conversation = talk()
        act(conversation)
        conversation.finish(folder, name)


if __name__ == '__main__':
    main(sys.argv[1])
