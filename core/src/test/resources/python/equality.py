"""Prints pairs of values with what CPython says of them: `names base64 base64 1` where they are equal, else `… 0`.

Two differences to `==` are wanted: a NaN equals itself, and of tables and arrays all parts have to be equal. Pairs are
left out of which one is an array or a table and the other is not, since `==` broadcasts there; and those of a Decimal
and a scalar of numpy, of which neither knows the other.
"""
import base64
import collections
import decimal
import fractions
import datetime as dt
import itertools
import math
import pickle
import uuid

import numpy as np
import pandas as pd

ID = uuid.UUID(int=0x12345678123456781234567812345678)
VALUES = {
    'None': None, 'True': True, 'False': False, '0': 0, '1': 1, '-1': -1, '200': 200, '2**53': 2 ** 53,
    '2**53+1': 2 ** 53 + 1, '10**30': 10 ** 30, '0.0': 0.0, '-0.0': -0.0, '1.0': 1.0, '0.1': 0.1, '0.5': 0.5,
    '200.0': 200.0, '2.0**53': 2.0 ** 53, '1e30': 1e30, 'nan': math.nan, 'inf': math.inf, '-inf': -math.inf,
    'Decimal(1)': decimal.Decimal(1), 'Decimal(1.00)': decimal.Decimal('1.00'), 'Decimal(.1)': decimal.Decimal('0.1'),
    'Decimal(.5)': decimal.Decimal('0.5'), 'Decimal(1E+30)': decimal.Decimal('1E+30'),
    'Decimal(inf)': decimal.Decimal('Infinity'), 'Fraction(1/2)': fractions.Fraction(1, 2),
    'Fraction(1)': fractions.Fraction(1), '1+0j': complex(1, 0), '1+1j': complex(1, 1),
    'text': '', 'text1': '1', 'texta': 'a', 'bytes': b'', 'bytesa': b'a', 'bytearray': bytearray(b'a'),
    'uuid': ID, 'uuidtext': str(ID), 'day': dt.timedelta(1), '24h': dt.timedelta(hours=24), 'hour': dt.timedelta(hours=1),
    '[]': [], '[1]': [1], '[1.0]': [1.0], '[True]': [True], '[None]': [None], '[nan]': [math.nan], '[[1]]': [[1]],
    '()': (), '(1,)': (1,), '(1.0,)': (1.0,), '([1],)': ([1],), 'deque': collections.deque([1]),
    'deque4': collections.deque([1], maxlen=4), 'deque5': collections.deque([1], maxlen=5),
    '{}': {}, '{a:1}': {'a': 1}, '{a:1.0}': {'a': 1.0}, '{a:None}': {'a': None}, '{1:a}': {1: 'a'}, '{1.0:a}': {1.0: 'a'},
    '{True:a}': {True: 'a'}, '{(1,):a}': {(1,): 'a'}, '{(1.0,):a}': {(1.0,): 'a'}, '{ab}': {'a': 1, 'b': 2},
    '{ba}': {'b': 2, 'a': 1}, 'OrderedDict(ab)': collections.OrderedDict(a=1, b=2),
    'OrderedDict(ba)': collections.OrderedDict(b=2, a=1), 'OrderedDict(a)': collections.OrderedDict(a=1),
    'Counter': collections.Counter(a=1), 'Counter0': collections.Counter(a=1, b=0),
    'defaultdict': collections.defaultdict(int, a=1), 'set()': set(), '{1}': {1}, '{1.0}': {1.0}, '{1,2}': {1, 2},
    'frozenset(1)': frozenset([1]), '{(1,)}': {(1,)}, '{None}': {None}, 'Ellipsis': Ellipsis,
    'range': range(3), 'range(0,3,1)': range(0, 3, 1), 'slice': slice(1, 2),
    'int64': np.int64(1), 'uint8': np.uint8(200), 'float32': np.float32(0.5), 'float32(.1)': np.float32(0.1),
    'float64': np.float64(0.1), 'float64 nan': np.float64('nan'), 'bool_': np.bool_(True), 'str_': np.str_('a'),
    'complex128': np.complex128(1), 'array[1]': np.array([1]), 'array[1.0]': np.array([1.0]), 'array[nan]': np.array([np.nan]),
    'array[[1]]': np.array([[1]]), 'array[True]': np.array([True]), 'array[]': np.array([]), 'array[a]': np.array(['a']),
    'array[object 1]': np.array([1], dtype=object), 'array[object a]': np.array(['a'], dtype=object),
    'Series[1]': pd.Series([1]), 'Series[1.0]': pd.Series([1.0]), 'Series[nan]': pd.Series([np.nan]),
    'Series[2]': pd.Series([2]), 'Series[1] at a': pd.Series([1], index=['a']), 'Series[]': pd.Series([], dtype=float),
    'Series[1] at 0.0': pd.Series([1], index=[0.0]), 'Series[1,2]': pd.Series([1, 2]), 'Series[2,1]': pd.Series([2, 1]),
    'frame': pd.DataFrame({'a': [1], 'b': [2]}), 'frame ba': pd.DataFrame({'b': [2], 'a': [1]}),
    'frame floats': pd.DataFrame({'a': [1.0], 'b': [2.0]}), 'frame a': pd.DataFrame({'a': [1]}),
    'frame aa': pd.DataFrame([[1, 2]], columns=['a', 'a']), 'frame aa2': pd.DataFrame([[2, 1]], columns=['a', 'a']),
    'frame 0': pd.DataFrame({0: [1], 1: [2]}), 'frame rows': pd.DataFrame({'a': [1, 1]}),
}
TABLES = (np.ndarray, pd.Series, pd.DataFrame)


def same(a, b):
    if isinstance(a, pd.DataFrame):
        # Columns in another order are the same table.
        names = lambda frame: sorted(map(str, frame.columns))
        return (isinstance(b, pd.DataFrame) and same(list(a.index), list(b.index)) and names(a) == names(b) and
                all(same(list(x), list(y)) for x, y in zip(columns(a), columns(b))))
    if isinstance(a, pd.Series):
        return isinstance(b, pd.Series) and same(list(a.index), list(b.index)) and same(list(a), list(b))
    if isinstance(a, np.ndarray):
        return isinstance(b, np.ndarray) and a.shape == b.shape and same(a.tolist(), b.tolist())
    if type(a) is type(b) and isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(same, a, b))
    for one, other in (a, b), (b, a):
        if isinstance(one, np.generic) and isinstance(other, (list, tuple, range, bytearray, collections.deque)):
            return False  # numpy would compare with each element
    try:
        return a != a and b != b or bool(a == b)
    except TypeError:
        return False  # numpy refuses to compare some of its scalars with others


def columns(frame):
    order = sorted(range(frame.shape[1]), key=lambda i: str(frame.columns[i]))
    return [frame.iloc[:, i] for i in order]


def strangers(a, b):
    return isinstance(a, decimal.Decimal) and isinstance(b, np.generic)


def text(value):
    return base64.b64encode(pickle.dumps(value, 4)).decode()


def main():
    for (name, a), (other, b) in itertools.product(VALUES.items(), VALUES.items()):
        if isinstance(a, TABLES) == isinstance(b, TABLES) and not strangers(a, b) and not strangers(b, a):
            print('%s|%s|%s|%s|%d' % (name, other, text(a), text(b), same(a, b)))


main()
