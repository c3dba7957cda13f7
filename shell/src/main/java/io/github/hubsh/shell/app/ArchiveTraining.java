package io.github.hubsh.shell.app;

import io.github.hubsh.shell.demo.DemoNetwork;
import io.github.hubsh.shell.line.LineText;
import io.github.hubsh.shell.terminal.PseudoTerminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the program as its users do, so that Java can record which classes that takes; {@code bin/launcher/train.sh}
 * makes an archive of them.
 *
 * <p>Called as {@code ArchiveTraining KIND FOLDER COMMAND…}. {@code KIND} is the kind of start: {@code short},
 * {@code prompt}, {@code js} (a line of it), {@code script} or {@code hub}. {@code FOLDER} takes all files of the run.
 * {@code COMMAND} starts the program; the arguments for this kind are added to it. The hub that the program joins, with
 * the demo's plugins, is in this process: an archive holds what a shell needs and nothing of a hub. Ends with the
 * program's exit code.
 */
public final class ArchiveTraining {
    private static final long TIMEOUT_SECONDS = 110;

    private ArchiveTraining() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(run(List.of(arguments)));
    }

    /** Runs the program, and returns its exit code. */
    static int run(List<String> arguments) throws IOException, InterruptedException {
        String kind = arguments.get(0);
        TrainingFolder folder = new TrainingFolder(Path.of(arguments.get(1)));
        List<String> command = new ArrayList<>(arguments.subList(2, arguments.size()));
        command.addAll(programArguments(kind, folder.path()));
        ProcessBuilder program = new ProcessBuilder(command);
        // No folder above this one has a project's settings.
        program.directory(Path.of("/").toFile());
        try (DemoNetwork demo = DemoNetwork.start()) {
            folder.fill(demo.uri(), program.environment(), Runtime.version().feature());
            return isTyped(kind) ? typed(program) : exitCode(program.inheritIO());
        }
    }

    /** Returns what a start of this kind does first, and most often. */
    static List<String> programArguments(String kind, Path folder) {
        return switch (kind) {
            // Connecting again keeps what was seen, as the end of the program does; the rest reads it.
            case "short" ->
                List.of("execute plugin_a do_thing x=1 ; ping hub ; connect ; execute plugin_a do_thing x=2 ; plugins"
                        .split(" ", -1));
            case "prompt" -> List.of();
            // The usual port is for the user, whose own hub may start now.
            case "hub" -> List.of("demo", "tcp://127.0.0.1:*");
            // Java loads a whole archive at each start, so a line of JavaScript has one without the runner of tests.
            case "js" -> List.of("-c", "js 1 + 1", "-c", "js hub.ping()");
            case "script" ->
                List.of(
                        "-c", "run " + quoted(folder, TrainingFolder.SCRIPT),
                        "-c", "test " + quoted(folder, TrainingFolder.TEST));
            default -> throw new IllegalArgumentException("no kind of start: " + kind);
        };
    }

    private static boolean isTyped(String kind) {
        return kind.equals("prompt") || kind.equals("hub");
    }

    private static String quoted(Path folder, String name) {
        return LineText.quote(folder.resolve(name).toString());
    }

    private static int typed(ProcessBuilder program) throws IOException, InterruptedException {
        program.environment().put("TERM", "xterm-256color");
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            program.redirectInput(terminal.device())
                    .redirectOutput(terminal.device())
                    .redirectError(terminal.device());
            new TrainingTypist(terminal.screen(), terminal.keyboard()).start();
            return exitCode(program);
        }
    }

    private static int exitCode(ProcessBuilder program) throws IOException, InterruptedException {
        Process process = program.start();
        try {
            return process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : 1;
        } finally {
            process.destroyForcibly();
        }
    }
}
