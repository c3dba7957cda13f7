"""Writes a DataFrame as a pickle and measures what loading it costs here.

Usage: pickle_bench.py ROWS COLUMNS PROTOCOL ROUNDS FILE

Prints one line of JSON: the pickle's length, the least time of one pickle.loads in milliseconds, the same with a sum over
all values, and by how many bytes the peak of a fresh process' resident memory grew while it was loaded once.
"""
import gc
import json
import pickle
import subprocess
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
    """Linux only: what getrusage has survives an exec."""
    with open('/proc/self/status') as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith('VmHWM'))


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def growth(path):
    """Runs in a process of its own, whose peak is still ahead."""
    data = read(path)
    pickle.loads(pickle.dumps(pd.DataFrame([[1.5]])))
    before = peak()
    loaded = pickle.loads(data)
    print(peak() - before, len(loaded))


def main():
    rows, columns, protocol, rounds = map(int, sys.argv[1:5])
    frame = pd.DataFrame(np.random.default_rng(6).normal(size=(rows, columns)), columns=list('abcdefgh'[:columns]))
    with open(sys.argv[5], 'wb') as file:
        pickle.dump(frame, file, protocol)
    data = read(sys.argv[5])
    grown = subprocess.run([sys.executable, '-B', sys.argv[0], 'growth', sys.argv[5]], stdout=subprocess.PIPE, check=True)
    print(json.dumps({
        'bytes': len(data),
        'sum': float(frame.to_numpy().sum()),
        'grown': int(grown.stdout.split()[0]),
        'loads': least(rounds, lambda: pickle.loads(data)),
        'loads_and_sum': least(rounds, lambda: pickle.loads(data).to_numpy().sum()),
    }))


growth(sys.argv[2]) if sys.argv[1] == 'growth' else main()
