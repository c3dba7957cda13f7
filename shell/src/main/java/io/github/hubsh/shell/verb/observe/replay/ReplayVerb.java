package io.github.hubsh.shell.verb.observe.replay;

import io.github.hubsh.shell.recording.replay.CarryOver;
import io.github.hubsh.shell.recording.replay.ReplyComparison;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.HubEvents;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import org.jspecify.annotations.Nullable;

/** Sends the requests of a recording again, and compares the replies. */
public final class ReplayVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.REPLAY, "send recorded requests again")
            .several("FILE", Kind.FILE)
            .option("--speed", "N", Kind.TEXT, "how fast: 2, 0.5, or max for no pauses; default 1")
            .option("--only", "PATTERN", Kind.TEXT, "only this plugin or command; may be repeated")
            .option("--remap", "OLD=NEW", Kind.TEXT, "send a plugin's requests to another; repeatable")
            .option("--from", "TIME", Kind.TEXT, "begin there: 90s since the start, or a time")
            .option("--to", "TIME", Kind.TEXT, "end before that")
            .option("--timeout", "TIME", Kind.DURATION, "how long to wait for each reply")
            .flag("--step", "ask before each request: n next, s skip, g go on, q quit")
            .flag("--no-carry", "send values of earlier replies as they were recorded")
            .flag("--dry-run", "list what would be sent, and send nothing")
            .flag("--yes", "send without asking for confirmation")
            .flag("--verify", "compare each reply with the recorded one")
            .option("--ignore", "PATHS", Kind.TEXT, "what is not compared: .time,.rows[].id")
            .option("--tol", "N", Kind.TEXT, "how far numbers may be off, relative and absolute")
            .option("--learn", "N", Kind.COUNT, "replay N times, and propose what to ignore")
            .option("--report-junit", "FILE", Kind.FILE, "write a report in JUnit's XML")
            .option("--report-json", "FILE", Kind.FILE, "write a report in JSON")
            .example("replay smoke.jsonl --dry-run")
            .example("replay smoke.jsonl --speed max --only plugin_a")
            .example("replay smoke.jsonl --verify --tol 0.05 --ignore plugin_a:.time,..id")
            .detail("A request that was sent after a reply waits for that reply now, if both are of")
            .detail("one requester or one plugin; requests that overlapped overlap again. What an")
            .detail("earlier reply gave, such as an experiment's id, is taken from the new reply.")
            .detail("Equal requests that once asked until the reply changed do so at any speed.")
            .detail("The parts of one recording are replayed as one, other files after it.")
            .detail("Left out: requests to the hub, unless --only names it, and those that a plugin")
            .detail("sent while it answered one that is replayed: it sends them again by itself.")
            .detail("--verify takes for the same: what is equal in Python, and NaN; carried values;")
            .detail("two dates; two UUIDs that no request named, if each always stands for the same.")
            .detail("A path is one of jq: .rows[].id, .rows[0], .\"Time (s)\"; ..id is that name at")
            .detail("any depth, * and ? are wildcards, . is all. plugin:, command: or")
            .detail("plugin.command: in front limits it to their replies.")
            .detail("Exit code: 4 if a reply differs or is missing.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        ReplayOptions options = ReplayOptions.of(arguments, session);
        ReplayFiles files = new ReplayFiles(options, session);
        if (options.has("--dry-run")) {
            ReplayList list = new ReplayList(session, options);
            files.forEach(carry(options), (plan, file) -> list.show(plan));
            return Outcome.NOTHING;
        }
        return HubEvents.during(session, () -> {
            if (options.has("--learn")) {
                LearnRun.learn(files);
            } else if (options.has("--verify")) {
                verify(files);
            } else {
                send(files);
            }
            return Outcome.NOTHING;
        });
    }

    /** Returns what follows the values that are carried, or {@code null} where none are. */
    static @Nullable CarryOver carry(ReplayOptions options) {
        return options.has("--no-carry") ? null : new CarryOver();
    }

    private static void send(ReplayFiles files) {
        CarryOver carry = carry(files.options());
        ReplayRows rows = new ReplayRows(files.session());
        ReplayRun run = new ReplayRun(files.session(), files.options(), carry, rows);
        try {
            files.forEach(carry, (plan, file) -> run.run(plan));
        } finally {
            if (run.sent() > 0) {
                rows.end(run.elapsed());
            }
        }
        rows.requireSuccess();
    }

    private static void verify(ReplayFiles files) {
        ReplayOptions options = files.options();
        CarryOver carry = carry(options);
        CheckRows rows = new CheckRows(files.session());
        CheckFileReports reports = CheckFileReports.of(options, files.session());
        ReplayCheck check = new ReplayCheck(
                new ReplyComparison(options.ignored(), options.tolerance(), carry), (request, reply) -> {
                    rows.show(request, reply);
                    reports.add(request, reply);
                });
        ReplayRun run = new ReplayRun(files.session(), options, carry, check);
        try {
            files.forEach(carry, (plan, file) -> {
                reports.begin(file);
                run.run(plan);
                check.end();
            });
        } finally {
            check.end();
            reports.write(run.elapsed());
            if (run.sent() > 0) {
                rows.end(check, run.elapsed());
            }
        }
        CheckRows.requireSame(check);
    }
}
