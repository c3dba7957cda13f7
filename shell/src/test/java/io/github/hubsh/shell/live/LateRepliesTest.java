package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.value.ContentException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LateRepliesTest {
    private final List<String> told = new ArrayList<>();
    private final LateReplies late = new LateReplies(told::add);

    @Test
    void a_reply_to_a_request_that_was_given_up_is_told_once() throws ContentException {
        late.gaveUp(request("s1"), System.nanoTime());

        late.heard(reply("s1", List.of(1L), null));
        late.heard(reply("s1", List.of(1L), null));

        assertThat(told).singleElement().asString().matches("late reply of pump fill, after .*: \\[1\\]");
    }

    @Test
    void a_reply_that_was_never_given_up_is_not_told() throws ContentException {
        late.gaveUp(request("s1"), System.nanoTime());

        late.heard(reply("s2", 1L, null));

        assertThat(told).isEmpty();
    }

    @Test
    void an_error_is_told_as_one() throws ContentException {
        late.gaveUp(request("s1"), System.nanoTime());

        late.heard(reply("s1", null, new RemoteError("ValueError", "too much", List.of())));

        assertThat(told).singleElement().asString().endsWith(": error: ValueError: too much");
    }

    @Test
    void a_long_value_is_cut() throws ContentException {
        late.gaveUp(request("s1"), System.nanoTime());

        late.heard(reply("s1", "x".repeat(600), null));

        assertThat(told).singleElement().asString().endsWith(": \"" + "x".repeat(499) + "…");
    }

    @Test
    void of_too_many_requests_the_oldest_is_forgotten() throws ContentException {
        for (int i = 0; i <= 1_000; i++) {
            late.gaveUp(request("s" + i), System.nanoTime());
        }

        late.heard(reply("s0", 1L, null));
        assertThat(told).isEmpty();
        late.heard(reply("s1", 1L, null));

        assertThat(told).hasSize(1);
    }

    private static ExecuteRequest request(String session) throws ContentException {
        Header header = header(session, "me", "pump", MessageType.EXECUTE_REQUEST);
        return new ExecuteRequest(header, "fill", ContentData.encode(null, Payload.JSON), false, false);
    }

    private static ExecuteReply reply(String session, Object value, RemoteError error) throws ContentException {
        return new ExecuteReply(
                header(session, "pump", "me", MessageType.EXECUTE_REPLY),
                null,
                "fill",
                ExecuteReply.Status.OK,
                1,
                ContentData.encode(value, Payload.JSON),
                error,
                false);
    }

    private static Header header(String session, String source, String target, MessageType type) {
        return new Header("1", session, "2024-01-01T10:00:00+00:00", source, target, type, Header.VERSION);
    }
}
