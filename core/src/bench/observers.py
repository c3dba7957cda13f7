"""The part of bin/bench that looks at an observer: `hubsh tail --jsonl` into a file, in a flood of broadcasts."""
import os
import re
import subprocess
import sys
import time

import servers
import starts

RATE = 100_000
SECONDS = 5
JOIN_SECONDS = 60.0
SEND_SECONDS = 300.0
QUIET_SECONDS = 1.0
FIGURES = ("sent", "a_second", "seconds_more", "written", "missed", "megabytes", "cpu_us")


def observers(kit, options, skipped):
    """Returns for each checkout what each round gave. Each round has a hub and a tail of its own, which start cold."""
    client = kit.program("broadcasts.c", "-lpthread")
    checkouts = {"hubsh": servers.TOP}
    checkouts.update({os.path.basename(os.path.abspath(each)): os.path.abspath(each) for each in options.checkout})
    results = {name: {each: [] for each in FIGURES} for name in checkouts}
    for number in range(options.rounds):
        print(f"observers, round {number + 1} of {options.rounds}", file=sys.stderr, flush=True)
        for name, checkout in checkouts.items():
            starts.await_archive(checkout, ["help"], os.environ)
            figures = measure(kit, client, f"{name}-{number}", checkout)
            for figure, value in zip(FIGURES, figures):
                results[name][figure].append(value)
    return results


def measure(kit, client, name, checkout):
    port, _, _ = servers.hub(f"observed-{name}", checkout).address(kit, 0)
    uri = f"tcp://127.0.0.1:{port}"
    out = os.path.join(kit.folder, f"tail-{name}")
    with open(out, "wb") as lines:
        tail = subprocess.Popen(
            [f"{checkout}/bin/hubsh", "--wait", "60s", "--hub", uri, "tail", "--jsonl"],
            stdin=subprocess.DEVNULL, stdout=lines, stderr=subprocess.DEVNULL)
    kit.started.append(tail)
    await_first_line(checkout, uri, out)
    before = processor_seconds(tail.pid)
    flood = subprocess.run(
        [client, str(port), str(RATE * SECONDS), str(RATE)], capture_output=True, text=True, timeout=SEND_SECONDS)
    ended = time.time()
    if flood.returncode:
        raise servers.Failed(f"observers: {flood.stderr.strip()[-300:]}")
    sent, took = (float(each) for each in re.findall(r"[0-9.]+", flood.stdout))
    await_last_line(out)
    more = max(0.0, os.path.getmtime(out) - ended)
    written, missed = count(out)
    figures = (sent, sent / took, more, written, missed, peak_megabytes(tail.pid),
               (processor_seconds(tail.pid) - before) * 1e6 / sent)
    tail.terminate()
    tail.wait()
    return figures


def await_first_line(checkout, uri, out):
    """A tail shows what is asked for, too, as soon as it hears broadcasts."""
    deadline = time.monotonic() + JOIN_SECONDS
    while os.path.getsize(out) == 0 and time.monotonic() < deadline:
        subprocess.run([f"{checkout}/bin/hubsh", "--wait", "60s", "--hub", uri, "ping", "bench"], capture_output=True,
                       timeout=JOIN_SECONDS)


def await_last_line(out):
    size = -1
    while size != os.path.getsize(out):
        size = os.path.getsize(out)
        time.sleep(QUIET_SECONDS)


def count(out):
    """Returns how many of the broadcasts were written, and how many the tail says to have missed."""
    written = missed = 0
    with open(out, "rb") as lines:
        for line in lines:
            told = re.search(rb'"event":"missed","count":([0-9]+)', line)
            if told:
                missed += int(told.group(1))
            elif b'"echo"' in line:
                written += 1
    return written, missed


def peak_megabytes(pid):
    with open(f"/proc/{pid}/status") as status:
        return int(re.search(r"VmHWM:\s+([0-9]+)", status.read()).group(1)) / 1024


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat") as stat:
        user, system = stat.read().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
