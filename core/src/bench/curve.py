"""What CURVE costs: round trips through our hub and through libzmq, with and without it, by turns, with one client."""
import os
import statistics
import subprocess

import servers

WARM_UP_SECONDS = 12.0
CLIENT_SECONDS = 60.0
OUTSTANDING = 100


def keys():
    """Pairs of the server and the client; pyzmq makes them."""
    code = "import zmq; print(*(k.decode() for _ in '12' for k in zmq.curve_keypair()), sep='\\n')"
    done = subprocess.run(["/usr/bin/python3", "-c", code], capture_output=True, text=True)
    if done.returncode:
        raise servers.Missing("pyzmq with CURVE is not installed")
    return done.stdout.split()


def started(kit, pairs):
    """Starts the four servers; returns name → (kind, port, pid, keys of the client)."""
    server_public, server_secret, public, secret = pairs
    client = [server_public, public, secret]
    forwarder = kit.program("zmq_forwarder.c", "-lzmq")
    class_path = os.environ.get("HUBSH_BENCH_CLASSES") or servers.class_path(servers.TOP)
    java = [servers.java(), "-cp", class_path, os.path.join(servers.HERE, "CurveHub.java")]
    found = {}
    for name, kind, command, curve in (
            ("hub, NULL", "hub", java, False), ("hub, CURVE", "hub", java, True),
            ("libzmq, NULL", "forwarder", [forwarder], False), ("libzmq, CURVE", "forwarder", [forwarder], True)):
        port = servers.free_port()
        own = [*command, str(port), *([server_secret] if curve and kind == "hub" else [])]
        environment = {"FORWARDER_SECRET": server_secret} if curve and kind == "forwarder" else None
        process = kit.start(f"{kind}-{curve}", own, port, environment)
        found[name] = (kind, port, process.pid, client if curve else [])
    return found


def curve(kit, options, skipped):
    """Returns rows: a server, round trips a second and processor time of each round."""
    client = kit.program("curve_trips.c", "-lzmq")
    all_servers = started(kit, keys())

    def run(name, seconds):
        kind, port, pid, own = all_servers[name]
        done = subprocess.run(
            [client, kind, str(port), str(pid), str(OUTSTANDING), str(seconds), *own], capture_output=True, text=True,
            timeout=seconds + CLIENT_SECONDS)
        if done.returncode:
            raise servers.Failed(f"{name}: {done.stderr.strip()}")
        return [float(each) for each in done.stdout.split()]

    rows = {name: {"per_second": [], "cpu_us": []} for name in all_servers}
    for name in all_servers:
        if name.startswith("hub"):
            run(name, WARM_UP_SECONDS)
    for _ in range(options.rounds):
        for name, row in rows.items():
            per_second, cpu_us = run(name, 1.5 * options.seconds)
            row["per_second"].append(per_second)
            row["cpu_us"].append(cpu_us)
    return [{"server": name, **row} for name, row in rows.items()]


def ratio(rows, server, figure):
    """Returns CURVE to NULL, the median of the ratios of each round."""
    by_name = {row["server"]: row[figure] for row in rows}
    pairs = zip(by_name[f"{server}, CURVE"], by_name[f"{server}, NULL"])
    return statistics.median(one / other for one, other in pairs)
