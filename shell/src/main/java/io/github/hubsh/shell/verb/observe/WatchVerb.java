package io.github.hubsh.shell.verb.observe;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionWithHub;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.RepeatableStatement;
import io.github.hubsh.shell.session.result.StatementResult;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.verb.timing.Repetition;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a statement again and again, and shows what has changed. */
public final class WatchVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.WATCH, "run repeatedly and mark changes")
            .operand("TIME", Kind.DURATION)
            .operand("STATEMENT", Kind.STATEMENT)
            .option("--count", "N", Kind.COUNT, "end after N results")
            .option("--for", "TIME", Kind.DURATION, "end after this time")
            .flag("--on-change", "only results that differ from the one before")
            .flag("--errexit", "end at the first error, with its exit code")
            .example("watch 100ms execute plugin_a do_thing x=1 --count 2")
            .example("watch --on-change --for 300ms 100ms plugins | select name | count")
            .example("watch --count 3 --jsonl 50ms ping hub")
            .detail("STATEMENT is the rest of the line, with its filters. Options of watch may")
            .detail("follow it: those that its verb does not have, and --count and --for where watch")
            .detail("has none before: watch --count 3 1s ping hub --count 2. At a terminal each run")
            .detail("replaces the one before, and what differs is marked; with --on-change they stand")
            .detail("below one another. In a pipe each run is one line of JSON. A run that fails is")
            .detail("shown, and the next one follows; > FILE gets each at once. q or Ctrl-C ends it.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Duration every = Durations.parse(arguments.operand(0));
        RepeatableStatement statement = session.language()
                .statement(arguments.operandsFrom(1), new SessionWithHub(session, new SingleWaitHub(session.hub())));
        Watching watching = new Watching(arguments, session, statement);
        return FrameRun.of(
                session.io().display().frames(),
                () -> watching.run(every == null ? Duration.ofSeconds(2) : every),
                watching::stopped);
    }

    /** One watch: what came last, and how often. */
    private static final class Watching {
        private final Session session;
        private final RepeatableStatement statement;
        private final boolean onChange;
        private final boolean stopsAtErrors;
        private final Repetition repetition;

        // Mutable state
        private long runs;
        private @Nullable StatementResult last;

        Watching(Arguments arguments, Session session, RepeatableStatement statement) {
            this.session = session;
            this.statement = statement;
            this.onChange = arguments.has("--on-change");
            this.stopsAtErrors = arguments.has("--errexit");
            this.repetition = Repetition.of(arguments);
        }

        /** Runs start at a steady pace, unless one takes longer. */
        void run(Duration every) {
            while (true) {
                ShellException.throwIfInterrupted();
                StatementResult now = statement.run();
                runs++;
                ShellException error = now.error();
                if (error != null && stopsAtErrors) {
                    throw error;
                }
                show(now, every);
                repetition.advance(every);
                if (!repetition.mayBegin()) {
                    return;
                }
                repetition.awaitNext();
            }
        }

        ShellException stopped() {
            return ShellException.interrupted("stopped watching; " + runs())
                    .hint("plugins keep working on what it sent");
        }

        private String runs() {
            return runs == 1 ? "1 run" : runs + " runs";
        }

        private void show(StatementResult now, Duration every) {
            StatementResult before = last;
            boolean changed = before == null || !now.isLike(before);
            last = now;
            if (onChange && !changed) {
                return;
            }
            repetition.count(1);
            Duration elapsed = repetition.elapsed();
            Instant time = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            String state = runs() + " · " + Durations.format(elapsed);
            Map<String, @Nullable Object> facts = new LinkedHashMap<>();
            facts.put("time", time.toString());
            facts.put("run", runs);
            facts.put("elapsed_ms", elapsed.toMillis());
            facts.put("changed", changed);
            String title = "every " + Durations.format(every) + ": " + statement.text();
            Outcome.Frame frame = new Outcome.Frame(title, state, now, before, true, facts);
            if (onChange) {
                session.io().display().show(frame);
            } else {
                session.io().display().frames().draw(frame);
            }
        }
    }
}
