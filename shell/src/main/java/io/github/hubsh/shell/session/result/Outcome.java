package io.github.hubsh.shell.session.result;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The result of a statement, before it is formatted. */
public sealed interface Outcome {
    /** Nothing to show. */
    Outcome NOTHING = new Nothing();

    /** The statement has already shown everything. */
    record Nothing() implements Outcome {}

    /**
     * A result, of a remote command or of a verb.
     *
     * @param value as {@code core.content} describes values; {@code null} is no data
     * @param raw the message that brought it, or {@code null} where none did
     * @param look how it is shown to people, or {@code null} where it is shown as all values are
     */
    record Value(
            @Nullable Object value,
            @Nullable String raw,
            @Nullable String look) implements Outcome {
        public Value(@Nullable Object value, @Nullable String raw) {
            this(value, raw, null);
        }
    }

    /**
     * Bytes as they are: for a file, a command or a pipe; at a terminal they would be obeyed.
     *
     * @param look how they are shown at a terminal, or {@code null} for as bytes are
     */
    record Binary(Bytes content, @Nullable String look) implements Outcome {
        public Binary(Bytes content) {
            this(content, null);
        }
    }

    /** Text to read, line by line: the help. */
    record Text(List<String> lines, boolean prose, List<String> margin) implements Outcome {
        public Text(List<String> lines) {
            this(lines, false, List.of());
        }

        /** Lines with something in front of each, which is no part of the value. */
        public static Text withMargin(List<String> lines, List<String> margin) {
            return new Text(lines, false, margin);
        }

        /** Sentences to read, which a narrow terminal shows in more rows. */
        public static Text prose(List<String> lines) {
            return new Text(lines, true, List.of());
        }
    }

    /**
     * A message that the hub published.
     *
     * @param names of the plugins that are known: what is shown of a name has to tell it from these
     */
    record Heard(TimedBroadcast broadcast, List<String> names) implements Outcome {
        public Heard(TimedBroadcast broadcast) {
            this(broadcast, List.of());
        }
    }

    /**
     * A message that was recorded. What programs get of it is there already; the rest is read for those who need it.
     *
     * @param json as {@link Heard} gives
     */
    record Recorded(String json, Supplier<Heard> message) implements Outcome {
        public Heard heard() {
            return message.get();
        }
    }

    /**
     * A request that the hub published, with its reply.
     *
     * @param reply {@code null} where none came
     * @param names as of {@link Heard}
     * @param facts what programs get
     */
    record Exchange(
            TimedBroadcast request,
            @Nullable TimedBroadcast reply,
            List<String> names,
            Map<String, @Nullable Object> facts)
            implements Outcome {}

    /**
     * How something that changes looks now; the next one takes its place where the screen can redraw.
     *
     * @param title what is looked at
     * @param state how far it is: {@code run 3 · 4 s}
     * @param before what there was, to mark what is new; {@code null} for the first one, or where nothing is marked
     * @param marked whether what has changed is marked, and the results are part of what programs get
     * @param facts what programs get
     */
    record Frame(
            String title,
            String state,
            StatementResult now,
            @Nullable StatementResult before,
            boolean marked,
            Map<String, @Nullable Object> facts)
            implements Outcome {}

    /**
     * The user wants to leave the shell.
     *
     * @param code the exit code of the program; {@code null} for that of the first error
     */
    record Exit(@Nullable Integer code) implements Outcome {}

    /**
     * One of several results of a kind: a row for people at a terminal, an object for programs.
     *
     * @param facts what programs get
     */
    record Row(String text, Map<String, @Nullable Object> facts) implements Outcome {}

    static Outcome value(@Nullable Object value) {
        return new Value(value, null);
    }
}
