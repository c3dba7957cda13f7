package io.github.hubsh.shell.recording.save;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.session.network.PeerErrors;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import org.jspecify.annotations.Nullable;

/** What became of a request. */
public sealed interface StepAnswer {
    /** A result; {@code null} is no data. */
    record Value(@Nullable Object value) implements StepAnswer {}

    /** An error. */
    record Failed(Problem problem, String text) implements StepAnswer {}

    /** Nothing is known of a reply, or it cannot be read. */
    record Unknown(String why) implements StepAnswer {}

    /** Returns what a reply says. */
    static StepAnswer of(@Nullable ExecuteReply reply) {
        if (reply == null) {
            return new Unknown("no reply was recorded");
        }
        RemoteError error = reply.error();
        if (error != null) {
            return of(PeerErrors.ofRemote(error));
        }
        try {
            return new Value(ContentData.decode(reply.result()));
        } catch (ContentException unreadable) {
            return new Unknown("its result cannot be read: " + unreadable.getMessage());
        }
    }

    /** Returns what a request failed with, in the words in which a script meets it. */
    static StepAnswer of(ShellException failure) {
        return switch (failure.problem()) {
            case REMOTE_ERROR, NO_SUCH_PLUGIN, NO_SUCH_COMMAND, TIMEOUT ->
                new Failed(failure.problem(), failure.text());
            default -> new Unknown(failure.text());
        };
    }
}
