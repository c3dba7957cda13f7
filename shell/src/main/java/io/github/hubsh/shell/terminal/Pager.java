package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.session.io.UserCommand;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/** A program that shows long texts, at our terminal while it runs. For the thread that runs statements. */
final class Pager {
    /**
     * As git has it: ends by itself where a screen is enough, understands colours, leaves what was seen; and long lines
     * are not folded, so that the arrow keys scroll sideways.
     */
    private static final String LESS = "FRSX";

    private final Terminal terminal;
    private final Attributes usual;
    private final String command;

    /**
     * Prepares to run a pager.
     *
     * @param usual the terminal's mode for other programs
     * @param command for {@code sh}
     */
    Pager(Terminal terminal, Attributes usual, String command) {
        this.terminal = terminal;
        this.usual = usual;
        this.command = command;
    }

    /** Shows the lines until the user has seen enough; returns whether the pager could be started and went well. */
    boolean show(List<String> lines) {
        Attributes present = terminal.getAttributes();
        terminal.setAttributes(usual);
        try {
            return run(lines);
        } catch (IOException missing) {
            return false;
        } finally {
            terminal.setAttributes(present);
        }
    }

    private boolean run(List<String> lines) throws IOException {
        ProcessBuilder builder = UserCommand.of("sh", "-c", command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putIfAbsent("LESS", LESS);
        Process process = builder.start();
        try (Writer writer = process.outputWriter(terminal.encoding())) {
            for (String line : lines) {
                writer.write(line + "\n");
            }
        } catch (IOException enough) {
            // The user has left before the end.
        }
        return await(process) != 127;
    }

    /** Ctrl-C reaches the pager, too, which handles it in its own way. */
    private static int await(Process process) {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException keyPressed) {
                // The pager has got the signal as well.
            }
        }
    }
}
