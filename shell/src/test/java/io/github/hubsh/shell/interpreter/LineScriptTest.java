package io.github.hubsh.shell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

final class LineScriptTest {
    private final ShellBench bench = ShellBench.pipe();

    private int run(String text) throws IOException {
        return new LineScript(bench.interpreter, "f.hubsh").run(new BufferedReader(new StringReader(text)));
    }

    @Test
    void an_open_quote_is_found_in_the_line_where_it_begins() throws IOException {
        assertThat(run("ping plugin_a\nexecute plugin_a do_thing \\\n x='a\nping plugin_a\n"))
                .isEqualTo(2);
        assertThat(bench.screen.messages()).contains("expected a closing '").endsWith("  in f.hubsh:3\n");
    }

    @Test
    void a_byte_order_mark_and_carriage_returns_are_no_part_of_a_line() throws IOException {
        assertThat(run("\ufeffping plugin_a\r\nping plugin_a \\\r\n\r\n")).isZero();
    }
}
