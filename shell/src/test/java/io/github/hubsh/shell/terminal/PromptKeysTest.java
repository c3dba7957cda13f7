package io.github.hubsh.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import org.jline.utils.NonBlocking;
import org.jline.utils.NonBlockingPumpReader;
import org.jline.utils.NonBlockingReader;
import org.junit.jupiter.api.Test;

/** Keys as the prompt's terminal sends them. */
final class PromptKeysTest {
    private final NonBlockingPumpReader terminal = NonBlocking.nonBlockingPumpReader();
    private final PromptKeys keys = new PromptKeys(terminal);

    @Test
    void keys_are_read_one_at_a_time() throws IOException {
        type("ab");
        assertThat(keys.open()).isTrue();
        assertThat(keys.read()).isEqualTo("a");
        assertThat(keys.read()).isEqualTo("b");
        assertThat(keys.read()).isEmpty();
    }

    @Test
    void what_comes_at_once_behind_an_escape_belongs_to_it() throws IOException {
        type("\u001bq");
        assertThat(keys.read()).isEqualTo("\u001bq");
        type("\u001b");
        assertThat(keys.read()).isEqualTo("\u001b");
    }

    @Test
    void at_the_end_there_is_no_key() throws IOException {
        try (NonBlockingReader ended = NonBlocking.nonBlocking("ended", Reader.nullReader())) {
            assertThat(new PromptKeys(ended).read()).isNull();
        }
    }

    @Test
    void closing_leaves_the_terminal_to_the_prompt() throws IOException {
        keys.close();
        type("a");
        assertThat(keys.read()).isEqualTo("a");
    }

    private void type(String text) throws IOException {
        terminal.getWriter().write(text);
        terminal.getWriter().flush();
    }
}
