package io.github.hubsh.shell.session.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Payload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a shell and its hub say to each other. */
final class HubIdentityTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shell | lab   | true
            lab   | shell | true
            shell | pump  | false
            pump  | shell | false
            lab   | pump  | false
            pump  | lab   | false
            shell | shell | false
            lab   | lab   | false
            """)
    void a_message_is_between_both_in_either_direction(String source, String target, boolean between) {
        Header header = new Header(
                "m", "s", "2024-01-01T10:00:00Z", source, target, MessageType.EXECUTE_REQUEST, Header.VERSION);

        assertThat(new HubIdentity("tcp://localhost:31000", "lab", "shell")
                        .isBetween(new ExecuteRequest(header, "ping", Payload.NONE, false, false)))
                .isEqualTo(between);
    }
}
