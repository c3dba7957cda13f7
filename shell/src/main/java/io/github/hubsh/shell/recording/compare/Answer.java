package io.github.hubsh.shell.recording.compare;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.session.network.PeerErrors;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a request led to: a result, an error in one line, or no reply.
 *
 * @param result decoded; {@code null} for no data, and where there is an error
 * @param error {@code null} where there is none
 * @param missing whether no reply came; {@code error} says why
 */
public record Answer(@Nullable Object result, @Nullable String error, boolean missing) {
    /** No data, and no error. */
    public static final Answer NONE = new Answer(null, null, false);

    /** Returns whether another one says the same. */
    public boolean isLike(Answer other) {
        SameValues rules = new SameValues(new RenamedIds(value -> false), 0);
        return Objects.equals(error, other.error)
                && ValueDifference.of(result, other.result, rules, path -> false)
                        .isEmpty();
    }

    /** Returns a result that was received. */
    public static Answer of(@Nullable Object result) {
        return new Answer(result, null, false);
    }

    /** Returns what a request that failed led to. */
    public static Answer of(ShellException failed) {
        boolean missing = switch (failed.problem()) {
            case TIMEOUT, NO_SUCH_PLUGIN, HUB_LOST, CANNOT_CONNECT, INTERRUPTED -> true;
            default -> false;
        };
        return new Answer(null, failed.text(), missing);
    }

    /** Returns what was recorded. It has a name of its own, so that a reply is never taken for a result. */
    public static Answer ofReply(ExecuteReply reply) {
        RemoteError error = reply.error();
        if (error != null) {
            return of(PeerErrors.ofRemote(error));
        }
        try {
            return of(ContentData.decode(reply.result()));
        } catch (ContentException e) {
            return of(new ShellException(Problem.BAD_DATA, "the result cannot be read: " + e.getMessage(), e));
        }
    }
}
