package io.github.hubsh.shell.testkit;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A test's end of the socket of {@link RepeatedMain}. For one thread. */
public final class RunRequests implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 180_000;
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String OPTIONS = "HUBSH_JAVA_OPTS";

    private final ServerSocket port;

    // Mutable state
    private @Nullable Socket program; // once it has started

    public RunRequests() {
        try {
            port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            port.setSoTimeout(TIMEOUT_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns an environment in which {@code bin/hubsh} starts {@link RepeatedMain} and else does as in the given one.
     *
     * @param folder takes a file
     */
    public Map<String, String> environment(Map<String, String> given, Path folder) throws IOException {
        // An argument file, because the launcher splits the options at blanks.
        Path file = Files.writeString(
                Files.createTempFile(folder, "repeated", ".args"),
                "-D%s=%d -cp \"%s\" %s"
                        .formatted(RepeatedMain.PORT, port.getLocalPort(), classPath(), RepeatedMain.class.getName()));
        Map<String, String> environment = new HashMap<>(given);
        String options = given.getOrDefault(OPTIONS, System.getenv().getOrDefault(OPTIONS, ""));
        environment.put(OPTIONS, options + " @" + file);
        return environment;
    }

    /** Begins a run; {@link #status} waits for its end. */
    public void begin(String... arguments) {
        try {
            DataOutputStream request = new DataOutputStream(program().getOutputStream());
            request.writeInt(arguments.length);
            for (String argument : arguments) {
                request.writeUTF(argument);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the exit code of the run that was begun. */
    public int status() {
        try {
            return new DataInputStream(program().getInputStream()).readInt();
        } catch (SocketTimeoutException slow) {
            throw new AssertionError("the program is still running", slow);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the program, if it waits for a run. */
    @Override
    public void close() {
        try {
            port.close();
            if (program != null) {
                program.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Socket program() throws IOException {
        Socket open = program;
        if (open == null) {
            open = port.accept();
            open.setSoTimeout(TIMEOUT_MILLIS);
            open.setTcpNoDelay(true);
            program = open;
        }
        return open;
    }

    /** The jars of the program, as {@code bin/hubsh} has them, and this test's classes. */
    private static String classPath() throws IOException {
        try (Stream<Path> libraries = Files.list(TARGET.resolve("lib"))) {
            String jars = libraries.map(Path::toString).sorted().collect(Collectors.joining(":"));
            return String.join(
                    ":",
                    List.of(
                            TARGET.resolve("hubsh.jar").toString(),
                            jars,
                            TARGET.resolve("test-classes").toString()));
        }
    }
}
