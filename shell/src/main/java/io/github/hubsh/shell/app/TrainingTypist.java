package io.github.hubsh.shell.app;

import io.github.hubsh.core.thread.DaemonThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Types at a prompt what its users type first: Tab, a request, Ctrl-D. Has its own thread. */
final class TrainingTypist {
    /** What to wait for on the screen, and what to type then. */
    private record Cue(String text, String keys) {}

    /** The key {@code done} appears in the reply only: a prompt may be drawn twice, a reply is not. */
    private static final List<Cue> CUES =
            List.of(new Cue("demo", "exe\tplugin_a do_thing x=1\r"), new Cue("done", "\u0004"));

    private final InputStream screen;
    private final OutputStream keyboard;

    TrainingTypist(InputStream screen, OutputStream keyboard) {
        this.screen = screen;
        this.keyboard = keyboard;
    }

    void start() {
        Thread unused = DaemonThreads.start("hubsh-typist", this::type);
    }

    /** Types, and then reads to the end of the output: a program that writes to a full terminal has to wait. */
    void type() {
        StringBuilder shown = new StringBuilder();
        int next = 0;
        byte[] bytes = new byte[4096];
        try (screen;
                keyboard) {
            for (int read = screen.read(bytes); read >= 0; read = screen.read(bytes)) {
                shown.append(new String(bytes, 0, read, StandardCharsets.US_ASCII));
                while (next < CUES.size() && shown.indexOf(CUES.get(next).text()) >= 0) {
                    String found = CUES.get(next).text();
                    shown.delete(0, shown.indexOf(found) + found.length());
                    keyboard.write(CUES.get(next++).keys().getBytes(StandardCharsets.US_ASCII));
                    keyboard.flush();
                }
            }
        } catch (IOException ended) {
            // The program has ended; the other thread reads its exit code.
        }
    }
}
