package io.github.hubsh.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which frame is what on a hub's two ROUTER sockets, and what is refused there. */
final class HubFramesTest {
    private static final byte[] JSON = bytes("{}");
    private static final byte[] EMPTY = {};
    private static final byte[] NOT_TEXT = {(byte) 0xFF, 1};

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 16})
    void a_query_keeps_every_frame_before_its_text_for_the_answer(int count) throws UnreadableFramesException {
        List<byte[]> frames = frames(count);
        HubFrames.Received received = HubFrames.readQuery(frames);

        assertThat(received.peer()).isEmpty();
        assertThat(received.json()).isSameAs(JSON);
        byte[] answer = bytes("answer");
        List<byte[]> expected = new ArrayList<>(frames.subList(0, count - 1));
        expected.add(answer);
        assertThat(HubFrames.answer(received.envelope(), answer)).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 17, 1000})
    void a_query_of_too_few_or_too_many_frames_is_refused(int count) {
        UnreadableFramesException refusal =
                catchThrowableOfType(UnreadableFramesException.class, () -> HubFrames.readQuery(frames(count)));
        assertThat(refusal).hasMessage("a query of " + (count - 1) + " frames");
        assertThat(refusal.peer()).isEmpty();
    }

    @Test
    void a_query_may_come_from_a_peer_whose_identity_is_not_text() throws UnreadableFramesException {
        HubFrames.Received received = HubFrames.readQuery(List.of(NOT_TEXT, EMPTY, JSON));
        assertThat(received.envelope().frames()).containsExactly(NOT_TEXT, EMPTY);
    }

    @Test
    void a_command_comes_from_the_peer_that_its_first_frame_names() throws UnreadableFramesException {
        byte[] identity = bytes("caf\u00e9");
        HubFrames.Received received = HubFrames.readCommand(List.of(identity, bytes("any"), JSON));
        assertThat(received.peer()).isEqualTo("caf\u00e9");
        assertThat(received.json()).isSameAs(JSON);
        assertThat(received.envelope().frames()).containsExactly(identity, bytes("any"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 17})
    void a_command_of_another_number_of_frames_is_refused(int count) {
        UnreadableFramesException refusal =
                catchThrowableOfType(UnreadableFramesException.class, () -> HubFrames.readCommand(frames(count)));
        assertThat(refusal).hasMessage("a command of " + (count - 1) + " frames, expected 2");
        assertThat(refusal.peer()).isEqualTo("peer");
    }

    @Test
    void a_command_from_an_identity_that_is_not_text_is_refused() {
        UnreadableFramesException refusal = catchThrowableOfType(
                UnreadableFramesException.class, () -> HubFrames.readCommand(List.of(NOT_TEXT, EMPTY, JSON)));
        assertThat(refusal).hasMessage("a routing identity that is not UTF-8");
        assertThat(refusal.peer()).isEqualTo("?");
    }

    @Test
    void a_command_goes_to_its_target_behind_an_empty_delimiter() {
        assertThat(HubFrames.command("caf\u00e9", JSON)).containsExactly(bytes("caf\u00e9"), EMPTY, JSON);
    }

    @Test
    void frames_behind_an_identity_are_written_and_taken_apart() {
        List<byte[]> frames = HubFrames.of(NOT_TEXT, List.of(EMPTY, JSON));
        assertThat(frames).containsExactly(NOT_TEXT, EMPTY, JSON);
        assertThat(HubFrames.identity(frames)).isSameAs(NOT_TEXT);
        assertThat(HubFrames.behindIdentity(frames)).containsExactly(EMPTY, JSON);
    }

    @Test
    void a_command_behind_its_identity_is_a_delimiter_and_a_text() {
        List<String> frames = HubFrames.commandBehindIdentity("", "text");
        assertThat(frames).containsExactly("", "text");
        assertThat(HubFrames.commandText(frames)).isEqualTo("text");
        assertThat(HubFrames.commandText(List.of("text"))).isNull();
        assertThat(HubFrames.commandText(List.of("", "", "text"))).isNull();
    }

    private static List<byte[]> frames(int count) {
        List<byte[]> frames = new ArrayList<>(Collections.nCopies(count, EMPTY));
        frames.set(count - 1, JSON);
        frames.set(0, bytes("peer"));
        return frames;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
