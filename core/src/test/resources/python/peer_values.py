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
import zoneinfo

import numpy as np
import pandas as pd

import peer_plugin

try:
    import pytz
except ImportError:
    pytz = None


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


def noted():
    error = ValueError('boom')
    error.electrode = {'id': uuid.UUID(int=1)}
    error.__notes__ = ['seen twice']
    return error


UTC = dt.timezone.utc
BERLIN = zoneinfo.ZoneInfo('Europe/Berlin')
RECORDS = np.rec.array([(1, 2.5), (3, 4.)], dtype=[('a', 'i4'), ('b', 'f8')])

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
    'NaT': pd.NaT,
    'NA': pd.NA,
    'missing ones': [pd.NaT, {'a': pd.NA}, None],
    'complex64': np.complex64(1.5 - 2j),
    'complex128': np.complex128(complex(1, -0.0)),
    'longdouble': np.longdouble(1) / 3,
    'datetime64 day': np.datetime64('2026-11-22'),
    'datetime64 month': np.datetime64('2026-11'),
    'datetime64 ps': np.datetime64('2026-11-22T00:00:00.000000000001', 'ps'),
    'datetime64 NaT': np.datetime64('NaT', 's'),
    'timedelta64 month': np.timedelta64(5, 'M'),
    'timedelta64 week': np.timedelta64(3, '2W'),
    'no dimension': np.array(5, dtype='int16'),
    'no dimension text': np.array('a'),
    'record': RECORDS[0],
    'recarray': RECORDS,
    'structured': np.array([(1, 2.5)], dtype=[('a', '>i4'), ('b', 'f8')]),
    'titles': np.array([(1,)], dtype=[(('title', 'a'), 'i4')]),
    'matrix': np.matrix([[1, 2], [3, 4]]),
    'masked': np.ma.array([1, 2, 3], mask=[0, 1, 0], fill_value=-1),
    'big-endian': np.array([1, 2, 3], dtype='>i2'),
    'offset': pd.offsets.MonthEnd(2),
    'interval': pd.Interval(0.5, 1.5, closed='left'),
    'interval of moments': pd.Interval(pd.Timestamp('2026'), pd.Timestamp('2027')),
    'intervals': pd.interval_range(0, 3, closed='both', name='n'),
    'interval array': pd.arrays.IntervalArray.from_breaks([0., 1., 2.]),
    'interval series': pd.Series(pd.interval_range(0, 2)),
    'period': pd.Period('2026-11', freq='M'),
    'periods': pd.period_range('2026-11', periods=2, freq='2W-WED', name='p'),
    'period series': pd.Series([1, 2], index=pd.period_range('2026', periods=2, freq='Q-FEB')),
    'categories': pd.Categorical(['a', None, 'b'], categories=['b', 'a', 'c'], ordered=True),
    'category index': pd.CategoricalIndex(['a', 'b', 'a'], name='c'),
    'bins': pd.cut(pd.Series([1, 5, 9]), 3),
    'sparse': pd.arrays.SparseArray([0, 0, 1]),
    'sparse series': pd.Series(pd.arrays.SparseArray([np.nan, 1.5])),
    'moments of pandas': pd.array(pd.date_range('2026', periods=2, tz='Europe/Berlin')),
    'levels of categories': pd.MultiIndex.from_arrays([pd.Categorical(['a', 'b']), [1, 2]]),
    'names of periods': pd.DataFrame([[1, 'a']], columns=pd.period_range('2026', periods=2, freq='M')),
    'one name twice': pd.DataFrame({'a': np.array([1], dtype='int8'), 'b': ['x']}).set_axis(['a', 'a'], axis=1),
    'truths as objects': pd.Index([True, False], dtype=object),
    'second of two': dt.datetime(2026, 10, 25, 2, 30, fold=1),
    'named zone': dt.datetime(2026, 7, 1, 12, tzinfo=BERLIN),
    'named zone, second of two': dt.datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1),
    'named zone, no such time': dt.datetime(2026, 3, 29, 2, 30, tzinfo=BERLIN),
    'time in a zone': dt.time(12, tzinfo=BERLIN),
    'zone': BERLIN,
    'named offset': dt.datetime(2026, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=1), 'CET')),
    'timestamp in a zone': pd.Timestamp('2026-07-01', tz=BERLIN),
    'moments in a zone': pd.DatetimeIndex(['2026-07-01'], tz=BERLIN),
    'timestamp max': pd.Timestamp.max,
    'timedelta min': pd.Timedelta.min,
    'negative zero': decimal.Decimal('-0.0'),
    'no number': decimal.Decimal('NaN'),
    'thousand': decimal.Decimal('1E+3'),
    'error of a module': ImportError('no module', name='pump'),
    'error of bytes': UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'invalid start byte'),
    'error with notes': noted(),
    'interrupt': KeyboardInterrupt(),
    'objects that are texts': pd.Series(['a', None], dtype=object),
    'error of parts': ValueError([1, 2], uuid.UUID(int=1), b'x'),
}
for name in 'int16 int32 int64 uint8 uint16 uint32 float16 float64'.split():
    KEPT[name] = np.dtype(name).type(7)
if pytz is not None:
    KEPT['zone of pytz'] = pytz.timezone('Europe/Berlin').localize(dt.datetime(2026, 7, 1, 12))
    KEPT['UTC of pytz'] = dt.datetime(2026, 7, 1, 12, tzinfo=pytz.utc)
    KEPT['timestamp of pytz'] = pd.Timestamp('2026-07-01', tz='Europe/Berlin')

# What arrives as the plain value that it is.
PLAIN = {'label': (Label('x'), 'x')}

# Scalars of which == says too little: a zone, a sign of zero, which of two equal times.
SCALARS = (dt.datetime, dt.time, decimal.Decimal, np.generic, pd.api.extensions.ExtensionArray)


def types(table):
    if isinstance(table, pd.DataFrame):
        return [str(each) for each in table.dtypes] + [types(table.index), types(table.columns)]
    return [type(table), repr(table.dtype)] + (types(table.index) if isinstance(table, pd.Series) else [])


def same(a, b):
    if type(a) is not type(b):
        return False
    if a is pd.NaT or a is pd.NA:
        return a is b
    if isinstance(a, SCALARS):
        return repr(a) == repr(b) and getattr(a, 'fold', 0) == getattr(b, 'fold', 0)
    if isinstance(a, np.ma.MaskedArray):
        return repr(a) == repr(b)
    if isinstance(a, np.ndarray):
        return a.dtype == b.dtype and np.array_equal(a, b)
    if isinstance(a, (pd.Series, pd.DataFrame, pd.Index)):
        return a.equals(b) and types(a) == types(b)
    if isinstance(a, BaseException):
        return a.args == b.args and vars(a) == vars(b) and getattr(a, 'name', None) == getattr(b, 'name', None)
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
