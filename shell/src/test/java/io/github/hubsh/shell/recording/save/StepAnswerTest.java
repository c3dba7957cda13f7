package io.github.hubsh.shell.recording.save;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.shell.word.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a recorded reply says, in the words in which a script meets it again. */
final class StepAnswerTest {
    private static final Header HEADER =
            new Header("m", "s", "2024-01-01T10:00:00Z", "pump", "ui", MessageType.EXECUTE_REPLY, Header.VERSION);

    @Test
    void an_error_has_the_text_of_the_error_that_a_script_gets() {
        assertThat(failed(new RemoteError("ValueError", "boom", List.of())))
                .isEqualTo(new StepAnswer.Failed(Problem.REMOTE_ERROR, "ValueError: boom"));
        assertThat(failed(RemoteError.ofInvalidReply("no status", "{}".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new StepAnswer.Failed(Problem.REMOTE_ERROR, "the reply is invalid: no status"));
        assertThat(failed(new RemoteError(RemoteError.DISCONNECTED, "pump", List.of())))
                .isEqualTo(new StepAnswer.Failed(Problem.REMOTE_ERROR, "the plugin went before it replied"));
    }

    @Test
    void that_there_is_no_such_plugin_or_command_is_known() {
        assertThat(failed(new RemoteError(RemoteError.NOT_CONNECTED, "pump", List.of())))
                .isEqualTo(new StepAnswer.Failed(Problem.NO_SUCH_PLUGIN, "registered, but not connected"));
        assertThat(failed(new RemoteError("", RemoteError.UNRECOGNIZED_COMMAND + "x", List.of())))
                .isEqualTo(new StepAnswer.Failed(Problem.NO_SUCH_COMMAND, "no such command"));
    }

    @Test
    void without_a_reply_nothing_is_known() {
        assertThat(StepAnswer.of((ExecuteReply) null)).isInstanceOf(StepAnswer.Unknown.class);
    }

    private static StepAnswer failed(RemoteError error) {
        return StepAnswer.of(
                new ExecuteReply(HEADER, null, "dispense", ExecuteReply.Status.ERROR, 1, Payload.NONE, error, false));
    }
}
