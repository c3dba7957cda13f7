package io.github.hubsh.shell.recording.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.InvalidMessageException;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.core.wire.MessageReader;
import io.github.hubsh.core.wire.MessageWriter;
import io.github.hubsh.shell.recording.LineWriter;
import io.github.hubsh.shell.session.network.FakeReply;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps what a real plugin answered for a fake of it: among the fake's answers, and as lines for its recording.
 * Thread-safe.
 */
public final class AnswerKeeper {
    private final PluginAnswers answers;
    private final LineWriter lines;
    private final Consumer<byte[]> recording;

    /**
     * Keeps nothing yet.
     *
     * @param lines of the recording
     * @param recording takes whole lines, those of a request and its reply at once
     */
    AnswerKeeper(PluginAnswers answers, LineWriter lines, Consumer<byte[]> recording) {
        this.answers = answers;
        this.lines = lines;
        this.recording = recording;
    }

    /**
     * Keeps a reply, unless the hub gave it in the place of the plugin, or there is no such command.
     *
     * @param request as the fake was asked
     * @param raw the real reply as it came
     * @param sent when the real plugin was asked
     * @param came when it had answered
     * @return the same reply for the fake to give, at once
     * @throws ShellException BAD_FILE if the recording takes no more; BAD_DATA for what is no reply
     */
    public FakeReply keep(ExecuteRequest request, String raw, Instant sent, Instant came) {
        ExecuteReply reply = reply(raw);
        RemoteError error = reply.error();
        if (error == null || RecordedAnswers.isAnswer(error)) {
            recording.accept(lines(asked(request, reply), reply, raw, sent, came));
            answers.add(
                    request.command(),
                    RecordedAnswers.named(ContentData.decodeOrExplain(request.arguments())),
                    List.of(),
                    RecordedAnswer.of(RecordedAnswer.ADDED, reply, Duration.between(sent, came)));
        }
        return new FakeReply(reply.result(), error, Duration.ZERO);
    }

    private static ExecuteReply reply(String raw) {
        try {
            if (MessageReader.read(raw.getBytes(UTF_8)) instanceof ExecuteReply reply) {
                return reply;
            }
            throw new ShellException(Problem.BAD_DATA, "the real plugin's answer is no reply");
        } catch (MalformedMessageException | InvalidMessageException e) {
            throw new ShellException(Problem.BAD_DATA, "the real plugin's reply cannot be read: " + e.getMessage(), e);
        }
    }

    /** The request as it went to the real plugin: the session of its reply pairs the two. */
    private static ExecuteRequest asked(ExecuteRequest request, ExecuteReply reply) {
        Header header = new Header(
                request.header().msgId(),
                reply.session(),
                request.header().date(),
                /* source= */ reply.target(),
                /* target= */ reply.source(),
                MessageType.EXECUTE_REQUEST,
                Header.VERSION);
        return new ExecuteRequest(
                header,
                request.command(),
                request.arguments(),
                request.silent(),
                request.stopOnError(),
                request.more());
    }

    private byte[] lines(ExecuteRequest request, ExecuteReply reply, String raw, Instant sent, Instant came) {
        byte[] first = lines.line(new TimedBroadcast(sent, request, text(request)));
        byte[] second = lines.line(new TimedBroadcast(came, reply, raw));
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String text(Message message) {
        return new String(MessageWriter.write(message), UTF_8);
    }
}
