package io.github.hubsh.shell.recording.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.recording.NamePattern;
import io.github.hubsh.shell.recording.RecordedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not compared, as {@code --ignore} takes it. */
final class IgnoredPathTest {
    /** Columns: what was typed, and of each path the replies that it is for and the number of its steps. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            .time                           | all 1
            .                               | all 0
            [].id                           | all 2
            .time,.rows[].id                | all 1;all 3
            ` .time , pump:.rate `          | all 1;pump 1
            pump:.rows[].id                 | pump 3
            pump.set_rate:.rate             | pump.set_rate 1
            `*:[0]`                         | * 1
            ."a:b"                          | all 1
            .a:b                            | all 1
            ["a:b"].c                       | all 2
            pump:."a,b",.c                  | pump 1;all 1
            `."a\\",b",.c`                  | all 1;all 1
            `."a\\\\",.c`                   | all 1;all 1
            """)
    void paths_have_commas_between_and_replies_before_a_colon(String text, String paths) throws ContentException {
        assertThat(IgnoredPath.parseAll(text).stream()
                        .map(each -> replies(each) + " " + each.path().steps().size())
                        .collect(Collectors.joining(";")))
                .isEqualTo(paths);
    }

    /** Columns: what was typed, and the path in it that is none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            time        | time
            ``          | ``
            .time,      | ``
            pump:time   | time
            :.time      | :.time
            pump:       | ``
            .a[         | .a[
            """)
    void what_is_no_path_is_refused(String text, String wrong) {
        assertThatThrownBy(() -> IgnoredPath.parseAll(text))
                .isInstanceOf(ContentException.class)
                .hasMessage("expected a path such as .time or .rows[].id, found '" + wrong + "'");
    }

    /** Columns: the replies, and whether it is for the replies of `pump` to `set_rate`. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            .time               | true
            pump:.time          | true
            set_rate:.time      | true
            pump.set_rate:.time | true
            p*.set_?ate:.time   | true
            heater:.time        | false
            pump.stop:.time     | false
            pum:.time           | false
            """)
    void it_is_for_a_plugin_or_a_command_or_both(String text, boolean fits) throws ContentException {
        RecordedMessage request = new RecordedMessage(
                Instant.EPOCH, Duration.ZERO, "ui", "pump", "execute_request", "set_rate", "s1", false, new byte[0]);
        assertThat(IgnoredPath.parseAll(text).get(0).isFor(request)).isEqualTo(fits);
    }

    private static String replies(IgnoredPath path) {
        NamePattern replies = path.replies();
        return replies == null ? "all" : replies.text();
    }
}
