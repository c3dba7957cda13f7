package io.github.hubsh.shell.terminal;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.line.Completeness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A terminal that only prints; its echo is switched off here. */
final class PlainEditorTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final ShellBench bench = ShellBench.terminal();
    private final LineDisciplineTerminal terminal =
            new LineDisciplineTerminal("test", "dumb", shown, StandardCharsets.UTF_8);
    private final PlainEditor editor;

    PlainEditorTest() throws IOException {
        Attributes quiet = terminal.getAttributes();
        quiet.setLocalFlag(Attributes.LocalFlag.ECHO, false);
        quiet.setOutputFlag(Attributes.OutputFlag.OPOST, false);
        terminal.setAttributes(quiet);
        editor = new PlainEditor(
                terminal,
                new PromptHistory(null, bench.session),
                () -> "hub> ",
                line -> line.endsWith("'open") ? Completeness.INCOMPLETE : Completeness.COMPLETE);
    }

    @AfterEach
    void close() throws IOException {
        Thread.interrupted();
        terminal.close();
    }

    @Test
    void each_line_is_read_behind_the_prompt_and_kept() throws IOException {
        type("ping hub\nstatus\n");

        assertThat(editor.read()).isEqualTo("ping hub");
        assertThat(editor.read()).isEqualTo("status");
        assertThat(text()).isEqualTo("hub> hub> ");
        assertThat(bench.session.memory().history().lines()).containsExactly("ping hub", "status");
    }

    @Test
    void a_line_that_is_not_complete_continues_below() throws IOException {
        type("x p c a='open\nend'\n");

        assertThat(editor.read()).isEqualTo("x p c a='open\nend'");
        assertThat(text()).isEqualTo("hub> · ");
    }

    @Test
    void an_answer_is_read_behind_its_question_and_not_kept() throws IOException {
        type("yes\n");

        assertThat(editor.ask("really? ")).isEqualTo("yes");
        assertThat(text()).isEqualTo("really? ");
        assertThat(bench.session.memory().history().lines()).doesNotContain("yes");
    }

    @Test
    void a_recalled_line_is_kept() {
        editor.recalled("ping hub");

        assertThat(bench.session.memory().history().lines()).containsExactly("ping hub");
    }

    @Test
    void what_is_printed_while_a_line_is_typed_has_the_prompt_below_it() throws IOException {
        editor.printAbove("a result\n");
        editor.refresh();
        assertThat(text()).isEqualTo("a result\n");

        CompletableFuture<String> line = CompletableFuture.supplyAsync(editor::read);
        eventually(() -> text().endsWith("hub> "), SOON);
        editor.printAbove("a broadcast\n");
        type("ping hub\n");
        assertThat(line.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo("ping hub");
        editor.printAbove("1.2 ms\n");

        assertThat(text()).isEqualTo("a result\nhub> \na broadcast\nhub> 1.2 ms\n");
    }

    @Test
    void ctrl_c_ends_a_line_and_a_question() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(editor::read).isInstanceOf(UserInterruptException.class);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> editor.ask("really? ")).isInstanceOf(UserInterruptException.class);

        assertThat(text()).isEqualTo("hub> \nreally? \n");
    }

    private void type(String keys) throws IOException {
        for (byte key : keys.getBytes(StandardCharsets.UTF_8)) {
            terminal.processInputByte(key);
        }
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
