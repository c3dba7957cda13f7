package io.github.hubsh.shell.verb.observe.recording;

import io.github.hubsh.shell.recording.Recorder;
import io.github.hubsh.shell.recording.RecordingPlan;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.HubEvents;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.memory.ActiveRecording;
import io.github.hubsh.shell.session.memory.ActiveRecordings;
import io.github.hubsh.shell.session.memory.RecordingTotals;
import io.github.hubsh.shell.session.network.BroadcastStream;
import io.github.hubsh.shell.session.network.SubscriptionHandshake;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.verb.observe.TailOptions;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.List;

/** Writes broadcasts to a file. */
public final class RecordVerb implements Verb {
    private static final Syntax SYNTAX = TailOptions.addTo(Syntax.of(VerbName.RECORD, "write broadcasts to a file")
                    .live()
                    .operand("FILE|stop", Kind.FILE)
                    .optional("FILTER", Kind.PLUGIN))
            .option("--count", "N", Kind.COUNT, "end after N broadcasts")
            .option("--for", "TIME", Kind.DURATION, "end after this time")
            .option("--rotate", "SIZE", Kind.SIZE, "go on in FILE-2, FILE-3, … when a file has this size")
            .example("record session.jsonl --count 10 --for 10s")
            .example("record session.jsonl.gz plugin_a --for 1s")
            .example("record stop")
            .detail("Each line of FILE is a message in JSON; the first one says of which hub it is.")
            .detail("A FILE that ends in .gz is compressed. One that is a recording is continued.")
            .detail("FILTER and the options choose as those of tail do.")
            .detail("All but the last second is in the file, even if hubsh is killed. What was missed")
            .detail("is a line too, and so is a hub that is lost and back.")
            .detail("At the prompt it runs beside what you type; record stop ends all recordings of")
            .detail("this shell, Ctrl-C on an empty line what was started last.")
            .detail("recording info FILE says what it has; recording show FILE prints it.")
            .build();

    private static final String STOP = "stop";

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        if (arguments.operand(0).equals(STOP)) {
            return stop(arguments, session);
        }
        if (arguments.operand(0).equals("-")) {
            throw ShellException.at(arguments.operandWord(0).place(0), "expected a file to record into")
                    .hint("tail --jsonl prints broadcasts");
        }
        RecordingPlan plan = RecordingPlan.of(arguments.operand(0), arguments.optionalOperand(1), arguments, session);
        boolean complete = HubEvents.during(session, () -> record(plan, session));
        if (!complete && arguments.has("--count") && arguments.has("--for")) {
            throw new ShellException(
                            Problem.TIMEOUT,
                            "fewer than " + arguments.word("--count") + " broadcasts in " + arguments.word("--for"))
                    .hint("wait longer with --for, or leave --count out");
        }
        return Outcome.NOTHING;
    }

    private static boolean record(RecordingPlan plan, Session session) {
        try (Recorder recorder = plan.open(session);
                BroadcastStream broadcasts = session.hub().network().listen(plan.beforeReading())) {
            SubscriptionHandshake.await(session.hub().network(), broadcasts);
            session.io().display().say(MessageLevel.NOTE, "recording into " + plan.file());
            return record(recorder, broadcasts, session);
        }
    }

    private static boolean record(Recorder recorder, BroadcastStream broadcasts, Session session) {
        ActiveRecordings active = session.memory().recordings();
        active.add(recorder);
        session.io().ready();
        try {
            return recorder.run(broadcasts) || recorder.isStopped();
        } finally {
            active.remove(recorder);
            if (!recorder.isStopped()) {
                // What has stopped it says this.
                session.io().display().say(MessageLevel.NOTE, recorder.totals().text());
            }
        }
    }

    private static Outcome stop(Arguments arguments, Session session) {
        if (arguments.operandCount() > 1) {
            throw ShellException.at(
                    arguments.operandWord(1).place(0),
                    "expected no further word, found '" + arguments.operand(1) + "'");
        }
        Display display = session.io().display();
        List<ActiveRecording> ended =
                session.memory().recordings().stopAll(session.hub().joined());
        if (ended.isEmpty()) {
            display.say(MessageLevel.NOTE, "nothing is recorded by this shell");
        }
        for (ActiveRecording recording : ended) {
            RecordingTotals totals = recording.totals();
            display.show(new Outcome.Row(totals.text(), totals.facts()));
        }
        return Outcome.NOTHING;
    }
}
