"""Writes a DataFrame as a pickle and measures what loading it costs here.

Usage: pickle_bench.py ROWS COLUMNS PROTOCOL ROUNDS FILE

Prints one line of JSON: the pickle's length, the least time of one pickle.loads in milliseconds, the same with a sum over
all values, and by how many bytes the peak of the resident memory grew while it was loaded once.
"""
import gc
import json
import pickle
import resource
import sys
import time

import numpy as np
import pandas as pd


def least(rounds, action):
    times = []
    for _ in range(rounds):
        gc.collect()
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


rows, columns, protocol, rounds = map(int, sys.argv[1:5])
frame = pd.DataFrame(np.random.default_rng(6).normal(size=(rows, columns)), columns=list('abcdefgh'[:columns]))
with open(sys.argv[5], 'wb') as file:
    pickle.dump(frame, file, protocol)
del frame
gc.collect()
with open(sys.argv[5], 'rb') as file:
    data = file.read()
before = peak()
loaded = pickle.loads(data)
grown = peak() - before
total = float(loaded.to_numpy().sum())
del loaded
print(json.dumps({
    'bytes': len(data), 'sum': total, 'grown': grown,
    'loads': least(rounds, lambda: pickle.loads(data)),
    'loads_and_sum': least(rounds, lambda: pickle.loads(data).to_numpy().sum()),
}))
