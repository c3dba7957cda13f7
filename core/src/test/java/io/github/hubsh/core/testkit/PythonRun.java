package io.github.hubsh.core.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of a script beside the peers, from its input to its output. */
public final class PythonRun {
    private static final int TIMEOUT_SECONDS = 120;

    private PythonRun() {}

    /** Returns what the script printed, as lines; fails where it does not end well. */
    public static List<String> of(String script, List<String> input, String... arguments)
            throws IOException, InterruptedException {
        Path in = Files.createTempFile("hubsh-python", ".in");
        Path out = Files.createTempFile("hubsh-python", ".out");
        try {
            Files.write(in, input);
            Process process = new ProcessBuilder(command(script, arguments))
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError(script + (ended ? " failed" : " did not end"));
            }
            return Files.readAllLines(out, StandardCharsets.UTF_8);
        } finally {
            Files.delete(in);
            Files.delete(out);
        }
    }

    private static List<String> command(String script, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Tools.python().orElseThrow(() -> new IllegalStateException("Requires.pandas() was not asked")));
        command.add("-B");
        command.add(PythonScripts.folder().resolve(script).toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
