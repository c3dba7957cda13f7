package io.github.hubsh.shell.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SuggestionTest {
    private static final List<String> KNOWN =
            List.of("execute", "ping", "pong", "x", "plugins", "microdrop.dropbot", "microdrop.Device_Info", "Zürich");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # one letter too many, too few, another one, two swapped: each is one mistake
            pinng            | ping
            pig              | ping
            pink             | ping
            ipng             | ping
            pnig             | ping
            ping             | ping
            pung             | ping
            pont             | pong
            # a third of what was typed may be wrong
            plugin           | plugins
            lpuginss         | plugins
            exceutte         | execute
            exctue           | execute
            microdrop.bot    | microdrop.dropbot
            # upper and lower case are the same
            PING             | ping
            zÜrihc           | Zürich
            # the last part of a name, and then its beginning
            dropbot          | microdrop.dropbot
            DEVICE_INFO      | microdrop.Device_Info
            exe              | execute
            Micro            | microdrop.dropbot
            """)
    void the_nearest_name_is_meant(String typed, String meant) {
        assertThat(Suggestion.nearest(typed, KNOWN)).isEqualTo(meant);
    }

    /** No name of one letter is near, and a short text is no beginning. */
    @ParameterizedTest
    @ValueSource(strings = {"", "y", "pi", "ex", "frobnicate", "excuuutr", "gnip", "rop", "info"})
    void nothing_near_is_meant_by_the_rest(String typed) {
        assertThat(Suggestion.nearest(typed, KNOWN)).isNull();
    }

    @Test
    void it_asks_a_question_only_where_a_name_is_near() {
        assertThat(Suggestion.of("exeucte", KNOWN)).isEqualTo("did you mean 'execute'?");
        assertThat(Suggestion.of("exeucte", List.of())).isNull();
    }
}
