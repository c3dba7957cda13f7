"""Hours of trouble for a hub, with a ledger in which nothing may be missing.

A real hub (bin/hubsh hub, with a heap of 256 MB) has plugins in CPython with pyzmq, and requesters that keep a ledger.
Every request must end in a reply, or in an error that names its cause, exactly once. The parts:

  attacks  strangers who want to stop the hub or fill its memory: half-open handshakes, idle connections, headers of
           every size, messages that never end, floods of subscriptions, subscribers and clients that never read, no
           more file descriptors; a well-behaved pair has every request answered meanwhile
  cluster  three hubs that are one network, with three servers of NATS: hubs, servers and plugins are killed and stopped; as
           root each has a network of its own, whose link is cut; when it is calm each plugin must answer in every room; it
           runs as long as --for says
  mutated  a million mutated messages, paced and as fast as they go, beside such a pair
  plugins  plugins that are killed, stopped, cut off, doubled and restarted, and a hub that is stopped, or killed and started
           again, under traffic; when it is calm each plugin must answer again; it runs as long as --for says; from 1m on a
           script of hubsh is one of the requesters

Without a part all run. The exit code is 1 if an entry of the ledger is missing; it is printed.
"""
import argparse
import re
import signal
import sys
import time

from soak import processes
from soak.attacks import Attacks
from soak.cluster import ClusterSoak
from soak.mutated import MutatedSoak
from soak.plugins import PluginSoak

UNITS = {'s': 1, 'm': 60, 'h': 3600}
PARTS = {'attacks': Attacks, 'cluster': ClusterSoak, 'mutated': MutatedSoak, 'plugins': PluginSoak}


def duration(text):
    found = re.fullmatch(r'(\d+)([smh])', text)
    if not found:
        raise argparse.ArgumentTypeError('not a time like 90s, 10m or 1h: ' + text)
    return int(found.group(1)) * UNITS[found.group(2)]


def share(text):
    if not text.isdigit() or not 1 <= int(text) <= 100:
        raise argparse.ArgumentTypeError('not from 1 to 100: ' + text)
    return int(text)


def parse():
    parser = argparse.ArgumentParser(
        prog='bin/soak', description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('parts', nargs='*', metavar='PART', help='|'.join(PARTS))
    parser.add_argument('--for', dest='duration', type=duration, default='1h', metavar='TIME',
                        help='how long the plugins have trouble: 90s, 10m; default 1h')
    parser.add_argument('--seed', type=int, default=int(time.time()), metavar='N',
                        help='what decides about all that is left to chance; default the time')
    parser.add_argument('--share', type=share, default=100, metavar='PERCENT',
                        help='how much of the attacks and of the mutated messages; default 100')
    options = parser.parse_args()
    for part in options.parts:
        if part not in PARTS:
            parser.error('no part %s; the parts are %s' % (part, ', '.join(PARTS)))
    return options


def say(text):
    print(text, flush=True)


def run(part, options):
    """Run a part, and print its table; returns what is missing."""
    say('\n%s, with seed %d' % (part, options.seed))
    workspace = processes.Workspace()
    try:
        rows, missing = PARTS[part](workspace, options, say).run()
    except processes.SoakError as error:
        rows, missing = [], [str(error)]
    finally:
        workspace.close()
    width = max([len(name) for name, _ in rows], default=0)
    for name, value in rows:
        say('%-*s  %s' % (width, name, value))
    for line in missing:
        say('MISSING: ' + line)
    return missing


def main():
    options = parse()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    signal.signal(signal.SIGHUP, lambda *_: sys.exit(129))
    missing = []
    try:
        for part in options.parts or PARTS:
            missing += run(part, options)
    except KeyboardInterrupt:
        sys.exit(130)
    say('\nthe ledger is complete' if not missing else '\nmissing or wrong: %d' % len(missing))
    sys.exit(1 if missing else 0)


if __name__ == '__main__':
    main()
