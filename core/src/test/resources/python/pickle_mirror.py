"""Offers values as pickles of every protocol, and judges what comes back.

Runs on the standard library of Python 3 only. "offer" prints `name protocol base64` lines; "judge" reads `name base64`
lines and prints one line for each that differs from the value of that name, then "judged N".
"""
import base64
import datetime as dt
import decimal
import pickle
import sys
import uuid

UTC = dt.timezone.utc
VALUES = {
    "none": None,
    "booleans": [True, False],
    "ints": [0, 1, -1, 255, 256, 65535, 65536, 2**31 - 1, 2**31, -2**31, -2**31 - 1, 2**63 - 1, 2**63, -2**63,
             -2**63 - 1, 10**400, -10**3000],
    "floats": [0.0, -0.0, 1.5, 1e300, 5e-324, 0.1, float("inf"), float("-inf"), float("nan")],
    "texts": ["", "a", "caf\xe9", "\u4e2d\u6587", "\U0001f600", "\ud800x", "a\x00\n\\u0041\x1a\\", "x" * 300],
    "bytes": [b"", b"a", bytes(range(256)), b"\xff" * 300],
    "nested": {"a": [1, (2, 3, (4,), ()), {"b": None}], 1: "one", (1, "k"): [[]], None: 0.5, b"raw": 1},
    "sets": [set(), {1, 2, 3}, frozenset(), frozenset(["a"]), {frozenset([1]), (1, 2)}],
    "datetimes": [dt.datetime(2016, 4, 1, 12, 34, 56, 983040), dt.datetime(1, 1, 1), dt.datetime.max,
                  dt.datetime(2016, 4, 1, tzinfo=UTC),
                  dt.datetime(2016, 4, 1, 1, 2, 3, 4, dt.timezone(dt.timedelta(hours=-5, minutes=-30)))],
    "dates": [dt.date(2016, 4, 1), dt.date.min, dt.date.max],
    "times": [dt.time(), dt.time(23, 59, 59, 999999), dt.time(1, tzinfo=UTC)],
    "durations": [dt.timedelta(), dt.timedelta(-1, 3, 5), dt.timedelta(days=1, seconds=2, microseconds=3),
                  dt.timedelta.max, dt.timedelta.min, dt.timedelta(microseconds=-1)],
    "zones": [UTC, dt.timezone(dt.timedelta(hours=9))],
    "decimals": [decimal.Decimal(t) for t in ("0", "-1.50", "1E+30", "1e-30", "12345678901234567890.123456789")],
    "uuids": [uuid.UUID(int=1), uuid.UUID(int=2**128 - 1), uuid.uuid5(uuid.NAMESPACE_DNS, "hub")],
    "shared": (lambda part: [part, part, {"again": part}])(["x"]),
    "long list": list(range(3000)),
    "long dict": {str(i): i for i in range(3000)},
}


def same(a, b):
    if type(a) is not type(b):
        return False
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a.items(), b.items()))
    return a == b or repr(a) == repr(b)


def offer():
    for name, value in VALUES.items():
        for protocol in range(6):
            print(name.replace(" ", "_"), protocol, base64.b64encode(pickle.dumps(value, protocol)).decode())


def judge():
    values = {name.replace(" ", "_"): value for name, value in VALUES.items()}
    count = 0
    for line in sys.stdin:
        name, data = line.split()
        count += 1
        found = pickle.loads(base64.b64decode(data))
        if not same(values[name], found):
            print(name, "differs:", ascii(found)[:300])
    print("judged", count)


{"offer": offer, "judge": judge}[sys.argv[1]]()
