package io.github.hubsh.shell.recording.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What requests led to. */
final class AnswerTest {
    private static final EnumSet<Problem> WITHOUT_A_REPLY = EnumSet.of(
            Problem.TIMEOUT, Problem.NO_SUCH_PLUGIN, Problem.HUB_LOST, Problem.CANNOT_CONNECT, Problem.INTERRUPTED);

    @ParameterizedTest
    @EnumSource(Problem.class)
    void only_some_problems_mean_that_no_reply_came(Problem problem) {
        assertThat(Answer.of(new ShellException(problem, "no\nwater")))
                .isEqualTo(new Answer(null, "no\nwater", WITHOUT_A_REPLY.contains(problem)));
    }

    @Test
    void a_reply_is_its_result_or_its_error() throws Exception {
        assertThat(Answer.ofReply(reply(ContentData.encode(Map.of("x", 1L), Payload.JSON), null)))
                .isEqualTo(new Answer(Map.of("x", 1L), null, false));
        assertThat(Answer.ofReply(reply(Payload.NONE, null))).isEqualTo(Answer.NONE);
        assertThat(Answer.ofReply(reply(Payload.NONE, new RemoteError("ValueError", "boom", List.of()))))
                .isEqualTo(new Answer(null, "ValueError: boom", false));
        assertThat(Answer.ofReply(reply(Payload.NONE, new RemoteError(RemoteError.NOT_CONNECTED, "", List.of()))))
                .isEqualTo(new Answer(null, "registered, but not connected", true));
    }

    @Test
    void a_result_that_cannot_be_read_is_an_error() {
        Answer answer = Answer.ofReply(reply(new Payload("!", Map.of()), null));

        assertThat(answer)
                .isEqualTo(
                        new Answer(null, "the result cannot be read: data is not BASE64: character 0 is '!'", false));
    }

    @Test
    void answers_are_alike_where_python_finds_their_results_equal() {
        assertThat(Answer.of(1L).isLike(Answer.of(1.0))).isTrue();
        assertThat(Answer.of(1L).isLike(Answer.of(2L))).isFalse();
        assertThat(Answer.of((Object) null).isLike(Answer.NONE)).isTrue();
        assertThat(failed("boom").isLike(failed("boom"))).isTrue();
        assertThat(failed("boom").isLike(failed("bang"))).isFalse();
        assertThat(failed("boom").isLike(Answer.NONE)).isFalse();
    }

    private static Answer failed(String error) {
        return new Answer(null, error, false);
    }

    private static ExecuteReply reply(Payload result, @Nullable RemoteError error) {
        Header header =
                new Header("m", "s", "2024-01-01T10:00:00Z", "pump", "ui", MessageType.EXECUTE_REPLY, Header.VERSION);
        ExecuteReply.Status status = error == null ? ExecuteReply.Status.OK : ExecuteReply.Status.ERROR;
        return new ExecuteReply(header, null, "get", status, 1, result, error, false);
    }
}
