"""Values of numpy and pandas, one of every kind that a plugin may reply with; and whether two of them are the same.

Runs on Debian's python3-numpy and python3-pandas. What a shell cannot give back as it was (a numpy scalar comes back as
the number that it is) is judged by its value; everything with a dtype has to keep it.
"""
import collections
import datetime as dt
import decimal
import fractions
import random

import numpy as np
import pandas as pd

NUMBERS = ('int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 float32 float64 longdouble complex64 complex128 '
           'bool').split()
UNITS = 'Y M W D h m s ms us ns ps fs as'.split()


def numbers():
    for name in NUMBERS:
        yield 'scalar ' + name, np.dtype(name).type(1)
        yield 'array ' + name, np.array([0, 1, 2], dtype=name)
        if name != 'bool':
            yield 'big-endian ' + name, np.array([[0, 1], [2, 3]], dtype=np.dtype(name).newbyteorder('>'))
    yield 'float16 limits', np.array([np.inf, -np.inf, np.nan, 6e-8, 1.5, -2], dtype='f2')
    yield 'longdouble limits', np.array([1 / 3, -1e300, np.inf, np.nan, 0], dtype='g')
    yield 'uint64 limit', np.array([2 ** 64 - 1], dtype='u8')
    yield 'complex', 1 + 2j


def arrays():
    yield 'fortran', np.asfortranarray(np.arange(6).reshape(2, 3))
    yield 'every second', np.arange(10)[::2]
    yield 'three dimensions', np.arange(8).reshape(2, 2, 2)
    yield 'no dimension', np.array(5)
    yield 'no rows', np.empty((0, 3))
    yield 'no columns', np.empty((3, 0))
    yield 'texts', np.array(['a', 'bc\u00b5\U0001f600', ''])
    yield 'bytes', np.array([b'ab', b'c\0d', b''])
    yield 'objects', np.array([1, 'a', None, [1, 2], dt.date(2016, 4, 1)], dtype=object)
    yield 'structured', np.array([(1, [1, 2], 'x')], dtype=[('a', '>i4'), ('b', 'f8', (2,)), ('c', 'U3')])
    yield 'nested', np.array([((1, 2), 3)], dtype=[('p', [('x', 'i4'), ('y', 'i2')]), ('z', 'u1')])
    yield 'aligned', np.array([(1, 2.5)], dtype=np.dtype([('a', 'i1'), ('b', 'f8')], align=True))
    yield 'structured with objects', np.array([(1, 'x')], dtype=[('a', 'i4'), ('b', 'O')])
    yield 'void', np.array([b'abc'], dtype='V3')
    for unit in UNITS:
        yield 'moments ' + unit, np.array([0, 100, 'NaT'], dtype='M8[%s]' % unit)
        yield 'durations ' + unit, np.array([0, 100, 'NaT'], dtype='m8[%s]' % unit)
    yield 'multiple of a unit', np.array(['2016'], dtype='M8[25us]')
    yield 'moment', np.datetime64('2016-04-01T12:00')
    yield 'duration', np.timedelta64(90, 'm')


def series():
    yield 'ints', pd.Series([1, 2], index=['a', 'b'], name='n')
    yield 'floats', pd.Series([1.5, np.nan, np.inf])
    yield 'small floats', pd.Series([1.5, 2], dtype='float32')
    yield 'object', pd.Series(['a', None, 1])
    yield 'named index', pd.Series([1], index=pd.Index(['e'], name='id'))
    yield 'truths', pd.Series([True, False])
    yield 'categories', pd.Series(['a', None, 'b'], dtype='category')
    yield 'ordered', pd.Series(pd.Categorical(['a', 'b'], categories=['b', 'a', 'c'], ordered=True))
    yield 'datetimes', pd.Series(pd.date_range('2016', periods=2))
    yield 'zoned', pd.Series(pd.date_range('2016-03-26', periods=3, tz='Europe/Paris'))
    yield 'timedeltas', pd.Series(pd.to_timedelta(['1 days', 'NaT', '-1s']))
    yield 'nanoseconds', pd.Series(pd.to_datetime([1, 2, 3]))
    for name, values in (('Int64', [1, None]), ('UInt8', [1, None]), ('boolean', [True, None]), ('Float64', [.5, None]),
                         ('string', ['a', None])):
        yield 'nullable ' + name, pd.Series(values, dtype=name)
    yield 'periods', pd.Series(pd.period_range('2016', periods=2, freq='M'))
    yield 'no values', pd.Series([], dtype=float)
    yield 'named by a number', pd.Series([1], name=5)
    yield 'dates in the index', pd.Series([1, 2], index=pd.date_range('2016', periods=2, tz='UTC', name='t'))
    yield 'range', pd.Series(range(5), index=pd.RangeIndex(10, 0, -2, name='r'))


def frames():
    yield 'mixed', pd.DataFrame({
        'i': [1, 2], 'f': [.5, np.nan], 's': ['x', None], 'b': [True, False], 'd': pd.date_range('2016', periods=2),
        'z': pd.date_range('2016', periods=2, tz='UTC'), 't': pd.to_timedelta(['1s', '2s']),
        'c': pd.Categorical(['u', 'v']), 'n': pd.array([1, None], dtype='Int64')})
    floats = pd.DataFrame(np.arange(6.).reshape(3, 2), columns=['x', 'y'])
    yield 'floats', floats
    yield 'transposed', floats.T
    yield 'reversed', floats.iloc[::-1]
    yield 'columns reversed', floats[['y', 'x']]
    yield 'interleaved blocks', pd.DataFrame({'a': [1], 'b': [.1], 'c': [3], 'd': [.3]})[['d', 'a', 'b', 'c']]
    yield 'two levels', pd.DataFrame(
        {'v': [1, 2]}, index=pd.MultiIndex.from_tuples([('a', 1), ('b', 2)], names=['k', 'n']))
    yield 'two levels of columns', pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([('a', 1), ('b', 2)]))
    yield 'no columns', pd.DataFrame(index=[1, 2])
    yield 'no rows', pd.DataFrame({'a': []})
    yield 'one name twice', pd.DataFrame([[1, 2]], columns=['a', 'a'])
    yield 'named index', pd.DataFrame({'a': [1]}, index=pd.Index([7], name='step'))
    yield 'named columns', pd.DataFrame({'a': [1]}).rename_axis(columns='cols')
    yield 'numbers as names', pd.DataFrame([[1, 2.5]])


def labels():
    yield 'Index', pd.Index([1, 2], name='x')
    yield 'RangeIndex', pd.RangeIndex(5, 0, -2, name='r')
    yield 'MultiIndex', pd.MultiIndex.from_tuples([('a', 1), ('b', 2), ('a', 2)], names=['k', None])
    yield 'DatetimeIndex', pd.date_range('2016', periods=2, name='t')
    yield 'zoned DatetimeIndex', pd.date_range('2016', periods=2, tz='America/New_York')
    yield 'TimedeltaIndex', pd.timedelta_range('1d', periods=2)
    yield 'CategoricalIndex', pd.CategoricalIndex(['a', 'b'])
    yield 'Float64Index', pd.Index([.5])
    yield 'Categorical', pd.Categorical(['a', 'b', None], categories=['b', 'a'], ordered=True)
    yield 'IntegerArray', pd.array([1, None])
    yield 'StringArray', pd.array(['a', None], dtype='string')
    yield 'Timestamp', pd.Timestamp('2016-04-01T12:00:00.123456')
    yield 'zoned Timestamp', pd.Timestamp('2016-07-01', tz='Europe/Paris')
    yield 'Timestamp of nanoseconds', pd.Timestamp('2016-04-01T12:00:00.123456789')
    yield 'zoned Timestamp of nanoseconds', pd.Timestamp('2016-07-01T00:00:00.000000001', tz='UTC')
    yield 'Timedelta of nanoseconds', pd.Timedelta(-1234567891)
    yield 'Timedelta', pd.Timedelta('1 days 2:03:04.5')
    yield 'NaT and NA', [pd.NaT, pd.NA, 1]
    yield 'inside', {'a': np.float64(1.5), 'b': np.array([1, 2]), 's': pd.Series([1.5], index=['x'])}


def plain():
    yield 'Decimal', decimal.Decimal('1.50')
    yield 'Fraction', fractions.Fraction(1, 3)
    yield 'set', {1, 2}
    yield 'deque', collections.deque([1, 2])
    yield 'range', range(1, 10, 2)


def values():
    """Every value by its name."""
    all_values = {}
    for family in (numbers, arrays, series, frames, labels, plain):
        for name, value in family():
            all_values['%s: %s' % (family.__name__, name)] = value
    return all_values


def chance(seed):
    """A frame or a Series of random types and sizes; the same for the same seed."""
    dice = random.Random(seed)
    rows = dice.randrange(6)
    frame = pd.DataFrame({name: column(dice, rows) for name in 'abcdefgh'[:dice.randrange(1, 8)]})
    frame.index = index(dice, rows)
    if dice.random() < .3:
        frame = frame[dice.sample(list(frame), len(frame.columns))]
    return frame if dice.random() < .7 else frame.iloc[:, 0].rename(dice.choice([None, 'name', 7]))


def column(dice, rows):
    kind = dice.randrange(9)
    missing = [dice.random() < .2 for _ in range(rows)]
    if kind == 0:
        return np.array([dice.randrange(-100, 100) for _ in range(rows)], dtype=dice.choice(['i1', 'i4', 'i8', 'f4']))
    if kind == 1:
        return np.array([np.nan if gone else dice.gauss(0, 1e3) for gone in missing], dtype='f8')
    if kind == 2:
        return pd.array([None if gone else text(dice) for gone in missing], dtype=dice.choice(['string', 'object']))
    if kind == 3:
        moments = pd.to_datetime([pd.NaT if gone else dice.randrange(10 ** 18) for gone in missing])
        return moments if dice.random() < .5 else moments.tz_localize('UTC').tz_convert('Asia/Kolkata')
    if kind == 4:
        return pd.to_timedelta([pd.NaT if gone else dice.randrange(-10 ** 15, 10 ** 15) for gone in missing])
    if kind == 5:
        return pd.array([None if gone else dice.randrange(200) for gone in missing], dtype=dice.choice(['Int64', 'UInt8']))
    if kind == 6:
        return pd.Categorical([None if gone else dice.choice('xyz') for gone in missing], categories=list('zyxw'))
    if kind == 7:
        return pd.array([None if gone else dice.random() < .5 for gone in missing], dtype='boolean')
    return np.array([dice.random() < .5 for _ in range(rows)], dtype=bool)


def index(dice, rows):
    kind = dice.randrange(5)
    if kind == 0:
        return pd.RangeIndex(dice.randrange(5), None, dice.choice([1, 3]))[:0].append(pd.RangeIndex(rows))
    if kind == 1:
        return pd.Index([text(dice) for _ in range(rows)], name=dice.choice([None, 'id']), dtype=object)
    if kind == 2:
        return pd.date_range('2016-01-01', periods=rows, freq='H')
    if kind == 3:
        pairs = [(dice.choice('ab'), dice.randrange(3)) for _ in range(rows)] or [('a', 0)]
        return pd.MultiIndex.from_tuples(pairs, names=['k', 'n'])[:rows]
    return pd.Index([dice.randrange(1000) for _ in range(rows)], dtype='int64')


def text(dice):
    return ''.join(dice.choice('abc\u00e9\u4e2d\U0001f600 ,"\'\\\n') for _ in range(dice.randrange(5)))


def difference(expected, found):
    """Nothing, or how the two differ."""
    try:
        return compare(expected, found)
    except AssertionError as error:
        return str(error) or 'differs'


def compare(expected, found):
    if isinstance(expected, pd.Series):
        pd.testing.assert_series_equal(expected, found, check_freq=False, check_index_type='equiv')
    elif isinstance(expected, pd.DataFrame):
        pd.testing.assert_frame_equal(expected, found, check_freq=False, check_column_type=False)
    elif isinstance(expected, pd.Index):
        pd.testing.assert_index_equal(expected, found, exact='equiv')
    elif isinstance(expected, pd.api.extensions.ExtensionArray):
        pd.testing.assert_extension_array_equal(expected, found)
    elif isinstance(expected, np.ndarray) and expected.ndim:
        # numpy itself turns other byte orders into its own when it loads them.
        assert expected.dtype.newbyteorder('=') == found.dtype.newbyteorder('='), found.dtype
        np.testing.assert_array_equal(expected, found)
    elif isinstance(expected, dict):
        assert list(expected) == list(found)
        return next(filter(None, (compare(expected[key], found[key]) for key in expected)), None)
    elif expected is pd.NaT or expected is pd.NA:
        assert found is expected, repr(found)
    elif isinstance(expected, list):
        assert len(expected) == len(found)
        return next(filter(None, map(compare, expected, found)), None)
    else:
        assert expected == found, repr(found)
    return None
