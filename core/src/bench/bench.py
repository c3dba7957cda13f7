"""The work of bin/bench."""
import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile

import cluster
import curve
import observers
import report
import servers
import starts
import turns

DESCRIPTION = """Compares the hub of hubsh with other servers, by turns, with the same thin clients.

Requests of 600 bytes go through each server to an echo plugin, and its replies back:

  hubsh    the hub of this checkout, as bin/hubsh starts it
  jeromq   a dumb forwarder on JeroMQ
  libzmq   a dumb forwarder on libzmq, in C                  (needs gcc and libzmq3-dev)
  nats     NATS                                              (needs nats-server)
  splicer  copies bytes unread between two connections       (needs gcc)

Then a quiet pair at our hub is measured alone and beside a pair that sends 100,000 requests at once, `execute` of a
Java plugin is compared with a bare JeroMQ socket, `bin/hubsh ping` with Node and its package zeromq, and
`hubsh tail --jsonl` has to keep up with 100,000 broadcasts a second. Round trips across two hubs that are joined by NATS are
compared with NATS alone, and 10,000 plugins are announced (needs nats-server). The last part compares CURVE with NULL, at
our hub and at libzmq. What is not on this machine is left out, and named.
BENCHMARKS.md describes the method."""

EPILOG = """examples:
  bin/bench                                  all of it: about 20 minutes
  bin/bench --rounds 1 --seconds 1           a first look: about 4 minutes
  bin/bench --only round-trips --servers hubsh,nats --outstanding 100,1000 --plugins 1 --subscribers 0
  bin/bench --checkout ../old                the hub of another checkout as well"""

PARTS = ("round-trips", "fair-turns", "execute", "one-shot", "observers", "cluster", "curve")
FIRST_WARM_UP = 1_000_000
# The compiler also compiles again when messages come in other numbers at once, or from many plugins.
CELL_WARM_UP = 200_000
WARM_UP = 5_000
CLIENT_SECONDS = 120.0
FIGURES = ("p50_us", "p99_us", "per_second", "cpu_us", "broadcasts")


def numbers(text):
    return [int(each) for each in text.split(",")]


def names(text):
    return text.split(",")


def parse(arguments):
    parser = argparse.ArgumentParser(
        "bin/bench", description=DESCRIPTION, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="how often each figure is taken (3)")
    parser.add_argument("--seconds", type=float, default=3.0, help="how long each time (3)")
    parser.add_argument("--outstanding", type=numbers, default=[1, 100, 1000], metavar="N,…",
                        help="requests under way at the same time (1,100,1000)")
    parser.add_argument("--plugins", type=numbers, default=[1, 10, 100, 1000], metavar="N,…",
                        help="plugins that are asked in turn (1,10,100,1000)")
    parser.add_argument("--subscribers", type=numbers, default=[0, 1, 10], metavar="N,…",
                        help="subscribers to everything (0,1,10)")
    parser.add_argument("--full", action="store_true",
                        help="every combination of the three; else plugins and subscribers vary one at a time, with 100 "
                             "outstanding")
    parser.add_argument("--servers", type=names, metavar="NAME,…", help="only these servers")
    parser.add_argument("--only", choices=PARTS, help="only this part")
    parser.add_argument("--checkout", action="append", default=[], metavar="FOLDER",
                        help="also the hub of another checkout, which is built; may be given several times")
    parser.add_argument("--json", action="store_true", help="print one JSON object in place of the tables")
    return parser.parse_args(arguments)


def cells(options):
    """Returns what is measured: (outstanding, plugins, subscribers)."""
    if options.full:
        return [(o, p, s) for s in options.subscribers for p in options.plugins for o in options.outstanding]
    few, none = options.plugins[0], options.subscribers[0]
    middle = 100 if 100 in options.outstanding else options.outstanding[-1]
    return ([(o, few, none) for o in options.outstanding]
            + [(middle, p, none) for p in options.plugins[1:]]
            + [(middle, few, s) for s in options.subscribers[1:]])


def say(text):
    print(text, file=sys.stderr, flush=True)


def run(client, server, arguments):
    """Returns the figures of one run of round_trips.c."""
    done = subprocess.run(
        [client, server.kind, *map(str, arguments)], capture_output=True, text=True,
        timeout=arguments[-1] + CLIENT_SECONDS)
    if done.returncode:
        raise servers.Failed(f"{server.name} with {arguments}: {done.stderr.strip() or 'no reply in time'}")
    return [float(each) for each in done.stdout.split()]


def round_trips(kit, options, skipped):
    """Returns rows: a server, a cell, and for each figure what each round gave."""
    client = kit.program("round_trips.c", "-lpthread")
    all_servers = [servers.hub("hubsh", servers.TOP)]
    all_servers += [servers.hub(os.path.basename(os.path.abspath(each)), os.path.abspath(each))
                    for each in options.checkout]
    all_servers += [servers.jeromq(), servers.libzmq(), servers.nats(), servers.splicer()]
    compared = [each for each in all_servers if not options.servers or each.name in options.servers]
    rows, warm = {}, set()
    for round_number in range(options.rounds):
        say(f"round trips, round {round_number + 1} of {options.rounds}")
        for cell in cells(options):
            outstanding, plugins, subscribers = cell
            able = [each for each in compared if each.name not in skipped and each.can_do(plugins, subscribers)]
            for server in able[round_number % max(1, len(able)):] + able[:round_number % max(1, len(able))]:
                try:
                    port, publish_port, pid = server.address(kit, subscribers)
                except servers.Missing as e:
                    skipped[server.name] = str(e)
                    continue
                if (pid, subscribers) not in warm:
                    # The compiler of a Java needs many requests, and compiles again when there are subscribers.
                    run(client, server, (port, publish_port, pid, 100, 1, subscribers, FIRST_WARM_UP, 0.1))
                    warm.add((pid, subscribers))
                warm_up = WARM_UP if (pid, cell) in warm else CELL_WARM_UP
                warm.add((pid, cell))
                figures = run(client, server, (port, publish_port, pid, *cell, warm_up, options.seconds))
                row = rows.setdefault((server.name, cell), {each: [] for each in FIGURES})
                for figure, value in zip(FIGURES, figures):
                    row[figure].append(value)
    return [{"server": name, "outstanding": cell[0], "plugins": cell[1], "subscribers": cell[2], **row}
            for (name, cell), row in rows.items()]


def main(arguments):
    options = parse(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    skipped, failed, results = {}, {}, {}
    with tempfile.TemporaryDirectory(prefix="hubsh-bench-") as folder:
        kit = servers.Kit(folder)
        try:
            measures = (round_trips, turns.fair_turns, starts.execute, starts.one_shot, observers.observers, cluster.cluster,
                        curve.curve)
            for part, measure in zip(PARTS, measures):
                if options.only in (None, part):
                    try:
                        results[part] = measure(kit, options, skipped)
                    except servers.Missing as e:
                        skipped[part] = str(e)
                    except (servers.Failed, subprocess.TimeoutExpired) as e:
                        failed[part] = str(e)
        except KeyboardInterrupt:
            return 130
        finally:
            kit.close()
    results.update(skipped=skipped, failed=failed)
    print(json.dumps(results, indent=1) if options.json else report.text(results))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
