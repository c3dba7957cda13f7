"""A DEALER that sends one text, and prints each text that comes back."""
import json
import sys
import threading

import zmq


def main(uri, identity, text):
    socket = zmq.Context.instance().socket(zmq.DEALER)
    socket.setsockopt(zmq.IDENTITY, identity.encode())
    socket.setsockopt(zmq.LINGER, 0)
    socket.connect(uri)
    threading.Thread(target=end_with_stdin, daemon=True).start()
    say({'ready': True})
    socket.send_multipart([b'', text.encode()])
    while True:
        say({'text': socket.recv_multipart()[-1].decode()})


def say(line):
    print(json.dumps(line), flush=True)


def end_with_stdin():
    import os
    sys.stdin.read()
    os._exit(0)


if __name__ == '__main__':
    main(*sys.argv[1:])
