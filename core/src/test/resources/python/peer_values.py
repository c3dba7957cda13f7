"""A plugin that replies with values of every kind, and judges whether it gets them back as what they were.

Usage: peer_values.py --hub URI [--name NAME] [--pickle-protocol N]

Nothing here sets a mime type: replies are pickles, as those of most plugins are.
"""
import collections
import datetime as dt
import decimal
import enum
import fractions
import ipaddress
import pathlib
import uuid

import numpy as np
import pandas as pd

import peer_plugin


class Mode(enum.Enum):
    AUTO = 'auto'


class Label(str):
    pass


class Valve:
    def __init__(self):
        self.open = True


class Refused(Exception):
    pass


def raised():
    error = ValueError('boom')
    error.__dict__
    return error


UTC = dt.timezone.utc

KEPT = {
    'uuid': uuid.UUID('4f2a7c3e-9b1d-4c55-8a0e-3d6f1b2c4e5f'),
    'datetime': dt.datetime(2026, 11, 22, 18, 31, 23, 806081),
    'aware': dt.datetime(2026, 11, 22, 18, 31, 23, tzinfo=UTC),
    'date': dt.date(2026, 11, 22),
    'time': dt.time(18, 31, 23, 5),
    'timedelta': dt.timedelta(days=-1, seconds=2, microseconds=3),
    'decimal': decimal.Decimal('1.50'),
    'fraction': fractions.Fraction(3, 4),
    'complex': complex(1, -2),
    'bytes': bytes(range(256)),
    'bytearray': bytearray(b'\x00\xffab'),
    'tuple': (1, 'two', (3.5,)),
    'set': {1, 2},
    'frozenset': frozenset(['e43']),
    'deque': collections.deque([1, 2], maxlen=5),
    'keys': {37: 'a', (1, 2): 'b', None: 'c', 1.5: 'd'},
    'ordered': collections.OrderedDict([('z', 1), ('a', 2)]),
    'counter': collections.Counter('aab'),
    'defaults': collections.defaultdict(list, {'a': [1]}),
    'int8': np.int8(-5),
    'uint64': np.uint64(2 ** 63),
    'float32': np.float32(0.1),
    'bool_': np.bool_(True),
    'datetime64': np.datetime64('2026-11-22T18:31', 'm'),
    'timedelta64': np.timedelta64(90, 's'),
    'array': np.array([[1, 2], [3, 4]], dtype='int16'),
    'series': pd.Series([1, 0], index=[37, 38], name='state'),
    'text series': pd.Series({'electrode043': 1}),
    'frame': pd.DataFrame({'x': [1, 2], 's': ['a', None]}),
    'range': pd.RangeIndex(0, 6, 2),
    'index': pd.Index(['a', 'b'], name='n'),
    'moments': pd.DatetimeIndex(['2026-11-22', '2026-11-23']),
    'levels': pd.MultiIndex.from_tuples([('a', 1), ('b', 2)], names=['l', 'n']),
    'timestamp': pd.Timestamp('2026-11-22T18:31:23.123456789'),
    'zoned timestamp': pd.Timestamp('2026-11-22T18:31:23', tz='UTC'),
    'pandas delta': pd.Timedelta('1 days 00:00:00.000000001'),
    'error': ValueError('boom', 3),
    'raised': raised(),
    'address': ipaddress.ip_address('10.0.0.1'),
    'path': pathlib.PurePosixPath('rel'),
    'big': 2 ** 200 + 1,
    'float': 1.0,
    'text': '4242',
    'none in list': [None, True, {'a': [uuid.UUID(int=1)]}],
}

# What arrives as the plain value that it is.
PLAIN = {'label': (Label('x'), 'x')}


def same(a, b):
    if type(a) is not type(b):
        return False
    if isinstance(a, np.ndarray):
        return a.dtype == b.dtype and np.array_equal(a, b)
    if isinstance(a, (pd.Series, pd.DataFrame, pd.Index)):
        return a.equals(b)
    if isinstance(a, BaseException):
        return a.args == b.args
    if isinstance(a, collections.deque):
        return a == b and a.maxlen == b.maxlen
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b))
    if isinstance(a, dict):
        return list(a) == list(b) and all(same(a[key], b[key]) for key in a)
    return a == b


class Handlers(peer_plugin.Handlers):
    def names(self):
        return sorted(KEPT) + sorted(PLAIN)

    def get(self, name):
        return KEPT[name] if name in KEPT else PLAIN[name][0]

    def within(self, name):
        return {'deep': [self.get(name)]}

    def valve(self):
        return Valve()

    def mode(self):
        return Mode.AUTO

    def refusal(self):
        return Refused('x')

    def judge(self, name, value):
        expected = KEPT[name] if name in KEPT else PLAIN[name][1]
        return 'the same' if same(expected, value) else '%s: %s %r' % (name, type(value).__name__, value)

    def judge_within(self, name, value):
        return self.judge(name, value['deep'][0])

    def lookup(self, states, label):
        return str(states[label]) if label in states.index else 'no label %r' % label

    def what(self, **arguments):
        return {name: '%s %r' % (type(value).__name__, value) for name, value in arguments.items()}


peer_plugin.Handlers = Handlers
peer_plugin.main()
