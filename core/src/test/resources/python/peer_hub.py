"""A hub as found in the field, for tests of our plugins and shell against it.

Usage: peer_hub.py [--uri tcp://127.0.0.1:*] [--name hub] [--mute]
       peer_hub.py --uri ipc://PATH [--name hub] [--mute]

Its quirks are the point: command and publish ports are random, the announced uris repeat the host of the query uri (so
that "*" is announced as it stands), status is ok beside an error, the registry is a pickled OrderedDict that never
shrinks, a request to a missing target is answered in the target's name, or not at all when it is silent; with --mute,
never.
"""
import argparse
import collections
import itertools
import json
import traceback

import zmq

import peer_schema as schema

UNSUPPORTED = (
    'Unsupported source(%s)/target(%s) configuration.  Either source and target both present in the local registry, '
    'or the source **MUST** be a plugin in the local registry and the target **MUST** be the **hub**.')


class Hub:
    def __init__(self, uri, name, mute=False):
        self.name = name
        self.mute = mute
        self.registry = collections.OrderedDict()
        self.counter = itertools.count(1)
        self.context = zmq.Context()
        self.query = self.context.socket(zmq.REP)
        self.query.bind(uri)
        if uri.startswith('ipc:'):
            self.base = self.query_uri = uri
        else:
            port = self.query.getsockopt(zmq.LAST_ENDPOINT).decode().rstrip('\0').rsplit(':', 1)[1]
            self.base = uri.rsplit(':', 1)[0]
            self.query_uri = '%s:%s' % (self.base.replace('*', '127.0.0.1'), port)
        self.command = self.context.socket(zmq.ROUTER)
        self.command.setsockopt(zmq.IDENTITY, name.encode())
        self.command_port = self.bind(self.command, 1)
        self.publish = self.context.socket(zmq.PUB)
        self.publish_port = self.bind(self.publish, 2)

    def bind(self, opened, number):
        """Returns a random port; on Unix-domain sockets, which have none, a number that distinguishes the paths."""
        if not self.base.startswith('ipc:'):
            return opened.bind_to_random_port(self.base)
        opened.bind(self.uri(number))
        return number

    def run(self):
        poller = zmq.Poller()
        poller.register(self.query, zmq.POLLIN)
        poller.register(self.command, zmq.POLLIN)
        while True:
            ready = dict(poller.poll())
            if self.query in ready:
                self.on_query(self.query.recv())
            if self.command in ready:
                self.on_command(self.command.recv_multipart())

    def on_query(self, frame):
        try:
            request = schema.loads(frame)
        except (ValueError, RecursionError) as invalid:
            # The original never answers any client again; one test peer must not spoil the tests after it.
            self.query.send(json.dumps({'invalid': str(invalid)}).encode())
            return
        self.broadcast(request, frame)
        head = request['header']
        if head['msg_type'] == 'connect_request':
            self.registry[head['source']] = head['source']
            reply = schema.connect_reply(request, self.name, {
                'command': {'uri': self.uri(self.command_port), 'port': self.command_port, 'name': self.name},
                'publish': {'uri': self.uri(self.publish_port), 'port': self.publish_port},
            })
        else:
            reply = self.execute(request)
        frame = schema.dumps(reply)
        self.query.send(frame)
        self.broadcast(reply, frame)

    def on_command(self, frames):
        if len(frames) != 3:
            return
        try:
            message = schema.loads(frames[2])
            source, target = message['header']['source'], message['header']['target']
            if source != frames[0].decode('utf-8'):
                return
            self.route(message, source, target)
        except (ValueError, KeyError, RecursionError):
            traceback.print_exc()

    def route(self, message, source, target):
        silent = message['content'].get('silent')
        if source in self.registry and target in self.registry:
            self.send(target, message, silent)
        elif source in self.registry and target == self.name:
            if message['header']['msg_type'] != 'execute_request':
                raise ValueError('not an execute_request: %s' % message['header']['msg_type'])
            if not silent:
                self.broadcast(message, schema.dumps(message))
            self.send(source, self.execute(message), silent)
        elif not silent and not self.mute:
            reply = schema.execute_reply(message, next(self.counter), error=UNSUPPORTED % (source, target))
            self.command.send_multipart([source.encode(), b'', schema.dumps(reply)])

    def send(self, target, message, silent):
        frame = schema.dumps(message)
        self.command.send_multipart([target.encode(), b'', frame])
        if not silent:
            self.broadcast(message, frame)

    def broadcast(self, message, frame):
        head = message['header']
        self.publish.send_multipart([head['source'].encode(), head['target'].encode(), head['msg_type'].encode(), frame])

    def execute(self, request):
        """A reply that the schema refuses (silent left out of the request) is replaced by one with the refusal."""
        count = next(self.counter)
        command = request['content']['command']
        try:
            handler = getattr(self, 'on_execute__' + command, None)
            if handler is None:
                return schema.execute_reply(request, count, error='Unrecognized command: %s' % command)
            return schema.validate(schema.execute_reply(request, count, schema.encode(handler(request))))
        except Exception:
            return schema.execute_reply(request, count, error=traceback.format_exc())

    def on_execute__ping(self, _request):
        return 'pong'

    def on_execute__register(self, request):
        source = request['header']['source']
        self.registry[source] = source
        return self.registry

    def uri(self, port):
        return '%s:%d' % (self.base, port)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--uri', default='tcp://127.0.0.1:*')
    parser.add_argument('--name', default='hub')
    parser.add_argument('--mute', action='store_true')
    options = parser.parse_args()
    hub = Hub(options.uri, options.name, options.mute)
    schema.die_with_stdin()
    schema.say(ready=True, query_uri=hub.query_uri, name=hub.name)
    hub.run()


if __name__ == '__main__':
    main()
