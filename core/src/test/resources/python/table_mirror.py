"""Offers what tables.py has as pickles of every protocol, and judges what comes back.

"shapes" prints `name json` lines, each a table as the encoder of the reference package writes it. "offer" prints `name protocol base64` lines, names quoted as in URLs; "judge" reads `name base64` lines and prints one
line for each that differs from the value of that name, then "judged N".
"""
import base64
import json
import pickle
import sys
import urllib.parse
import warnings

import pandas as pd
import tables

warnings.simplefilter('ignore')
SEEDS = 150
SHAPED = ['series: ints', 'series: floats', 'series: small floats', 'series: object', 'series: named index',
          'series: truths', 'series: no values', 'series: named by a number', 'frames: floats', 'frames: named index']


def everything():
    values = tables.values()
    values.update(('seed %d' % seed, tables.chance(seed)) for seed in range(SEEDS))
    return {urllib.parse.quote(name): value for name, value in values.items()}


def offer():
    for number, (name, value) in enumerate(everything().items()):
        for protocol in range(6) if not name.startswith('seed') else [number % 6]:
            print(name, protocol, base64.b64encode(pickle.dumps(value, protocol)).decode())


def shape(table):
    """As PandasJsonEncoder has it; its readers make the table of these arguments."""
    obj = {'index': table.index.tolist(), 'values': table.values.tolist(), 'index_dtype': str(table.index.dtype)}
    if isinstance(table, pd.Series):
        obj.update(dtype=str(table.dtype), type='Series')
    else:
        obj.update(columns=table.columns.tolist(), type='DataFrame')
    if table.index.name:
        obj['index_name'] = table.index.name
    if getattr(table, 'name', None):
        obj['name'] = table.name
    return obj


def shapes():
    for name in SHAPED:
        print(urllib.parse.quote(name), json.dumps(shape(tables.values()[name])))


def judge():
    values = everything()
    count = 0
    for line in sys.stdin:
        name, data = line.split()
        count += 1
        try:
            difference = tables.difference(values[name], pickle.loads(base64.b64decode(data)))
        except Exception as error:
            difference = '%s: %s' % (type(error).__name__, error)
        if difference:
            print(urllib.parse.unquote(name), 'differs:', ascii(difference)[:300])
    print('judged', count)


{'offer': offer, 'shapes': shapes, 'judge': judge}[sys.argv[1]]()
