"""The way from a peer to its hub: connect, register, and a command socket that is known to work."""
import time

import zmq

import peer_schema as schema


class Link:
    """Sockets of one peer. Used by one thread only, as every ZeroMQ socket is."""

    def __init__(self, hub_uri, name, dealer=False):
        self.hub_uri = hub_uri
        self.name = name
        self.dealer = dealer
        self.context = zmq.Context()
        self.query = self.context.socket(zmq.REQ)
        self.query.connect(hub_uri)
        reply = self.ask(schema.connect_request(name))
        self.hub = reply['header']['source']
        self.publish = reply['content']['publish']
        self.registry = schema.decode(self.ask(schema.execute_request(name, self.hub, 'register')))
        self.command = self.context.socket(zmq.DEALER if dealer else zmq.ROUTER)
        self.command.setsockopt(zmq.IDENTITY, name.encode('utf-8'))
        self.command.setsockopt(zmq.SNDHWM, 0)
        self.command.setsockopt(zmq.RCVHWM, 0)
        self.command.connect(self.address(reply['content']['command']))
        self.handshake()

    def address(self, announced):
        """Of TCP only the port of an announcement can be trusted: the host is the one that already answered."""
        if self.hub_uri.startswith('ipc:'):
            return announced['uri']
        return '%s:%d' % (self.hub_uri.rsplit(':', 1)[0], announced['port'])

    def ask(self, request):
        self.query.send(schema.dumps(request))
        return schema.loads(self.query.recv())

    def handshake(self):
        """Ping the hub until it answers: a ROUTER at either end drops what comes before it knows its peer.

        Late answers stay behind; nothing waits for their sessions.
        """
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            self.send(schema.execute_request(self.name, self.hub, 'ping', schema.encode({}), silent=True))
            if self.command.poll(50):
                return
        raise TimeoutError('the hub does not answer on its command socket')

    def send(self, message):
        """Send a message, or bytes in its place."""
        frames = [b'', message if isinstance(message, bytes) else schema.dumps(message)]
        self.command.send_multipart(frames if self.dealer else [self.hub.encode('utf-8')] + frames)

    def receive(self):
        """The next message; None for one that cannot be read. Only the last frame counts."""
        payload = self.command.recv_multipart()[-1]
        if not payload:
            return None
        try:
            return schema.loads(payload)
        except (ValueError, RecursionError):
            return None

    def subscribe(self):
        """A socket that is known to receive every broadcast from here on."""
        socket = self.context.socket(zmq.SUB)
        socket.setsockopt(zmq.RCVHWM, 0)
        socket.setsockopt(zmq.SUBSCRIBE, b'')
        socket.connect(self.address(self.publish))
        own, deadline = self.name.encode('utf-8'), time.monotonic() + 10
        while time.monotonic() < deadline:
            # Connecting again changes nothing, and is broadcast: hearing ourselves proves the subscription.
            self.ask(schema.connect_request(self.name))
            while socket.poll(50):
                if socket.recv_multipart()[:1] == [own]:
                    self.skip_own_replies(socket, own)
                    return socket
        raise TimeoutError('the hub publishes nothing')

    def skip_own_replies(self, socket, own):
        while socket.poll(50):
            frames = socket.recv_multipart()
            if frames[1] == own and frames[2] == b'connect_reply':
                return
