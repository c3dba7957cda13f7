package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.value.ContentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LateRepliesTest {
    private static final String LINE = "late reply of pump fill, after .*: ";

    private final Messages messages = Messages.create();
    private final List<String> shown = new ArrayList<>();

    @Test
    void the_prompt_shows_a_late_reply_at_once_and_only_once() throws ContentException {
        LateReplies late = LateReplies.shownAtOnce(shown::add);
        ExecuteRequest request = request();
        late.gaveUp(request, System.nanoTime());

        late.heard(reply(request));
        late.heard(reply(request));
        late.beforeRequest();

        assertThat(shown).singleElement().asString().matches(LINE + "\\{\"ml\":3}");
    }

    @Test
    void a_reply_of_a_request_that_was_not_given_up_is_not_shown() throws ContentException {
        LateReplies late = LateReplies.shownAtOnce(shown::add);

        late.heard(reply(request()));

        assertThat(shown).isEmpty();
    }

    @Test
    void without_a_prompt_a_late_reply_after_the_last_request_is_never_shown() throws ContentException {
        LateReplies late = LateReplies.shownBetweenRequests(shown::add);
        ExecuteRequest request = request();
        late.beforeRequest();
        late.gaveUp(request, System.nanoTime());

        late.heard(reply(request));

        assertThat(shown).isEmpty();
    }

    @Test
    void without_a_prompt_the_next_request_shows_once_what_came_before_it() throws ContentException {
        LateReplies late = LateReplies.shownBetweenRequests(shown::add);
        for (int i = 0; i < 2; i++) {
            ExecuteRequest request = request();
            late.gaveUp(request, System.nanoTime());
            late.heard(reply(request));
        }

        late.beforeRequest();
        late.beforeRequest();

        assertThat(shown).hasSize(2).allMatch(line -> line.matches(LINE + "\\{\"ml\":3}"));
    }

    @Test
    void an_error_is_a_late_reply_too_and_a_long_value_is_cut() throws ContentException {
        LateReplies late = LateReplies.shownAtOnce(shown::add);
        ExecuteRequest failing = request();
        late.gaveUp(failing, System.nanoTime());
        late.heard(messages.errorReply(failing, 1, new RemoteError("ValueError", "dry", List.of())));
        ExecuteRequest talking = request();
        late.gaveUp(talking, System.nanoTime());
        late.heard(messages.executeReply(talking, 1, ContentData.encode("x".repeat(1000), Payload.JSON)));

        assertThat(shown.get(0)).matches(LINE + "error: .*dry");
        assertThat(shown.get(1)).matches(LINE + "x{500}…");
    }

    @Test
    void of_too_many_requests_that_were_given_up_the_oldest_is_forgotten() throws ContentException {
        LateReplies late = LateReplies.shownAtOnce(shown::add);
        List<ExecuteRequest> requests = new ArrayList<>();
        for (int i = 0; i <= 1_000; i++) {
            requests.add(request());
            late.gaveUp(requests.get(i), System.nanoTime());
        }

        late.heard(reply(requests.get(0)));
        assertThat(shown).isEmpty();
        late.heard(reply(requests.get(1)));

        assertThat(shown).hasSize(1);
    }

    private ExecuteRequest request() {
        return messages.executeRequest("shell", "pump", "fill", Payload.NONE);
    }

    private ExecuteReply reply(ExecuteRequest request) throws ContentException {
        return messages.executeReply(request, 1, ContentData.encode(Map.of("ml", 3L), Payload.JSON));
    }
}
