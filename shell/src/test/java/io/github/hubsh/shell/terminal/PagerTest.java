package io.github.hubsh.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.AbstractPosixTerminal;
import org.jline.terminal.impl.jni.JniNativePty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small commands in the place of a pager: each writes what it gets to a file. */
final class PagerTest {
    @TempDir
    Path folder;

    private final Terminal terminal;
    private final Attributes usual;

    /** The mode of a prompt: what is typed is not echoed. */
    PagerTest() throws IOException {
        terminal = TerminalBuilder.builder()
                .system(false)
                .provider("jni")
                .type("xterm")
                .streams(new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream())
                .encoding(StandardCharsets.ISO_8859_1)
                .paused(true)
                .build();
        usual = terminal.enterRawMode();
    }

    @AfterEach
    void close() throws IOException {
        assertThat(Thread.interrupted()).isFalse();
        terminal.close();
    }

    @Test
    void all_lines_reach_the_command_in_the_charset_of_the_terminal() throws IOException {
        assertThat(shows("cat", List.of("one", "", "fünf"))).isTrue();

        assertThat(Files.readString(seen(), StandardCharsets.ISO_8859_1)).isEqualTo("one\n\nfünf\n");
    }

    @Test
    void the_command_has_the_terminal_in_its_usual_mode_and_the_prompt_gets_its_own_back() throws IOException {
        assertThat(terminal.getAttributes().getLocalFlag(LocalFlag.ECHO)).isFalse();

        assertThat(shows("stty -a <" + device(), List.of())).isTrue();

        assertThat(Files.readString(seen())).contains(" echo ", " icanon ");
        assertThat(terminal.getAttributes().getLocalFlag(LocalFlag.ECHO)).isFalse();
        assertThat(terminal.getAttributes().getLocalFlag(LocalFlag.ICANON)).isFalse();
    }

    /** Only a command that is not there has shown nothing; other errors are its own, and it has told the user. */
    @ParameterizedTest
    @CsvSource({"exit 0, true", "exit 1, true", "kill -INT $$, true", "exit 127, false", "no-such-pager 2>&1, false"})
    void a_command_that_is_not_there_has_shown_nothing(String command, boolean shown) {
        assertThat(shows(command, List.of("one"))).isEqualTo(shown);

        assertThat(terminal.getAttributes().getLocalFlag(LocalFlag.ECHO)).isFalse();
    }

    @Test
    void a_user_who_has_seen_enough_leaves_before_the_end() {
        assertThat(shows("head -n 1", Collections.nCopies(100_000, "a line"))).isTrue();

        assertThat(seen()).hasContent("a line");
    }

    @Test
    void ctrl_c_is_the_pagers_and_the_prompt_waits_for_it() {
        Thread.currentThread().interrupt();

        assertThat(shows("cat", List.of("one", "two"))).isTrue();

        assertThat(seen()).hasContent("one\ntwo");
    }

    @Test
    void less_ends_by_itself_where_a_screen_is_enough_unless_the_user_wants_it_otherwise() {
        String wanted = System.getenv().getOrDefault("LESS", "FRSX");

        assertThat(shows("printenv LESS", List.of())).isTrue();

        assertThat(seen()).hasContent(wanted);
    }

    private boolean shows(String command, List<String> lines) {
        return new Pager(terminal, usual, "{ " + command + "; } >'" + seen() + "'").show(lines);
    }

    private Path seen() {
        return folder.resolve("seen");
    }

    private String device() {
        if (terminal instanceof AbstractPosixTerminal posix && posix.getPty() instanceof JniNativePty pty) {
            return pty.getName();
        }
        throw new AssertionError("a terminal without a device: " + terminal);
    }
}
