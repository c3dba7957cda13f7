package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is there before the program begins and after it has ended; how a process ends needs one. */
final class MainTest {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @AfterEach
    void restore() {
        System.setErr(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        \ufffd             | 1
        ping x\ufffd       | 2
        ping hub a=\ufffd \ufffd | 3
        """)
    void an_argument_that_is_not_utf_8_is_refused(String arguments, int number) {
        assumeThat(Path.of("/proc/self/cmdline")).exists();
        System.setErr(new PrintStream(messages, true, StandardCharsets.UTF_8));

        assertThat(Main.run(List.of(arguments.split(" ", -1)))).isEqualTo(2);

        assertThat(messages.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("error: argument " + number + " is not UTF-8 text");
    }

    @Test
    void a_variable_that_is_not_utf_8_is_refused() {
        assumeThat(Path.of("/proc/self/environ")).exists();
        System.setErr(new PrintStream(messages, true, StandardCharsets.UTF_8));

        assertThat(Main.run(List.of("status"), process(Map.of("HUBSH_HUB", "tcp://\ufffd:1"), false, false)))
                .isEqualTo(2);

        assertThat(messages.toString(StandardCharsets.UTF_8).strip()).isEqualTo("error: HUBSH_HUB is not UTF-8 text");
    }

    /** Columns: whether stdout and stderr are a terminal, its locale, the bytes of two letters as ISO-8859-1. */
    @ParameterizedTest
    @CsvSource({
        "true, true, de_DE.ISO-8859-1, äö",
        "true, true, de_DE.UTF-8, Ã¤Ã¶",
        "false, true, de_DE.ISO-8859-1, Ã¤Ã¶",
        "false, false, de_DE.ISO-8859-1, Ã¤Ã¶"
    })
    void only_a_terminal_gets_the_charset_of_the_locale(boolean ofOut, boolean ofErr, String locale, String bytes) {
        ProcessEnvironment process = process(Map.of("LC_ALL", locale, "TERM", "dumb"), ofOut, ofErr);

        assertThat(Main.run(List.of("-c", "let a=äö; $a"), process)).isZero();

        assertThat(out.toString(StandardCharsets.ISO_8859_1)).contains(bytes);
    }

    /** Columns: threads beside the calling one, whether they are daemons, the exit code; whether it takes an exit. */
    @ParameterizedTest
    @CsvSource({"0, true, 0, false", "0, true, 3, true", "1, true, 0, false", "1, false, 0, true", "63, true, 0, true"})
    void a_process_that_would_not_end_by_itself_needs_an_exit(int others, boolean daemons, int status, boolean expected)
            throws InterruptedException {
        ThreadGroup group = new ThreadGroup("test");
        CountDownLatch end = new CountDownLatch(1);
        for (int i = 0; i < others; i++) {
            Thread other = new Thread(group, () -> awaitEnd(end));
            other.setDaemon(daemons);
            other.start();
        }
        boolean[] needed = new boolean[1];
        Thread main = new Thread(group, () -> needed[0] = Main.needsExit(status));

        main.start();
        main.join();
        end.countDown();

        assertThat(needed[0]).isEqualTo(expected);
    }

    private static void awaitEnd(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private ProcessEnvironment process(Map<String, String> environment, boolean ofOut, boolean ofErr) {
        return new ProcessEnvironment(
                InputStream.nullInputStream(), out, messages, environment, folder, false, ofOut, ofErr);
    }
}
