package io.github.hubsh.core.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What went wrong at a peer, in the words of peers and hubs. In the tables {@code §} is a line end. */
final class RemoteErrorTest {
    /** Columns: the kind of error, its text, and the one line that says it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``         | ``                                                  | ``
            ``         | too much                                            | too much
            ``         | ` too much§`                                        | too much
            ValueError | too much                                            | ValueError: too much
            ValueError | ``                                                  | ValueError
            ``         | Traceback (most recent call last):§  x()§KeyError: 1 | KeyError: 1
            ``         | `Traceback (most recent call last):§KeyError: 1§§`  | KeyError: 1
            ``         | Traceback without a second line                     | Traceback without a second line
            ``         | two§lines                                           | two§lines
            KeyError   | Traceback (most recent call last):§1                | KeyError: 1
            """)
    void an_error_in_one_line_is_the_last_one_of_a_traceback(String name, String value, String summary) {
        assertThat(new RemoteError(name, lines(value), List.of()).summary()).isEqualTo(lines(summary));
    }

    /** Columns: the kind of error, its text, and what it says: that there is no answer, no route, no such command. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``              | Unsupported source(pump)       | unanswered route
            ``              | no Unsupported source(pump)    | ``
            NotConnected    | ``                             | unanswered
            Disconnected    | ``                             | unanswered
            TooManyRequests | ``                             | unanswered
            NoReply         | ``                             | unanswered
            NameInUse       | ``                             | ``
            ``              | NoReply                        | ``
            ``              | Unrecognized command: go       | command
            NameError       | Unrecognized command: go       | command
            ``              | an Unrecognized command: go    | ``
            InvalidReply    | ``                             | invalid
            """)
    void hubs_and_plugins_have_words_for_what_they_cannot_do(String name, String value, String says) {
        RemoteError error = new RemoteError(name, value, List.of());

        assertThat(error.isUnanswered()).isEqualTo(says.contains("unanswered"));
        assertThat(error.isUnsupportedRoute()).isEqualTo(says.contains("route"));
        assertThat(error.isUnknownCommand()).isEqualTo(says.equals("command"));
        assertThat(error.isInvalidReply()).isEqualTo(says.equals("invalid"));
    }

    /** Columns: the kind of error, its text, and why the hub refused; nothing where it did not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            AccessRefused | Refused: it may not send.  | it may not send
            AccessRefused | it may not send            | it may not send
            AccessRefused | .                          | ``
            AccessRefused | ``                         | ``
            ValueError    | Refused: it may not send.  |
            """)
    void a_refusal_has_a_reason(String name, String value, @Nullable String reason) {
        assertThat(new RemoteError(name, value, List.of()).refusal()).isEqualTo(reason);
    }

    @Test
    void a_name_that_is_in_use_may_be_so_at_another_hub() {
        assertThat(RemoteError.ofNameInUse("pump").summary())
                .isEqualTo("NameInUse: Another plugin of the name 'pump' is connected."
                        + " Choose another name, or end that one first.");
        assertThat(RemoteError.ofNameInUse("pump", "east").summary())
                .isEqualTo("NameInUse: Another plugin of the name 'pump' is connected to the hub 'east'."
                        + " Choose another name, or end that one first.");
    }

    /** Columns: how long the reply is, and how its beginning is quoted. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            0, 0, ``
            2000, 2000, ``
            2001, 2000, …
            9999, 2000, …
            """)
    void a_reply_that_cannot_be_read_is_quoted_up_to_2000_bytes(int length, int quoted, String more) {
        RemoteError error = RemoteError.ofInvalidReply(
                "content: missing", "x".repeat(length).getBytes(UTF_8));

        assertThat(error)
                .isEqualTo(new RemoteError(
                        "InvalidReply",
                        "content: missing",
                        List.of("The reply as it came:", "x".repeat(quoted) + more)));
    }

    @Test
    void a_text_is_an_error_without_a_kind() {
        assertThat(RemoteError.ofText("too much")).isEqualTo(new RemoteError("", "too much", List.of()));
    }

    private static String lines(String text) {
        return text.replace('§', '\n');
    }
}
