package io.github.hubsh.shell.app;

import io.github.hubsh.shell.console.TerminalDetection;
import io.github.hubsh.shell.session.io.UserCommand;
import io.github.hubsh.shell.word.Problem;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.List;

/** Where the process starts, and the only place that touches it: streams, environment, exit code. */
public final class Main {
    private static final int MAX_THREADS = 64;

    private Main() {}

    public static void main(String[] arguments) {
        int status = run(List.of(arguments));
        if (needsExit(status)) {
            System.exit(status);
        }
    }

    /** Where it does not, to return is quicker: an exit looks into every jar for a logger of exits. */
    static boolean needsExit(int status) {
        return status != 0 || hasOtherThreads();
    }

    /** Runs the program on the streams of this process, and returns its exit code. Another run may follow. */
    public static int run(List<String> arguments) {
        // Where several threads log their first line at once, SLF4J warns of having kept some for a moment. It loses
        // none.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        // A hub would load the flight recorder with Netty, a fifth of the time that the demo takes to start.
        System.setProperty("io.netty.jfr.enabled", "false");
        // Bare streams: System.out would swallow a broken pipe, and write in the locale's charset.
        ProcessEnvironment process = new ProcessEnvironment(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                ProcessText.environment(System.getenv(), System.getProperty(UserCommand.LOCALE)),
                Path.of(""),
                TerminalDetection.in(),
                TerminalDetection.out(),
                TerminalDetection.err());
        return run(arguments, process);
    }

    /** As {@link #run(List)}, in a process of these streams and variables. */
    static int run(List<String> arguments, ProcessEnvironment given) {
        ProcessEnvironment process = given;
        if (process.terminalOut() || process.terminalErr()) {
            process = process.withLocale();
        }
        int unreadable = ProcessText.unreadable(arguments);
        if (unreadable > 0) {
            System.err.println("error: argument " + unreadable + " is not UTF-8 text");
            return Problem.USAGE.exitCode();
        }
        String variable = ProcessText.unreadable(process.environment());
        if (!variable.isEmpty()) {
            System.err.println("error: " + variable + " is not UTF-8 text");
            return Problem.USAGE.exitCode();
        }
        String version = Main.class.getPackage().getImplementationVersion();
        Program program = new Program(process, new LiveWiring(process), version == null ? "(not packaged)" : version);
        SignalHook onSignal = SignalHook.install(program::isRecording);
        int status = program.run(arguments);
        onSignal.ended();
        return status;
    }

    /** Whether a thread besides this one would keep the process alive. */
    private static boolean hasOtherThreads() {
        Thread[] threads = new Thread[MAX_THREADS];
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        int count = group.enumerate(threads);
        for (int i = 0; i < count; i++) {
            if (threads[i] != Thread.currentThread() && !threads[i].isDaemon()) {
                return true;
            }
        }
        return count == MAX_THREADS;
    }
}
