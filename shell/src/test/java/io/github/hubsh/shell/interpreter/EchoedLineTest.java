package io.github.hubsh.shell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines as {@code --echo} shows them. */
final class EchoedLineTest {
    private final ShellBench bench = ShellBench.pipe();

    /** Columns: the line; what is shown, an empty text for nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ping hub                    | `> ping hub↵`
            `  ping  hub  `             | `> ping  hub↵`
            # a comment                 | `> # a comment↵`
            x plugin_a login pin=1234   | `> x …↵`
            `  let password=a`          | `> let …↵`
            password=hunter2            | `> …↵`
            f({password:'hunter2'})     | `> …↵`
            pas"s"word=hunter2 ping     | `> …↵`
            js f({pin:1234})            | `> js …↵`
            x p url=https://u:pw@h/     | `> x …↵`
            ``                          | ``
            `   `                       | ``
            """)
    void a_line_is_shown_without_its_secrets(String line, String shown) {
        EchoedLine.show(line, bench.session.io().display());

        assertThat(bench.screen.messages()).isEqualTo(shown.replace('↵', '\n'));
        assertThat(bench.screen.data()).isEmpty();
    }
}
