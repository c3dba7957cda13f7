package io.github.hubsh.shell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvHeaderTest {
    @Test
    void names_are_read_up_to_the_end_of_the_line() {
        assertThat(CsvHeader.of("a,b\n1,2\n")).containsExactly("a", "b");
        assertThat(CsvHeader.of("a,b\r\n1,2\r\n")).containsExactly("a", "b");
        assertThat(CsvHeader.of("a,,b")).containsExactly("a", "", "b");
        assertThat(CsvHeader.of("")).isEqualTo(List.of(""));
    }

    @Test
    void quoted_names_may_have_any_character() {
        assertThat(CsvHeader.of("\"a,b\",\"x\"\"y\",\"two\nlines\",\"\"\"q\"\"\"\n"))
                .containsExactly("a,b", "x\"y", "two\nlines", "\"q\"");
        assertThat(CsvHeader.of("\"\",\"unclosed\n")).containsExactly("", "unclosed\n");
    }
}
