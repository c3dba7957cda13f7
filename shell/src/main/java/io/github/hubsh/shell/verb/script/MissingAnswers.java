package io.github.hubsh.shell.verb.script;

import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.shell.recording.fake.AnswerKeeper;
import io.github.hubsh.shell.recording.fake.AnswerPolicy;
import io.github.hubsh.shell.recording.fake.RecordedFakes;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.FakeReply;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the plugin of the same name on the real network what a recording lacks, and keeps its answer. Thread-safe. */
final class MissingAnswers implements AnswerPolicy.Missing, AutoCloseable {
    static final String OPTION = "--record-missing";
    static final String CONFIRMED = "--yes";

    private final Session here;
    private final Session real;
    private final RecordingEnd end;
    private final AnswerKeeper keeper;
    private final boolean confirmed;

    private MissingAnswers(Session here, Session real, RecordingEnd end, AnswerKeeper keeper, boolean confirmed) {
        this.here = here;
        this.real = real;
        this.end = end;
        this.keeper = keeper;
        this.confirmed = confirmed;
    }

    /**
     * Joins the real network, if the option names one.
     *
     * @return {@code null} without the option
     * @throws ShellException CANNOT_CONNECT; BAD_FILE if the recording cannot be continued
     */
    static @Nullable MissingAnswers of(String name, RecordedFakes fakes, Arguments arguments, Session session) {
        Word uri = arguments.word(OPTION);
        Word confirmed = arguments.word(CONFIRMED);
        if (uri == null && confirmed != null) {
            throw ShellException.at(confirmed.place(0), CONFIRMED + " needs " + OPTION + " URI");
        }
        if (uri == null) {
            return null;
        }
        RecordingEnd end = RecordingEnd.of(String.valueOf(arguments.text(FakeOptions.FROM)), uri.text(), session);
        SessionSettings own = session.hub().settings();
        Session real = session.hub()
                .membership()
                .openAnother(new SessionSettings(
                        uri.text(), own.name(), own.timeout(), own.patience(), List.of(), false, own.keys()));
        try {
            String hubName = real.hub().network().identity().hubName();
            AnswerKeeper keeper = fakes.keeper(name, end.lines(), bytes -> end.add(bytes, hubName));
            return new MissingAnswers(session, real, end, keeper, arguments.has(CONFIRMED));
        } catch (ShellException failed) {
            real.close();
            throw failed;
        }
    }

    @Override
    public FakeReply ask(ExecuteRequest asked) {
        Instant sent = Instant.now();
        try {
            String raw = reply(asked);
            return keeper.keep(asked, raw, sent, Instant.now());
        } catch (ShellException failed) {
            here.io().display().say(MessageLevel.WARNING, asked.command() + " was not recorded, and: " + failed.text());
            RemoteError error = new RemoteError(FakeReply.NOT_RECORDED, failed.text(), List.of());
            return new FakeReply(Payload.NONE, error, Duration.ZERO);
        }
    }

    /** Returns what the real plugin replies, an error too. */
    private String reply(ExecuteRequest asked) {
        Request request = new Request(
                asked.target(),
                asked.command(),
                asked.arguments(),
                asked.arguments().mimeType(),
                asked.more(),
                asked.silent(),
                real.hub().settings().timeout());
        try {
            real.hub().permit(request, confirmed);
            return real.hub().network().send(request).await().raw();
        } catch (ShellException failed) {
            String raw = failed.errorReply() == null ? failed.unreadReply() : failed.errorReply();
            if (raw == null) {
                throw failed;
            }
            return raw;
        }
    }

    @Override
    public void close() {
        real.close();
        end.close();
    }
}
