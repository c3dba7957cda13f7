package io.github.hubsh.shell.verb.observe;

import io.github.hubsh.shell.recording.CarryOver;
import io.github.hubsh.shell.recording.RecordingHeader;
import io.github.hubsh.shell.recording.RecordingReader;
import io.github.hubsh.shell.recording.ReplayChoice;
import io.github.hubsh.shell.recording.ReplayPlan;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Display;
import io.github.hubsh.shell.session.HubEvents;
import io.github.hubsh.shell.session.MessageLevel;
import io.github.hubsh.shell.session.Outcome;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import org.jspecify.annotations.Nullable;

/** Sends the requests of a recording again. */
public final class ReplayVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.REPLAY, "send recorded requests again, and compare")
            .several("FILE", Kind.FILE)
            .option("--speed", "N", Kind.TEXT, "how fast: 2, 0.5, or max for no pauses; default 1")
            .option("--only", "PATTERN", Kind.TEXT, "only this plugin or command, with * and ?; may be repeated")
            .option("--remap", "OLD=NEW", Kind.TEXT, "send the requests of a plugin to another; may be repeated")
            .option("--from", "TIME", Kind.TEXT, "begin there: 90s since the start, or a time")
            .option("--to", "TIME", Kind.TEXT, "end before that")
            .option("--timeout", "TIME", Kind.DURATION, "how long to wait for each reply")
            .flag("--no-carry", "send values of earlier replies as they were recorded")
            .flag("--dry-run", "list what would be sent, and send nothing")
            .flag("--yes", "send without asking for confirmation")
            .example("replay session.jsonl --dry-run")
            .example("replay session.jsonl --speed max --only plugin_a")
            .detail("A request that was sent after a reply waits for that reply now, if both are of one")
            .detail("requester or one plugin; requests that overlapped overlap again. What an earlier")
            .detail("reply gave, such as an experiment's id, is taken from the new reply.")
            .detail("Left out: requests to the hub, unless --only names it, and those that a plugin")
            .detail("sent while it answered another one that is replayed: it sends them again itself.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        ReplayOptions options = ReplayOptions.of(arguments, session);
        CarryOver carry = options.has("--no-carry") ? null : new CarryOver();
        if (options.has("--dry-run")) {
            ReplayList list = new ReplayList(session, options);
            forEachFile(options, session, carry, (plan, header) -> list.show(plan));
            return Outcome.NOTHING;
        }
        return HubEvents.during(session, () -> send(options, session, carry));
    }

    private static Outcome send(ReplayOptions options, Session session, @Nullable CarryOver carry) {
        ReplayRows rows = new ReplayRows(session);
        ReplayRun run = new ReplayRun(session, options, carry, rows);
        try {
            forEachFile(options, session, carry, (plan, header) -> run.run(plan, header.hubName()));
        } finally {
            if (run.sent() > 0) {
                rows.end(run.elapsed());
            }
        }
        rows.requireSuccess();
        return Outcome.NOTHING;
    }

    /** What is done with the requests of a file. */
    private interface FileReplay {
        void run(ReplayPlan plan, RecordingHeader header);
    }

    private static void forEachFile(
            ReplayOptions options, Session session, @Nullable CarryOver carry, FileReplay replay) {
        int before = 0;
        for (int i = 0; i < options.arguments().operandCount(); i++) {
            String file = options.arguments().operand(i);
            try (RecordingReader reader =
                    new RecordingReader(file, session.io().files().input(file))) {
                RecordingHeader header = reader.header();
                ReplayChoice choice = new ReplayChoice(options.only(), header.hubName(), options.span(header));
                ReplayPlan plan = new ReplayPlan(reader, choice, carry, before);
                replay.run(plan, header);
                before = plan.number();
                tell(choice, session.io().display());
            }
        }
    }

    private static void tell(ReplayChoice choice, Display display) {
        if (choice.toHub() + choice.nested() > 0) {
            display.say(
                    MessageLevel.NOTE,
                    "left out: " + choice.toHub() + " to the hub, " + choice.nested()
                            + " that plugins send by themselves");
        }
    }
}
