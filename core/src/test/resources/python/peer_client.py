"""A peer that asks, for tests of our hub and plugins: executes a command, or prints the broadcasts.

Usage: peer_client.py --hub URI [--name NAME] [--dealer] --target T --command C [--kwargs "{'a': 1}"] [--mime MIME]
                      [--pickle-protocol N] [--count N] [--silent] [--timeout SECONDS]
       peer_client.py --hub URI --subscribe

Prints a ready line, then a line a reply: {"index", "repr", "type"} or {"index", "error"}, in the order of arrival, and
{"index", "timeout": true} for what never came. With --subscribe: {"broadcast": [source, target, msg_type, message]}
until stdin closes.
"""
import argparse
import ast
import json
import time

import peer_schema as schema
from peer_link import Link


def execute(link, options):
    """Send every request before reading the first reply, so that --count is also a burst."""
    content = schema.encode(ast.literal_eval(options.kwargs), options.mime, options.pickle_protocol)
    pending = {}
    for index in range(options.count):
        request = schema.execute_request(link.name, options.target, options.command, content, options.silent)
        pending[request['header']['session']] = index
        link.send(request)
    deadline = time.monotonic() + options.timeout
    while pending and link.command.poll(max(0, (deadline - time.monotonic()) * 1000)):
        reply = link.receive()
        index = reply and pending.pop(reply['header']['session'], None)
        if index is not None:
            report(index, reply)
    for index in sorted(pending.values()):
        schema.say(index=index, timeout=True)


def report(index, reply):
    try:
        value = schema.decode(reply)
        schema.say(index=index, repr=repr(value), type=type(value).__name__)
    except RuntimeError as error:
        schema.say(index=index, error=error.args[0], status=reply['content']['status'])
    except Exception as error:
        schema.say(index=index, undecodable='%s: %s' % (type(error).__name__, error))


def print_broadcasts(socket):
    while True:
        *names, message = socket.recv_multipart()
        schema.say(broadcast=[name.decode('utf-8') for name in names] + [json.loads(message)])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--hub', required=True)
    parser.add_argument('--name', default='python_client')
    parser.add_argument('--dealer', action='store_true')
    parser.add_argument('--target')
    parser.add_argument('--command')
    parser.add_argument('--kwargs', default='{}')
    parser.add_argument('--mime', default=schema.PICKLE)
    parser.add_argument('--pickle-protocol', type=int, default=2)
    parser.add_argument('--count', type=int, default=1)
    parser.add_argument('--silent', action='store_true')
    parser.add_argument('--timeout', type=float, default=10)
    parser.add_argument('--subscribe', action='store_true')
    options = parser.parse_args()
    schema.die_with_stdin()
    link = Link(options.hub, options.name, options.dealer)
    socket = link.subscribe() if options.subscribe else None
    schema.say(ready=True, query_uri=options.hub, name=options.name, registry=list(link.registry))
    if options.command:
        execute(link, options)
    if socket is not None:
        print_broadcasts(socket)
    link.context.destroy(linger=1000)


if __name__ == '__main__':
    main()
