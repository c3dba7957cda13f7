package io.github.hubsh.shell.assist;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.network.ArgumentSchema;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LineSuggestionTest {
    private static final List<String> HISTORY = List.of(
            "ping hub --count 3",
            "x plugin_a old password=geheim",
            "x plugin_a old at=ws://ann:geheim@host",
            "x plugin_a old dbPass=geheim",
            "ping plugin_a",
            "status",
            "let a=1\nlet b=2");

    private final ShellBench bench = ShellBench.pipe();

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            ¦
             ¦
            p¦ing hub --count 3
            ping p¦lugin_a
            status¦
            nonsense¦
            x plugin_a ol¦
            x plugin_a disp¦
            x plugin_a dispense ¦volume_ul=5 'to well'=A1
            x plugin_a dispense v¦olume_ul=5 'to well'=A1
            x plugin_a dispense volume_ul=¦5
            x plugin_a dispense volume_ul=5¦
            x plugin_a dispense volume_ul=7¦
            x plugin_a dispense volume_ul=7 ¦'to well'=A1
            x plugin_a dispense mode=¦slow
            x plugin_a dispense mode=f¦
            x plugin_a dispense 'to well'=¦A1
            x plugin_a dispense 'to well¦
            .dispense volume_ul=¦5
            fill volume_ul=¦5
            until plugin_a dispense volume_ul=¦5
            x plugin_a dispense --timeout ¦
            x plugin_a dispense volume_ul=5 | ¦
            x missing nothing ¦
            """)
    void a_line_continues_as_before_or_with_what_was_seen_last(String line, String expected) {
        bench.session.memory().context().setFocus("plugin_a");
        bench.session.memory().aliases().define("fill", "x plugin_a dispense");

        assertThat(LineSuggestion.of(line == null ? "" : line, HISTORY, bench.session.memory()))
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void a_line_of_several_rows_is_offered_whole() {
        assertThat(LineSuggestion.of("let a", HISTORY, bench.session.memory())).isEqualTo("=1\nlet b=2");
    }

    @Test
    void nothing_secret_is_ever_offered() {
        KnownArgument password = new KnownArgument(
                "password", KnowledgeOrigin.SEEN, true, ArgumentSchema.ofTypes(List.of("string")), List.of("geheim"));
        bench.session.known.put(
                "login",
                new KnownCommand(
                        "login",
                        KnowledgeOrigin.SEEN,
                        "",
                        false,
                        true,
                        List.of(password),
                        List.of(Map.of("password", "geheim"))));

        assertThat(LineSuggestion.of("x plugin_a login ", HISTORY, bench.session.memory()))
                .isEmpty();
        assertThat(LineSuggestion.of("x plugin_a login password=", HISTORY, bench.session.memory()))
                .isEmpty();
    }
}
