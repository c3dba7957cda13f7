package io.github.hubsh.shell.session.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PeerErrorsTest {
    @Test
    void the_remedy_names_the_plugin_at_hand() {
        ShellException unknown = new ShellException(Problem.NO_SUCH_COMMAND, "no such command").during("pump one", "x");

        assertThat(unknown.remedy()).isEqualTo("see what is known with commands 'pump one'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | the plugin reports an error and does not say which: {}",
                "'' | the plugin reports an error and does not say which: ''",
                "'  ' | the plugin reports an error and does not say which: ''",
                "false | the plugin reports an error and does not say which: false",
                "{\"message\":\"jammed\"} | {\"message\":\"jammed\"}",
                "dry | dry",
            })
    void what_a_peer_says_is_shown_even_when_it_says_nothing(String error, String text) {
        ShellException shown = PeerErrors.ofRemote(RemoteError.ofText(error));

        assertThat(shown.problem()).isEqualTo(Problem.REMOTE_ERROR);
        assertThat(shown.text()).isEqualTo(text);
        assertThat(shown.remedy()).isEqualTo("the plugin's own log may say more");
    }

    @Test
    void what_a_key_may_not_is_the_hubs_word_and_no_failure_of_the_plugin() {
        ShellException shown = PeerErrors.ofRemote(new RemoteError(
                RemoteError.ACCESS_REFUSED,
                "Refused: this key may not ask 'pump' for 'reset' (deny = */reset).",
                List.of()));

        assertThat(shown.problem()).isEqualTo(Problem.REMOTE_ERROR);
        assertThat(shown.text()).isEqualTo("the hub refuses: this key may not ask 'pump' for 'reset' (deny = */reset)");
        assertThat(shown.remedy()).contains("help curve");
    }

    @Test
    void a_traceback_is_offered_where_there_is_one() {
        RemoteError traceback = RemoteError.ofText("Traceback (most recent call last):\n  …\nKeyError: 37");

        assertThat(PeerErrors.ofRemote(traceback).remedy()).contains("--debug");
        assertThat(PeerErrors.ofRemote(new RemoteError("KeyError", "37", List.of("line 1")))
                        .remedy())
                .contains("--debug");
    }

    @Test
    void an_error_with_only_a_name_is_that_name() {
        assertThat(PeerErrors.ofRemote(new RemoteError("Stop", "", List.of())).text())
                .isEqualTo("Stop");
    }

    @Test
    void an_invalid_reply_is_the_plugins_error_and_keeps_its_text() {
        ShellException shown = PeerErrors.ofRemote(
                RemoteError.ofInvalidReply("content.status: missing", "{\"header\":1}".getBytes(UTF_8)));

        assertThat(shown.problem()).isEqualTo(Problem.REMOTE_ERROR);
        assertThat(shown.text()).isEqualTo("the reply is invalid: content.status: missing");
        assertThat(shown.remoteTraceback()).isEqualTo("The reply as it came:\n{\"header\":1}");
    }

    @ParameterizedTest
    @CsvSource({
        "'', Unsupported source(a)/target(b) configuration., NO_SUCH_PLUGIN",
        "NotConnected, registered but not connected, NO_SUCH_PLUGIN",
        "Disconnected, the plugin went, REMOTE_ERROR",
        "TooManyRequests, wait, REMOTE_ERROR",
        "NoReply, for hours, REMOTE_ERROR",
        "'', Unrecognized command: dance, NO_SUCH_COMMAND",
    })
    void what_hubs_and_plugins_answer_for_a_missing_target_has_its_own_kind(String name, String value, Problem kind) {
        assertThat(PeerErrors.ofRemote(new RemoteError(name, value, List.of())).problem())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "NotConnected, 'Plugin a is at another hub, and this hub does not reach its cluster. It was not sent.',"
                + " 'the plugin is at another hub, and this hub does not reach its cluster. It was not sent', hub status",
        "NotConnected, Plugin a takes no more messages: its queue is full.,"
                + " the plugin takes no more messages: its queue is full, plugins --ping",
        "Disconnected, 'Plugin a is at the hub roomB, which has gone or cannot be reached.',"
                + " 'the plugin is at the hub roomB, which has gone or cannot be reached', it may have executed",
    })
    void what_a_hub_says_of_the_way_to_a_plugin_is_shown(String name, String value, String text, String hint) {
        ShellException shown = PeerErrors.ofRemote(new RemoteError(name, value, List.of()));
        assertThat(shown.text()).isEqualTo(text);
        assertThat(shown.hint()).contains(hint);
    }

    @Test
    void a_plugin_that_went_is_not_blamed_for_an_error_of_its_own() {
        ShellException shown = PeerErrors.ofRemote(new RemoteError("Disconnected", "Plugin a went", List.of()));
        assertThat(shown.text()).isEqualTo("the plugin went before it replied");
        assertThat(shown.remoteTraceback()).isNull();
    }
}
