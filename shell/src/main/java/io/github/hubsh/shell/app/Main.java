package io.github.hubsh.shell.app;

import io.github.hubsh.core.transport.Transport;
import io.github.hubsh.shell.console.TerminalDetection;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.List;

/** Where the process starts, and the only place that touches it: streams, environment, exit code. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Where several threads log their first line at once, SLF4J warns of having kept some for a moment. It loses
        // none.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        // Bare streams: System.out would swallow a broken pipe, and write in the locale's charset.
        ProcessEnvironment surroundings = new ProcessEnvironment(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.getenv(),
                Path.of(""),
                TerminalDetection.in(),
                TerminalDetection.out(),
                TerminalDetection.err());
        if (surroundings.terminalOut() || surroundings.terminalErr()) {
            surroundings = surroundings.withLocale();
        }
        String version = Main.class.getPackage().getImplementationVersion();
        Program program =
                new Program(surroundings, new LiveWiring(surroundings), version == null ? "(not packaged)" : version);
        SignalHook onSignal = SignalHook.install();
        int status = program.run(List.of(arguments));
        onSignal.ended();
        Transport.shared().shutDown();
        System.exit(status);
    }
}
