package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.session.io.UserCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/** The user's own editor for a line, at our terminal while it runs. For the thread that reads lines. */
final class ExternalEditor {
    private static final String COMMAND = "${VISUAL:-${EDITOR:-vi}} \"$1\"";
    private static final long MAX_SIZE = 1 << 20;

    private final Terminal terminal;
    private final Attributes usual;

    /** @param usual the terminal's mode for other programs */
    ExternalEditor(Terminal terminal, Attributes usual) {
        this.terminal = terminal;
        this.usual = usual;
    }

    /**
     * Returns what the editor made of a line. The file is the user's alone while it is there.
     *
     * @throws IOException if the editor is missing or fails; then the line is as it was
     */
    String edit(String line) throws IOException {
        Path file = Files.createTempFile("hubsh-line-", ".hubsh");
        Attributes present = terminal.getAttributes();
        terminal.setAttributes(usual);
        try {
            Files.writeString(file, line + "\n");
            int status = run(file);
            if (status != 0) {
                throw new IOException("the editor ended with " + status + "; set VISUAL or EDITOR to another");
            }
            if (Files.size(file) > MAX_SIZE) {
                throw new IOException("the edited text is larger than " + (MAX_SIZE >> 20) + " MB");
            }
            return Files.readString(file).stripTrailing();
        } finally {
            terminal.setAttributes(present);
            Files.deleteIfExists(file);
        }
    }

    private static int run(Path file) throws IOException {
        Process process = UserCommand.of("sh", "-c", COMMAND, "hubsh", file.toString())
                .inheritIO()
                .start();
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException keyPressed) {
                // The editor handles Ctrl-C in its own way.
            }
        }
    }
}
