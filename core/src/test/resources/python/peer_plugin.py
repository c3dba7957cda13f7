"""A plugin as found in the field, for tests of our hub and shell against it.

Usage: peer_plugin.py --hub URI [--name NAME] [--dealer] [--pickle-protocol N]

Its results are pickled unless a handler says otherwise; an exception goes back as its whole traceback, as text. It
serves one request at a time: what comes during a slow one waits.
"""
import argparse
import collections
import datetime
import itertools
import time
import traceback

import peer_schema as schema
from peer_link import Link


def mime(name):
    """Mark a handler whose result is not to be pickled."""

    def mark(handler):
        handler.mime = name
        return handler

    return mark


class Handlers:
    """One method a command; its parameters are the command's arguments."""

    @mime(schema.TEXT)
    def ping(self):
        return 'pong'

    def echo(self, **arguments):
        return arguments

    def add(self, a, b):
        return a + b

    def raise_error(self):
        raise ValueError('boom: the electrode is on fire')

    @mime(schema.BYTES)
    def get_bytes(self):
        return bytes(range(256))

    def get_ordered(self):
        return collections.OrderedDict([('zulu', 1), ('alpha', 2), ('mike', [3, 4])])

    def get_datetime(self):
        return {
            'naive': datetime.datetime(2026, 11, 22, 18, 31, 23, 806081),
            'aware': datetime.datetime(2026, 11, 22, 18, 31, 23, tzinfo=datetime.timezone.utc),
            'date': datetime.date(2026, 11, 22),
            'time': datetime.time(18, 31, 23, 5),
            'delta': datetime.timedelta(days=1, seconds=2, microseconds=3),
        }

    def get_set_tuple(self):
        return {'set': {7}, 'frozenset': frozenset(['e43']), 'tuple': (1, 'two', 3.5), 'empty': ()}

    def get_big_int(self):
        return 2 ** 200 + 1

    def get_nan(self):
        return [float('nan'), float('inf'), float('-inf')]

    @mime(schema.JSON)
    def get_json(self):
        return {'a': [1, 2.5, None], 'u': '\u00b5', 'nan': float('nan')}

    @mime(schema.TEXT)
    def get_text(self):
        return 'h\u00e4llo'

    def slow(self, seconds):
        time.sleep(seconds)
        return seconds

    def none(self):
        return None


class Plugin:
    def __init__(self, link, protocol):
        self.link = link
        self.protocol = protocol
        self.counter = itertools.count(1)
        self.handlers = Handlers()

    def run(self):
        while True:
            message = self.link.receive()
            if message is not None and message['header']['msg_type'] == 'execute_request' and 'content' in message:
                self.link.send(self.execute(message))

    def execute(self, request):
        """A reply that the schema refuses (silent left out of the request) is replaced by one with the refusal."""
        count = next(self.counter)
        command = request['content']['command']
        handler = None if command.startswith('_') else getattr(self.handlers, command, None)
        if handler is None:
            return schema.execute_reply(request, count, error='Unrecognized command: %s' % command)
        try:
            value = handler(**(schema.decode(request) or {}))
            content = schema.encode(value, getattr(handler, 'mime', schema.PICKLE), self.protocol)
            return schema.validate(schema.execute_reply(request, count, content))
        except Exception:
            return schema.execute_reply(request, count, error=traceback.format_exc())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--hub', required=True)
    parser.add_argument('--name', default='python_plugin')
    parser.add_argument('--dealer', action='store_true')
    parser.add_argument('--pickle-protocol', type=int, default=2)
    options = parser.parse_args()
    schema.die_with_stdin()
    link = Link(options.hub, options.name, options.dealer)
    schema.say(ready=True, query_uri=options.hub, name=options.name, registry=list(link.registry))
    Plugin(link, options.pickle_protocol).run()


if __name__ == '__main__':
    main()
