"""A plugin whose results are small and hard to show, for tests of what shows them.

Usage: peer_hostile.py --hub URI [--name NAME]
"""
import argparse
import base64
import collections

import peer_plugin
import peer_schema as schema
from peer_link import Link

ESCAPES = 'a\x1b[31mred\x1b]0;title\x07\x9b2J\u202egnp.exe\u2066\u200bz'


def doubled(make, times=40):
    """A value that is twice the one before; as a pickle each is one more reference."""
    value = make(None, None)
    for _ in range(times):
        value = make(value, value)
    return value


class Raw:
    """A pickle that CPython would be busy with for years: it computes hashes of keys."""

    def __init__(self, pickled):
        self.pickled = pickled


DOUBLED_TUPLE = b')q\x00' + b''.join(b'h%c\x86q%c' % (n, n + 1) for n in range(40))


class Plugin(peer_plugin.Plugin):
    def execute(self, request):
        handler = getattr(self.handlers, request['content']['command'], None)
        value = handler() if handler in (self.handlers.in_key, self.handlers.in_set) else None
        if value is None:
            return super().execute(request)
        content = schema.encode(0)
        content['data'] = base64.b64encode(value.pickled).decode('ascii')
        return schema.execute_reply(request, next(self.counter), content)


class Hostile(peer_plugin.Handlers):
    def lists(self):
        return doubled(lambda a, b: [a, b])

    def dicts(self):
        return doubled(lambda a, b: {'a': a, 'b': b})

    def tuples(self):
        return doubled(lambda a, b: (a, b))

    def rows(self):
        cell = self.lists()
        return [{'a': cell, 'b': cell} for _ in range(1000)]

    def in_key(self):
        return Raw(b'\x80\x02}' + DOUBLED_TUPLE + b'K\x01s.')

    def in_set(self):
        return Raw(b'\x80\x02c__builtin__\nset\n]' + DOUBLED_TUPLE + b'a\x85R.')

    def exception(self):
        return ValueError(self.lists(), self.dicts())

    def objects(self):
        return doubled(lambda a, b: collections.Counter({'a': 1}) if a is None else ValueError(a, b))

    def texts(self):
        text = 'x' * 1_000_000
        return doubled(lambda a, b: [text, a, b], 20)

    def wide_text(self):
        return {'k': 'x' * 30_000_000}

    def wide_bytes(self):
        data = b'\x00' * 20_000_000
        return [data, {'k': [data, data]}]

    def line_ends(self):
        return '\n' * 20_000_000

    def new_keys(self):
        return [{'k%d' % i: 1} for i in range(30_000)]

    def number_keys(self):
        return {i: 1 for i in range(1_000_000)}

    def great_integer(self):
        return [1 << 3_000_000] * 50

    def deep(self):
        value = []
        for _ in range(400):
            value = [value, 'x' * 200]
        return value

    def cycle(self):
        value = {'k': ['x' * 200]}
        value['k'].append(value)
        value['k'].append(value)
        return value

    def marks(self):
        return [('e\u0301' + '\u0301' * 50) * 100_000]

    def words(self):
        return {'k': 'x ' * 3_000_000}

    @peer_plugin.mime(schema.TEXT)
    def escapes(self):
        return ESCAPES

    def escapes_in(self):
        return {ESCAPES: [ESCAPES], 'b': [{ESCAPES: ESCAPES}]}

    def escapes_raised(self):
        raise ValueError(ESCAPES)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--hub', required=True)
    parser.add_argument('--name', default='hostile')
    options = parser.parse_args()
    schema.die_with_stdin()
    link = Link(options.hub, options.name)
    schema.say(ready=True, query_uri=options.hub, name=options.name, registry=list(link.registry))
    plugin = Plugin(link, 2)
    plugin.handlers = Hostile()
    plugin.run()


if __name__ == '__main__':
    main()
