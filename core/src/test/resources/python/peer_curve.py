"""Runs another peer with CURVE on all its sockets.

Usage: peer_curve.py client SERVER_KEY SECRET_KEY SCRIPT ARGUMENTS…
       peer_curve.py server SECRET_KEY CLIENTS SCRIPT ARGUMENTS…

The server lets those in whose public certificates (*.key, as pyzmq calls them) are in the folder CLIENTS, or all
if that is "any", as zmq.auth does: by a handler of ZAP on a thread.
"""
import os
import runpy
import sys

import zmq
import zmq.auth
from zmq.auth.thread import ThreadAuthenticator

original = zmq.Context.socket
handlers = {}


def client(opened, server_key, secret_key):
    opened.curve_secretkey = secret_key.encode()
    opened.curve_publickey = zmq.curve_public(secret_key.encode())
    opened.curve_serverkey = server_key.encode()


def server(opened, secret_key, clients):
    opened.curve_secretkey = secret_key.encode()
    opened.curve_publickey = zmq.curve_public(secret_key.encode())
    opened.curve_server = True


def authenticate(context, clients):
    handlers[context] = None
    handlers[context] = ThreadAuthenticator(context)
    handlers[context].start()
    handlers[context].configure_curve(domain='*', location=zmq.auth.CURVE_ALLOW_ANY if clients == 'any' else clients)


def main(side, first, second, script, *arguments):
    def socket(context, *args, **kwargs):
        starting = context in handlers and handlers[context] is None
        if side == 'server' and context not in handlers:
            authenticate(context, second)
        opened = original(context, *args, **kwargs)
        if not starting:
            (client if side == 'client' else server)(opened, first, second)
        return opened

    zmq.Context.socket = socket
    sys.argv = [script] + list(arguments)
    runpy.run_path(os.path.join(os.path.dirname(__file__), script), run_name='__main__')


if __name__ == '__main__':
    main(*sys.argv[1:])
