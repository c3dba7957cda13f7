"""The part of bin/bench that looks at fairness: a quiet pair at the hub, alone and beside another pair's flood.

The flood needs processors, too. What they cost the quiet pair shows a flood of another hub on the same machine."""
import subprocess
import sys

import servers

FLOOD = 100_000
FLOOD_WARM_UP_SECONDS = 10
WARM_UP = 5_000
MAX_WARM_UP_SECONDS = 60.0
EXTRA_SECONDS = 60.0


def fair_turns(kit, options, skipped):
    """Returns for `alone`, `beside` and `elsewhere` the p50 and p99 of each round, one request outstanding."""
    client = kit.program("round_trips.c", "-lpthread")
    port, _, pid = servers.hub("hubsh-turns", servers.TOP).address(kit, 0)
    other, _, other_pid = servers.hub("hubsh-turns-elsewhere", servers.TOP).address(kit, 0)
    print("fair turns", file=sys.stderr, flush=True)
    quiet = lambda warm_up: ("hub", port, 0, pid, 1, 1, 0, warm_up, options.seconds)
    # A second is the shortest warm-up of the quiet pair.
    flood = lambda seconds, *hub: ("flood", hub[0], 0, hub[1], FLOOD, 1, 0, 0, seconds + 2)
    floods = {"beside": (port, pid), "elsewhere": (other, other_pid)}
    finish(begin(client, quiet(FLOOD)))
    for hub in floods.values():
        finish(begin(client, flood(FLOOD_WARM_UP_SECONDS, *hub)))
    results = {name: {"p50_us": [], "p99_us": []} for name in ("alone", *floods)}
    for _ in range(options.rounds):
        take(results["alone"], finish(begin(client, quiet(WARM_UP))))
        for name, hub in floods.items():
            flooding = begin(client, flood(options.seconds, *hub))
            try:
                take(results[name], finish(begin(client, quiet(0))))
            finally:
                finish(flooding)
    return results


def begin(client, arguments):
    command = [client, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(process):
    """Returns what it printed."""
    try:
        printed, error = process.communicate(timeout=MAX_WARM_UP_SECONDS + EXTRA_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        raise
    if process.returncode:
        raise servers.Failed(f"fair turns: {error.strip() or printed.strip() or 'no reply in time'}")
    return printed


def take(row, printed):
    p50, p99 = printed.split()[:2]
    row["p50_us"].append(float(p50))
    row["p99_us"].append(float(p99))
