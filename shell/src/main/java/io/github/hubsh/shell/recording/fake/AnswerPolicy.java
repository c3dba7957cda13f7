package io.github.hubsh.shell.recording.fake;

import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.shell.recording.PlaybackSpeed;
import io.github.hubsh.shell.session.network.FakeReply;
import org.jspecify.annotations.Nullable;

/**
 * How fakes of a recording answer.
 *
 * @param nearest whether a request that was not recorded gets the answer to the nearest one
 * @param missing what answers the requests that were not recorded; {@code null} for an error
 */
public record AnswerPolicy(
        PlaybackSpeed speed, boolean nearest, @Nullable Missing missing) {
    /** As recorded. */
    public static final AnswerPolicy RECORDED = new AnswerPolicy(PlaybackSpeed.RECORDED, false, null);

    /** Answers what was not recorded. */
    public interface Missing {
        /** Returns the answer, which may take its time; on several threads at once. */
        FakeReply ask(ExecuteRequest request);
    }
}
