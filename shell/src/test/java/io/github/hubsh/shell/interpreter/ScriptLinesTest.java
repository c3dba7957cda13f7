package io.github.hubsh.shell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ScriptLinesTest {
    @Test
    void lines_that_are_not_complete_continue_on_the_next() {
        assertThat(ScriptLines.split("\uFEFFping a\n\nx a b y='1\n2'\nping b"))
                .containsExactly(
                        new ScriptLines.Part(1, "ping a"),
                        new ScriptLines.Part(2, ""),
                        new ScriptLines.Part(3, "x a b y='1\n2'"),
                        new ScriptLines.Part(5, "ping b"));
        assertThat(ScriptLines.split("ping a\nx a b y='1")).endsWith(new ScriptLines.Part(2, "x a b y='1\n"));
        assertThat(ScriptLines.split("")).isEmpty();
    }
}
