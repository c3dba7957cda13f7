"""Records CURVE conversations of libzmq with the random numbers that each side has drawn.

    python3 record_curve.py FOLDER

writes files like those of record.py, with the permanent keys, and under "drawn" what each side got from libsodium, in
order: one that draws the same says the same, byte by byte. libsodium is given a generator of our own for that. Needs
pyzmq on a libzmq with libsodium; what stands here is of pyzmq 24.0 on libzmq 4.3.4, libsodium 1.0.18.
"""
import ctypes
import ctypes.util
import hashlib
import json
import os
import sys
import threading

import zmq

import record

SODIUM = ctypes.CDLL(ctypes.util.find_library('sodium'))
NAME = ctypes.CFUNCTYPE(ctypes.c_char_p)
NUMBER = ctypes.CFUNCTYPE(ctypes.c_uint32)
NOTHING = ctypes.CFUNCTYPE(None)
UNIFORM = ctypes.CFUNCTYPE(ctypes.c_uint32, ctypes.c_uint32)
FILL = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_size_t)
CLOSE = ctypes.CFUNCTYPE(ctypes.c_int)

drawn = {}


class Implementation(ctypes.Structure):
    _fields_ = [('name', NAME), ('random', NUMBER), ('stir', NOTHING), ('uniform', UNIFORM), ('buf', FILL),
                ('close', CLOSE)]


def stretch(text, size):
    out = b''
    while len(out) < size:
        out += hashlib.sha256(('%s %d' % (text, len(out))).encode()).digest()
    return out[:size]


def fill(target, size):
    """Each thread has a sequence of its own: that of a context is the thread of one side."""
    mine = drawn.setdefault(threading.get_native_id(), [])
    data = stretch('%d %d' % (sum(map(len, drawn.values())), size), size)
    mine.append(data.hex())
    ctypes.memmove(target, data, size)


GENERATOR = Implementation(NAME(lambda: b'recorded'), NUMBER(lambda: 4), NOTHING(lambda: None), UNIFORM(lambda most: 0),
                           FILL(fill), CLOSE(lambda: 0))


class CurveConversation(record.Conversation):
    """As the others, but each side has a context, and so a thread, of its own."""

    def open(self, socket_type, options):
        self.context = zmq.Context()
        self.contexts = getattr(self, 'contexts', []) + [self.context]
        return super().open(socket_type, options)

    def finish(self, folder, name, keys):
        self.client.close()
        self.server.close()
        for context in self.contexts:
            context.term()
        by_side = {('server' if len(each) == 4 else 'client'): each for each in drawn.values() if len(each) in (2, 4)}
        with self.proxy.lock:
            recording = {'client': self.client_type, 'server': self.server_type, 'libzmq': zmq.zmq_version(),
                         'keys': keys, 'drawn': by_side, 'bytes': self.proxy.entries}
        with open(os.path.join(folder, name + '.json'), 'w') as file:
            json.dump(recording, file, indent=1)
            file.write('\n')


def main(folder):
    SODIUM.sodium_init()
    zmq.curve_keypair()
    SODIUM.randombytes_set_implementation(ctypes.byref(GENERATOR))
    lab, hub = (('IDENTITY', 'lab'),), (('IDENTITY', 'hub'),)
    beats = (('HEARTBEAT_IVL', 50), ('HEARTBEAT_TTL', 3000), ('HEARTBEAT_TIMEOUT', 5000))
    for name, client, server, client_options, server_options, older, act in (
            ('curve-dealer-router', 'DEALER', 'ROUTER', lab, hub, False, record.request_and_reply),
            ('curve-router-router', 'ROUTER', 'ROUTER', lab, hub, False, record.router_to_router),
            ('curve-sub-xpub', 'SUB', 'XPUB', (), (), False, record.subscriptions),
            ('curve-sub-xpub-3.0', 'SUB', 'XPUB', (), (), True, record.subscriptions),
            ('curve-heartbeats', 'DEALER', 'ROUTER', beats, (), False, record.heartbeats)):
        server_public, server_secret = zmq.curve_keypair()
        client_public, client_secret = zmq.curve_keypair()
        drawn.clear()
        keys = {'client': client_secret.decode(), 'server': server_secret.decode()}
        talk = CurveConversation(
            client, server,
            (('CURVE_SERVERKEY', server_public), ('CURVE_PUBLICKEY', client_public),
             ('CURVE_SECRETKEY', client_secret)) + client_options,
            (('CURVE_SERVER', 1), ('CURVE_SECRETKEY', server_secret)) + server_options, older)
        act(talk)
        talk.finish(folder, name, keys)


if __name__ == '__main__':
    main(sys.argv[1])
