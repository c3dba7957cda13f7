"""The parts of bin/bench beside round trips: `execute` in Java, and one request as a process of its own."""
import os
import subprocess
import sys
import time

import servers

JAVA_SECONDS = 120.0
RUN_SECONDS = 60.0
INSTALL_SECONDS = 180.0
TRAIN_SECONDS = 120.0
ONE_SHOT_RUNS = 21
NODE_PACKAGE = "zeromq@6.8.0"


def execute(kit, options, skipped):
    """Returns for `plugin` and `bare` the p50 and p99 of each round."""
    port, _, _ = servers.hub("hubsh-execute", servers.TOP).address(kit, 0)
    print("execute in Java", file=sys.stderr, flush=True)
    done = subprocess.run(
        [servers.java(), "-cp", servers.class_path(servers.TOP), os.path.join(servers.HERE, "ExecuteBench.java"),
         f"tcp://127.0.0.1:{port}", str(options.seconds), str(options.rounds)],
        capture_output=True, text=True, timeout=JAVA_SECONDS + 2 * options.seconds * options.rounds)
    if done.returncode:
        raise servers.Failed(f"execute: {done.stderr.strip()[-500:]}")
    rounds = [[float(each) for each in line.split()] for line in done.stdout.splitlines()]
    return {name: {"p50_us": [each[at] for each in rounds], "p99_us": [each[at + 1] for each in rounds]}
            for name, at in (("plugin", 0), ("bare", 2))}


def one_shot(kit, options, skipped):
    """Returns for `hubsh` and `node` the milliseconds of each run; without what is missing for Node."""
    port, _, _ = servers.hub("hubsh-one-shot", servers.TOP).address(kit, 0)
    uri = f"tcp://127.0.0.1:{port}"
    environment = {**os.environ, "HUBSH_HUB": uri}
    commands = {"hubsh": [f"{servers.TOP}/bin/hubsh", "ping", "bench"]}
    await_archive(servers.TOP, ["ping", "bench"], environment)
    try:
        commands["node"] = [servers.require("node"), node_client(kit), uri, "0"]
    except servers.Missing as e:
        skipped["node"] = str(e)
    print("one request as a process", file=sys.stderr, flush=True)
    took = {name: [] for name in commands}
    for turn in range(ONE_SHOT_RUNS):
        for name in sorted(commands, reverse=turn % 2 == 1):
            took[name].append(run(commands[name], environment) * 1000)
    return took


def run(command, environment):
    """Returns how many seconds a process took."""
    began = time.monotonic()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=RUN_SECONDS)
    if done.returncode:
        raise servers.Failed(f"{' '.join(command)}: {done.stderr.strip()[-300:]}")
    return time.monotonic() - began


def await_archive(checkout, arguments, environment):
    """The first short runs make an archive of classes in the background. Waits until they have."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    pending = os.path.join(cache, "hubsh/start", os.path.realpath(checkout).replace("/", "+"), "short/pending")
    deadline = time.monotonic() + TRAIN_SECONDS
    for _ in range(3):
        run([f"{checkout}/bin/hubsh", *arguments], environment)
        while os.path.exists(pending) and time.monotonic() < deadline:
            time.sleep(0.2)


def node_client(kit):
    """Returns the client for Node, beside the package that it needs."""
    folder = os.path.join(kit.folder, "node")
    os.makedirs(folder)
    command = [servers.require("npm"), "install", "--no-audit", "--no-fund", "--silent", "--prefix", folder, NODE_PACKAGE]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=INSTALL_SECONDS)
    except subprocess.TimeoutExpired:
        raise servers.Missing(f"npm cannot install {NODE_PACKAGE} in time") from None
    if done.returncode:
        raise servers.Missing(f"npm cannot install {NODE_PACKAGE}")
    client = os.path.join(folder, "client.mjs")
    with open(os.path.join(servers.TOP, "shell/src/bench/client.mjs")) as source, open(client, "w") as target:
        target.write(source.read())
    return client
