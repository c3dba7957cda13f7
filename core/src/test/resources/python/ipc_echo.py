"""A ROUTER and an XPUB of libzmq on Unix-domain sockets.

Usage: ipc_echo.py PATH

The ROUTER, of the identity "hub", is bound to PATH and sends back what it receives; the XPUB is bound to PATH.publish
and publishes all that the ROUTER receives. A line says which subscriptions come and go.
"""
import sys

import zmq

import peer_schema as schema


def bound(context, kind, path):
    opened = context.socket(kind)
    opened.identity = b'hub'
    opened.bind('ipc://' + path)
    return opened


def main(path):
    context = zmq.Context()
    router, publisher = bound(context, zmq.ROUTER, path), bound(context, zmq.XPUB, path + '.publish')
    poller = zmq.Poller()
    poller.register(router, zmq.POLLIN)
    poller.register(publisher, zmq.POLLIN)
    schema.die_with_stdin()
    schema.say(ready=True)
    while True:
        ready = dict(poller.poll())
        if router in ready:
            frames = router.recv_multipart()
            router.send_multipart(frames)
            publisher.send_multipart(frames[1:])
        if publisher in ready:
            schema.say(subscription=publisher.recv().decode())


if __name__ == '__main__':
    main(sys.argv[1])
