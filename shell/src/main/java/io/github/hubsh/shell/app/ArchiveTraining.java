package io.github.hubsh.shell.app;

import io.github.hubsh.core.transport.Transport;
import io.github.hubsh.shell.demo.DemoNetwork;
import io.github.hubsh.shell.knowledge.Knowledge;
import io.github.hubsh.shell.knowledge.KnowledgeFile;
import io.github.hubsh.shell.knowledge.Limits;
import io.github.hubsh.shell.terminal.PseudoTerminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts the program as its users do, so that Java can see which classes that takes: {@code bin/hubsh} archives them.
 *
 * <p>The hub that the program joins, with the demo's plugins, is in this process; an archive holds what a shell needs and
 * nothing of a hub. {@code ArchiveTraining run COMMAND…} lets the command do what it says. {@code ArchiveTraining type COMMAND…} gives it
 * a terminal, and types there what people type first. Ends with the command's exit code.
 */
public final class ArchiveTraining {
    private static final long MAX_SECONDS = 110;

    /** What to wait for on the screen, and what to type then. */
    private record Cue(String text, String keys) {}

    /** The reply has a key that stands nowhere else: a prompt may be drawn twice, a reply is not. */
    private static final List<Cue> CUES =
            List.of(new Cue("demo", "exe\tplugin_a do_thing x=1\r"), new Cue("done", "\u0004"));

    private static final Map<String, ?> DESCRIPTION = Map.of(
            "commands",
            Map.of(
                    "do_thing",
                    Map.of(
                            "documentation",
                            "do a thing",
                            "arguments",
                            Map.of("type", "object", "properties", Map.of("x", Map.of("type", "integer"))))));

    private ArchiveTraining() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        ProcessBuilder program = new ProcessBuilder(words.subList(1, words.size()));
        int status;
        try (DemoNetwork demo = DemoNetwork.start()) {
            program.environment().put("HUBSH_HUB", demo.uri());
            remember(demo.uri());
            status = words.get(0).equals("type") ? typed(program) : status(program.inheritIO());
        }
        Transport.shared().shutDown();
        System.exit(status);
    }

    /** Most hubs have been joined before, and what is kept of them is read at every start. */
    private static void remember(String hub) {
        String cache = System.getenv("XDG_CACHE_HOME");
        if (cache == null) {
            return;
        }
        Knowledge known = new Knowledge(Limits.DEFAULT, Clock.systemUTC(), Map.of());
        Path path = Path.of(cache, "hubsh", "knowledge", KnowledgeFile.nameFor(hub));
        KnowledgeFile file = KnowledgeFile.open(path, known);
        known.describe("plugin_a", DESCRIPTION);
        file.saveIfChanged();
    }

    private static int typed(ProcessBuilder program) throws IOException, InterruptedException {
        program.environment().put("TERM", "xterm-256color");
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            program.redirectInput(terminal.device())
                    .redirectOutput(terminal.device())
                    .redirectError(terminal.device());
            Thread typist = new Thread(() -> type(terminal), "hubsh-typist");
            typist.setDaemon(true);
            typist.start();
            return status(program);
        }
    }

    private static int status(ProcessBuilder program) throws IOException, InterruptedException {
        Process process = program.start();
        try {
            return process.waitFor(MAX_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : 1;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Types, and reads what is shown until nobody shows anything: a terminal that is full stops whoever writes to it. */
    private static void type(PseudoTerminal terminal) {
        StringBuilder shown = new StringBuilder();
        int next = 0;
        byte[] bytes = new byte[4096];
        try (InputStream screen = terminal.screen();
                OutputStream keyboard = terminal.keyboard()) {
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
            // The program has left, which the other thread sees.
        }
    }
}
