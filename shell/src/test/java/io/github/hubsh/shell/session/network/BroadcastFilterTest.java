package io.github.hubsh.shell.session.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Payload;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which broadcasts are wanted: here of a request of {@code ui} to {@code pump}. */
final class BroadcastFilterTest {
    /** Columns: the source, the target and the type that are wanted, and whether the request is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                 |      |                 | true
            ui   |      |                 | true
                 | pump |                 | true
                 |      | execute_request | true
            ui   | pump | execute_request | true
            pump |      |                 | false
                 | ui   |                 | false
                 |      | execute_reply   | false
            ui   | pump | execute_reply   | false
            ui   | hub  | execute_request | false
            ``   |      |                 | false
            """)
    void what_is_not_named_may_be_anything(
            @Nullable String source, @Nullable String target, @Nullable String type, boolean accepted) {
        BroadcastFilter filter = new BroadcastFilter(source, target, type);
        Header header =
                new Header("m", "s", "2024-01-01T10:00:00Z", "ui", "pump", MessageType.EXECUTE_REQUEST, Header.VERSION);

        assertThat(filter.accepts(new ExecuteRequest(header, "fill", Payload.NONE, false, false)))
                .isEqualTo(accepted);
        assertThat(filter.accepts("ui", "pump", "execute_request")).isEqualTo(accepted);
    }

    @Test
    void a_listener_gets_more_room_and_never_less() {
        BroadcastFilter filter = new BroadcastFilter("ui", "pump", "execute_reply");

        assertThat(filter.room()).isEqualTo(16L << 20);
        assertThat(filter.withRoom(1)).isEqualTo(filter);
        assertThat(filter.withRoom(32L << 20)).isEqualTo(new BroadcastFilter("ui", "pump", "execute_reply", 32L << 20));
    }
}
