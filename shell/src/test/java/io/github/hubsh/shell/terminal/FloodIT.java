package io.github.hubsh.shell.terminal;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static io.github.hubsh.shell.terminal.Seat.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.testkit.TmuxScreen;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More broadcasts than a person can read, behind a half-typed line, with little memory. */
final class FloodIT {
    private static final Pattern SHOWN = Pattern.compile("\\bn=\\d+");
    private static final Pattern COUNTED = Pattern.compile("… ([0-9,]+) more");

    @TempDir
    Path home;

    // Mutable state: what the terminal has got, in whole lines up to a position, and after it
    private long position;
    private long shownBefore;
    private long countedBefore;
    private boolean answered;
    private String lastLine = "";

    @BeforeAll
    static void needsTmuxAndPython() {
        Requires.tmux();
        Requires.python();
    }

    private TmuxScreen tailing(PythonPeer hub) {
        // An OutOfMemoryError would end it, and the test would see that.
        TmuxScreen screen = new Seat(home)
                .with("HUBSH_JAVA_OPTS", "-Xmx96m -XX:+ExitOnOutOfMemoryError")
                .start(90, 24, "--hub", hub.queryUri());
        screen.await("flood>", SOON);
        screen.record(recorded());
        screen.type("tail --source flooder &");
        screen.press("Enter");
        screen.await("tail runs beside the prompt", SOON);
        return screen;
    }

    /** The reply may be off the screen before it is seen there. */
    private void flood(TmuxScreen screen, int count, int rate) {
        screen.type("execute flood flood count=" + count + " rate=" + rate);
        screen.press("Enter");
        eventually(() -> "no reply; " + accounts(), this::isAnswered, SOON);
    }

    @Test
    void every_broadcast_of_a_flood_is_shown_or_counted_and_the_line_stays_whole() {
        int count = 400_000;
        try (PythonPeer hub = PythonPeer.start("flood_hub.py");
                TmuxScreen screen = tailing(hub)) {
            flood(screen, count, 50_000);
            screen.type("execute flood pi");
            screen.await(" more\nflood> execute flood pi", SOON);
            screen.type("ng"); // during the flood
            screen.await("flood> execute flood ping", SOON);
            assertThat(shown() + counted()).as("typed while it still pours").isLessThan(count);

            assertThat(hub.next(SOON).path("sent").asInt()).isEqualTo(count);
            eventually(() -> accounts(), () -> shown() + counted() >= count, SOON);

            assertThat(shown() + counted()).as(accounts()).isEqualTo(count);
            assertThat(counted()).isPositive();
            screen.await("\nflood> execute flood ping\n       execute TARGET COMMAND", SOON);
            screen.press("Enter");
            screen.await("\npong\nflood>", SOON);
        }
    }

    @Test
    void a_terminal_that_hangs_costs_no_memory_and_continues_where_it_was() {
        int count = 150_000;
        try (PythonPeer hub = PythonPeer.start("flood_hub.py");
                TmuxScreen screen = tailing(hub)) {
            flood(screen, count, 50_000);
            screen.type("half a");
            screen.await("flood> half a", SOON);
            screen.freeze();
            assertThat(hub.next(SOON).path("sent").asInt()).isEqualTo(count);
            screen.thaw();
            screen.type(" line");

            screen.await("flood> half a line", SOON);
            eventually(() -> accounts(), () -> shown() + counted() >= count, SOON);
            assertThat(shown() + counted()).as(accounts()).isEqualTo(count);
            screen.press("C-u");
            screen.type("cancel");
            screen.press("Enter");
            screen.await("stopped: tail", SOON);
        }
    }

    private Path recorded() {
        return home.resolve("recorded");
    }

    private String accounts() {
        return shown() + " shown and " + counted() + " counted";
    }

    private boolean isAnswered() {
        read();
        return answered;
    }

    private long shown() {
        read();
        return shownBefore + shownIn(lastLine);
    }

    private long counted() {
        read();
        return countedBefore + countedIn(lastLine);
    }

    /** Takes in the lines that came since: to count all of them at each look would cost more than the flood. */
    private void read() {
        try (RandomAccessFile output = new RandomAccessFile(recorded().toFile(), "r")) {
            output.seek(position);
            byte[] more = new byte[(int) (output.length() - position)];
            output.readFully(more);
            int whole = more.length;
            while (whole > 0 && more[whole - 1] != '\n') {
                whole--;
            }
            String lines = new String(more, 0, whole, StandardCharsets.UTF_8);
            shownBefore += shownIn(lines);
            countedBefore += countedIn(lines);
            answered |= lines.contains("as you wish");
            position += whole;
            // What is being written may end within a character.
            lastLine = new String(more, whole, more.length - whole, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long shownIn(String output) {
        return SHOWN.matcher(output).results().count();
    }

    private static long countedIn(String output) {
        return COUNTED.matcher(output)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1).replace(",", "")))
                .sum();
    }
}
