package io.github.hubsh.shell.verb.script;

import io.github.hubsh.shell.recording.PlaybackSpeed;
import io.github.hubsh.shell.recording.RecordingSequence;
import io.github.hubsh.shell.recording.fake.AnswerPolicy;
import io.github.hubsh.shell.recording.fake.RecordedFakes;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of verbs that let plugins answer as recorded. */
public final class FakeOptions {
    public static final String FROM = "--from";

    private static final String SPEED = "--speed";
    private static final String NEAREST = "--nearest";

    private FakeOptions() {}

    /** Adds the options to a syntax. */
    public static Syntax.Builder addTo(Syntax.Builder syntax, String from) {
        return syntax.option(FROM, "RECORDING", Kind.FILE, from)
                .option(SPEED, "SPEED", Kind.TEXT, "of recorded answers: 2 is twice as quick; max waits never")
                .flag(NEAREST, "answer a request that was not recorded as the nearest one");
    }

    /**
     * Reads the recordings that {@link #FROM} names, as one.
     *
     * @throws ShellException BAD_FILE
     */
    public static RecordedFakes fakes(Arguments arguments, Session session) {
        List<Word> files = arguments.all(FROM);
        return RecordingSequence.read(
                files,
                session,
                recording -> RecordedFakes.read(
                        files(arguments), recording, session.memory().catalog().learner()));
    }

    /** Returns the names of the recordings that {@link #FROM} names. */
    public static String files(Arguments arguments) {
        return RecordingSequence.names(arguments.all(FROM));
    }

    /**
     * Returns what the options say.
     *
     * @throws ShellException USAGE for a speed that is none, and for options that need {@link #FROM}
     */
    public static AnswerPolicy policy(Arguments arguments, AnswerPolicy.@Nullable Missing missing) {
        for (String option : new String[] {SPEED, NEAREST}) {
            Word given = arguments.word(option);
            if (given != null && !arguments.has(FROM)) {
                throw ShellException.at(given.place(0), option + " needs " + FROM + " RECORDING");
            }
        }
        return new AnswerPolicy(PlaybackSpeed.of(arguments.word(SPEED)), arguments.has(NEAREST), missing);
    }
}
