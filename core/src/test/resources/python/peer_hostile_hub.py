"""A hub that answers the first question with nonsense.

Usage: peer_hostile_hub.py --answer KIND

KIND: port-5, port0, port70000, portText, uri, huge, deep, endless, escapes, or a number of bytes to answer with.
"""
import argparse
import json

import zmq

import peer_schema as schema

ESCAPES = '\x1b[31mred\x1b]0;title\x07\x9b2J\u202egnp.exe'
PORTS = {'port-5': -5, 'port0': 0, 'port70000': 70000, 'portText': 'x', 'portHuge': 1 << 80}


def answer(request, kind):
    """The frame of the reply; the command socket of an honest hub is elsewhere."""
    port = PORTS.get(kind, 1)
    uri = {'uri': 'http://example.com:80/x', 'escapes': ESCAPES}.get(kind, 'tcp://127.0.0.1:%s' % port)
    name = ESCAPES if kind == 'escapes' else 'hub'
    sockets = {
        'command': {'uri': uri, 'port': port, 'name': name},
        'publish': {'uri': uri, 'port': port},
    }
    reply = schema.connect_reply(request, 'hub', sockets)
    if kind == 'huge':
        reply['content']['extra'] = 'x' * 100_000_000
    text = json.dumps(reply)
    if kind == 'deep':
        text = text[:-1] + ', "x": ' + '[' * 1_000_000 + ']' * 1_000_000 + '}'
    return text.encode('utf-8')


def endless(query):
    """Each client that connects gets the first frame of a message, and another, and another."""
    while True:
        query.send(b'x' * 1_000_000, zmq.SNDMORE)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--answer', required=True)
    options = parser.parse_args()
    schema.die_with_stdin()
    query = zmq.Context().socket(zmq.REP)
    port = query.bind_to_random_port('tcp://127.0.0.1')
    schema.say(ready=True, query_uri='tcp://127.0.0.1:%d' % port, name='hub', registry=[])
    while True:
        request = schema.loads(query.recv())
        if options.answer == 'endless':
            endless(query)
        query.send(answer(request, options.answer))


if __name__ == '__main__':
    main()
