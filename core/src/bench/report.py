"""The tables that bin/bench prints: medians, and medians of the ratios of rounds."""
import statistics

import curve

ROW = "{:<12} {:>11} {:>7} {:>11} {:>8} {:>8} {:>9} {:>7} {:>10}"
HEAD = ("server", "outstanding", "plugins", "subscribers", "p50 µs", "p99 µs", "a second", "cpu µs", "broadcasts")


def ratio(ours, theirs):
    """Returns the median of the ratios, round by round."""
    return statistics.median(a / b for a, b in zip(ours, theirs))


def find(rows, server, outstanding, plugins=1, subscribers=0):
    wanted = (server, outstanding, plugins, subscribers)
    return next((r for r in rows if (r["server"], r["outstanding"], r["plugins"], r["subscribers"]) == wanted), None)


def text(results):
    lines = []
    if "round-trips" in results:
        lines += table(results["round-trips"])
    if "fair-turns" in results:
        for other in ("alone", "elsewhere"):
            lines += pair("a quiet pair, p99 µs, beside a flood", results["fair-turns"], "beside", other, lambda row: row["p99_us"])
    if "execute" in results:
        lines += pair("execute in Java, p50 µs", results["execute"], "plugin", "bare", lambda row: row["p50_us"])
    if "one-shot" in results:
        lines += pair("one request as a process, ms", results["one-shot"], "hubsh", "node", lambda row: row)
    if "observers" in results:
        lines += observed(results["observers"])
    if "cluster" in results:
        lines += clustered(results["cluster"])
    lines += ["", *goals(results)]
    if "curve" in results:
        lines += curved(results["curve"])
    lines += ["", *(f"not measured: {name}: {why}" for name, why in results["skipped"].items())]
    lines += (f"failed: {name}: {why}" for name, why in results["failed"].items())
    return "\n".join(lines).strip()


def table(rows):
    lines = [ROW.format(*HEAD)]
    last = None
    for row in rows:
        cell = (row["outstanding"], row["plugins"], row["subscribers"])
        if last not in (None, cell):
            lines.append("")
        last = cell
        p50, p99, rate, cpu, broadcasts = (
            statistics.median(row[each]) for each in ("p50_us", "p99_us", "per_second", "cpu_us", "broadcasts"))
        lines.append(ROW.format(
            row["server"], *cell, f"{p50:.0f}", f"{p99:.0f}", f"{rate:.0f}", f"{cpu:.2f}",
            f"{broadcasts:.2f}" if row["subscribers"] else ""))
    return lines


def pair(title, results, ours, theirs, figures):
    found = [name for name in (ours, theirs) if name in results]
    text_of = ", ".join(f"{name} {statistics.median(figures(results[name])):.0f}" for name in found)
    both = f"; ratio {ratio(figures(results[ours]), figures(results[theirs])):.2f}" if len(found) == 2 else ""
    return ["", f"{title}: {text_of}{both}"]


def observed(results):
    row = "{:<12} {:>8} {:>9} {:>8} {:>8} {:>7} {:>5} {:>7}"
    lines = ["", row.format("tail --jsonl", "sent", "a second", "s more", "written", "missed", "MB", "cpu µs")]
    for name, figures in results.items():
        sent, rate, more, written, missed, megabytes, cpu = (statistics.median(each) for each in figures.values())
        lines.append(row.format(name, f"{sent:.0f}", f"{rate:.0f}", f"{more:.1f}", f"{written:.0f}", f"{missed:.0f}",
                                f"{megabytes:.0f}", f"{cpu:.1f}"))
    return lines


def curved(rows):
    lines = ["", "CURVE beside NULL, 100 outstanding: round trips a second, processor µs each"]
    for row in rows:
        lines.append(f"{row['server']:14} {statistics.median(row['per_second']):10.0f} "
                     f"{statistics.median(row['cpu_us']):8.2f}")
    for server in ("hub", "libzmq"):
        lines.append(f"{server}: CURVE to NULL {curve.ratio(rows, server, 'per_second'):.2f} of the rate, "
                     f"{curve.ratio(rows, server, 'cpu_us'):.1f} times the processor time")
    return lines


def clustered(results):
    lines = []
    for outstanding in (1, 100):
        lines += pair(f"across two hubs, {outstanding} outstanding, p50 µs", results, f"across {outstanding}",
                      f"nats {outstanding}", lambda row: row["p50_us"])
    lines += pair("across two hubs, p50 µs, beside NATS's own request in Java", results, "across 1", "request 1",
                  lambda row: row["p50_us"])
    return lines + ["", f"10,000 plugins announced in {results['announced_ms']:.0f} ms; with them, idle, each of three hubs "
                        f"sends {results['idle_sent']:.1f} messages a second and receives {results['idle_received']:.1f}"]


def goals(results):
    """Returns a line for each goal whose figures were taken."""
    rows = results.get("round-trips", [])
    hub = lambda *cell: find(rows, "hubsh", *cell)
    found = []

    def compare(what, figure, ours, theirs, limit, at_most):
        if ours and theirs:
            found.append((what, ratio(ours[figure], theirs[figure]), limit, at_most))

    for outstanding in (100, 1000):
        if hub(outstanding):
            cpu = statistics.median(hub(outstanding)["cpu_us"])
            found.append((f"processor µs a round trip, {outstanding} outstanding", cpu, 6.0, True))
    for outstanding, least in ((100, 0.9), (1000, 1.0)):
        compare(f"a second, {outstanding} outstanding / nats", "per_second",
                hub(outstanding), find(rows, "nats", outstanding), least, False)
    compare("p50 of one / splicer", "p50_us", hub(1), find(rows, "splicer", 1), 1.15, True)
    compare("p50 of one / nats", "p50_us", hub(1), find(rows, "nats", 1), 1.0, True)
    for outstanding in (1, 100, 1000):
        compare(f"p99, {outstanding} outstanding / nats", "p99_us",
                hub(outstanding), find(rows, "nats", outstanding), 1.5, True)
    compare("a second, one subscriber / none", "per_second", hub(100, 1, 1), hub(100), 0.75, False)
    compare("a second, 1000 plugins / one", "per_second", hub(100, 1000), hub(100), 0.7, False)
    if "fair-turns" in results:
        compare("p99 of a quiet pair beside a flood / alone", "p99_us",
                results["fair-turns"]["beside"], results["fair-turns"]["alone"], 2.0, True)
    if "cluster" in results:
        figures = results["cluster"]
        compare("across two hubs, p50 of one / a request of NATS in Java", "p50_us", figures["across 1"],
                figures["request 1"], 2.5, True)
        found.append(("milliseconds to announce 10,000 plugins", figures["announced_ms"], 5000, True))
    if "execute" in results:
        execute = results["execute"]
        compare("execute in Java, p50 / bare socket", "p50_us", execute["plugin"], execute["bare"], 1.3, True)
    if "node" in results.get("one-shot", {}):
        found.append(("one request as a process / node", ratio(results["one-shot"]["hubsh"], results["one-shot"]["node"]),
                      1.0, True))
    if "observers" in results:
        tail = results["observers"]["hubsh"]
        found.append(("broadcasts a second that were sent to a tail", statistics.median(tail["a_second"]), 95_000, False))
        written = statistics.median(a / b for a, b in zip(tail["written"], tail["sent"]))
        found.append(("part of the broadcasts that tail has written", written, 1.0, False))
        found.append(("megabytes of a tail", statistics.median(tail["megabytes"]), 150, True))
    return [f"{'met   ' if (value <= limit if at_most else value >= limit) else 'missed'}  {what}: {value:.2f} "
            f"({'at most' if at_most else 'at least'} {limit})" for what, value, limit, at_most in found]
