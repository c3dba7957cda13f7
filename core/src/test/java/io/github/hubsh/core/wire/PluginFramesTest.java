package io.github.hubsh.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.message.ConnectRequest;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Route;
import io.github.hubsh.core.testkit.ManualClock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which frame is what on a plugin's three sockets. */
final class PluginFramesTest {
    private static final byte[] EMPTY = {};

    private final ConnectRequest request = new ManualClock().messages().connectRequest("me", "hub");

    @Test
    void a_question_goes_out_as_a_req_socket_sends_it() {
        assertThat(PluginFrames.query(request)).containsExactly(EMPTY, MessageWriter.write(request));
    }

    @Test
    void a_command_goes_to_the_hub_by_its_name() {
        assertThat(PluginFrames.command("central", request))
                .containsExactly("central".getBytes(UTF_8), EMPTY, MessageWriter.write(request));
    }

    @Test
    void the_text_is_the_last_frame_after_any_other_frames() {
        byte[] text = {'{', '}'};
        assertThat(PluginFrames.text(List.of(text))).isSameAs(text);
        assertThat(PluginFrames.text(List.of(EMPTY, new byte[] {1}, EMPTY, text)))
                .isSameAs(text);
    }

    @Test
    void a_broadcast_is_read_as_it_was_written() throws MalformedMessageException {
        byte[] json = MessageWriter.write(request);
        BroadcastFrames frames =
                BroadcastFrames.read(BroadcastFrames.of(request, json).frames());
        assertThat(frames.source()).isEqualTo("me");
        assertThat(frames.target()).isEqualTo("hub");
        assertThat(frames.type()).isEqualTo("connect_request");
        assertThat(frames.json()).isSameAs(json);
        assertThat(BroadcastFrames.topic(frames.frames())).isEqualTo("me".getBytes(UTF_8));
    }

    @Test
    void a_broadcast_that_stays_unread_has_frames_in_any_form() {
        Route route = new Route("me", "you", MessageType.EXECUTE_REPLY, "s", true);
        List<String> frames = BroadcastFrames.write(route, "text", frame -> new String(frame, UTF_8));
        assertThat(frames).containsExactly("me", "you", "execute_reply", "text");
        assertThat(BroadcastFrames.text(frames)).isEqualTo("text");
    }

    @Test
    void a_broadcast_of_another_number_of_frames_is_malformed() {
        assertThatThrownBy(() -> BroadcastFrames.read(List.of(EMPTY, EMPTY, EMPTY)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("a broadcast of 3 frames, expected 4");
        assertThatThrownBy(() -> BroadcastFrames.read(List.of(EMPTY, EMPTY, EMPTY, EMPTY, EMPTY)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("a broadcast of 5 frames, expected 4");
    }
}
