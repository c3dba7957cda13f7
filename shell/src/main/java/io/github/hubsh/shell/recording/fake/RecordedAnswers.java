package io.github.hubsh.shell.recording.fake;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.shell.recording.CarriedValue;
import io.github.hubsh.shell.recording.CarriedValues;
import io.github.hubsh.shell.recording.Exchanges;
import io.github.hubsh.shell.recording.RecordedExchange;
import io.github.hubsh.shell.recording.RecordedLines;
import io.github.hubsh.shell.recording.RecordedMessage;
import io.github.hubsh.shell.session.memory.Learner;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers of all plugins of a recording. None is what the hub said in the place of a plugin or as a plugin itself,
 * and that there is no such command.
 */
public final class RecordedAnswers {
    /** The most that a recording's answers may take up, in bytes. */
    public static final long MAX_BYTES = 256L << 20;

    private final long maxBytes;
    private final Map<String, PluginAnswers> plugins = new LinkedHashMap<>();

    // Mutable state: while it is read
    private final CarriedValues carried = new CarriedValues();
    private long bytes;
    private int number;

    private RecordedAnswers(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Reads a whole recording.
     *
     * @param learner hears every request and reply
     * @throws ShellException BAD_FILE if it cannot be read, or has more answers than {@code maxBytes} hold
     */
    public static RecordedAnswers read(RecordedLines recording, long maxBytes, Learner learner) {
        RecordedAnswers answers = new RecordedAnswers(maxBytes);
        Exchanges exchanges = new Exchanges(recording, request -> true);
        for (RecordedExchange each = exchanges.next(); each != null; each = exchanges.next()) {
            ShellException.throwIfInterrupted();
            answers.take(each, learner);
        }
        return answers;
    }

    /** Returns the answers of each plugin, in the order in which they were asked first. */
    public Map<String, PluginAnswers> plugins() {
        return plugins;
    }

    private void take(RecordedExchange exchange, Learner learner) {
        TimedBroadcast asked = exchange.request().broadcast();
        learner.heard(asked);
        int exchangeNumber = number++;
        RecordedMessage replied = exchange.reply();
        if (asked.message() instanceof ExecuteRequest request) {
            Object arguments = ContentData.decodeOrExplain(request.arguments());
            List<CarriedValue> used = carried.requested(arguments);
            TimedBroadcast answered = replied == null ? null : replied.broadcast();
            if (answered != null && answered.message() instanceof ExecuteReply reply && isAnswer(request, reply)) {
                learner.heard(answered);
                carried.replied(exchangeNumber, ContentData.decodeOrExplain(reply.result()));
                limit(exchange);
                RecordedAnswer answer = RecordedAnswer.of(exchangeNumber, reply, exchange.roundTrip());
                if (!exchange.isToHub()) {
                    add(request, named(arguments), used, answer);
                }
            }
        }
    }

    private static boolean isAnswer(ExecuteRequest request, ExecuteReply reply) {
        RemoteError error = reply.error();
        return reply.source().equals(request.target()) && (error == null || isAnswer(error));
    }

    /** A fake says by itself which commands it lacks. */
    static boolean isAnswer(RemoteError error) {
        return !error.isUnanswered() && !error.isUnknownCommand();
    }

    private void add(ExecuteRequest request, Map<?, ?> arguments, List<CarriedValue> used, RecordedAnswer answer) {
        plugins.computeIfAbsent(request.target(), name -> new PluginAnswers())
                .add(request.command(), arguments, used, answer);
    }

    /** Arguments that are no dict stand under an empty name. */
    static Map<?, ?> named(@Nullable Object arguments) {
        if (arguments == null) {
            return Map.of();
        }
        return arguments instanceof Map<?, ?> map ? map : Map.of("", arguments);
    }

    private void limit(RecordedExchange exchange) {
        RecordedMessage reply = exchange.reply();
        bytes += exchange.request().line().length + (reply == null ? 0L : reply.line().length);
        if (bytes > maxBytes) {
            throw new ShellException(
                            Problem.BAD_FILE,
                            "the answers in the recording take up more than " + (maxBytes >> 20) + " MB of memory")
                    .hint("recording cut makes a shorter recording, or one of fewer plugins");
        }
    }
}
