"""The part of bin/bench that looks at hubs that are one network: round trips across two of them, beside NATS alone."""
import os
import subprocess
import sys
import time

import servers

WARM_UP = 20_000
CLIENT_SECONDS = 120.0
JOIN_SECONDS = 3.0
IDLE_SECONDS = 10.0
OUTSTANDING = (1, 100)


def cluster(kit, options, skipped):
    """Returns for `across`, `nats` and `request` (NATS's own, in Java) what each round gave; and what ClusterBench prints."""
    client = kit.program("round_trips.c", "-lpthread")
    nats_port, _, nats_pid = servers.nats().address(kit, 0)
    uri = f"nats://127.0.0.1:{nats_port}"
    rooms = [servers.hub(f"room{number}", servers.TOP, "--join", uri).address(kit, 0) for number in (1, 2)]
    time.sleep(JOIN_SECONDS)
    print("cluster", file=sys.stderr, flush=True)
    here, there = rooms[0], rooms[1]
    kinds = {"across": ("cluster", here[0], there[0], here[2]), "nats": ("nats", nats_port, 0, nats_pid)}
    results = {}
    for turn in range(options.rounds):
        p50, p99 = java(options, "NatsRequests.java", uri, options.seconds, 1)
        row = results.setdefault("request 1", {"p50_us": [], "p99_us": []})
        row["p50_us"].append(p50)
        row["p99_us"].append(p99)
        for outstanding in OUTSTANDING:
            for name in sorted(kinds, reverse=turn % 2 == 1):
                figures = run(client, (*kinds[name], outstanding, 1, 0, WARM_UP, options.seconds))
                row = results.setdefault(f"{name} {outstanding}", {"p50_us": [], "p99_us": [], "per_second": []})
                for key, value in zip(row, figures):
                    row[key].append(value)
    results["announced_ms"], results["idle_sent"], results["idle_received"] = java(options, "ClusterBench.java", uri, IDLE_SECONDS)
    return results


def run(client, arguments):
    done = subprocess.run([client, *map(str, arguments)], capture_output=True, text=True,
                          timeout=arguments[-1] + CLIENT_SECONDS)
    if done.returncode:
        raise servers.Failed(f"cluster: {arguments}: {done.stderr.strip() or 'no reply in time'}")
    return [float(each) for each in done.stdout.split()]


def java(options, program, *arguments):
    done = subprocess.run(
        [servers.java(), "-cp", servers.class_path(servers.TOP), os.path.join(servers.HERE, program),
         *map(str, arguments)], capture_output=True, text=True, timeout=CLIENT_SECONDS + options.seconds)
    if done.returncode:
        raise servers.Failed(f"cluster: {done.stderr.strip()[-500:]}")
    return [float(each) for each in done.stdout.split()]
