package io.github.hubsh.shell.testkit;

import io.github.hubsh.shell.app.Main;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * The program, run in one process as often as a test asks for it: {@link ResidentHubsh} starts it with
 * {@code bin/hubsh} and is the other end of its socket. Each run has what {@link Main} gives to a run: the arguments of
 * the test, and the environment, the folder and the streams of the process. In a package of its own: Java takes the
 * version of a package from where its first class comes from.
 */
public final class RepeatedMain {
    /** The system property that has the number of the test's port. */
    public static final String PORT = "hubsh.test.port";

    private RepeatedMain() {}

    public static void main(String[] launched) throws IOException {
        try (Socket test = new Socket(InetAddress.getLoopbackAddress(), Integer.getInteger(PORT))) {
            DataInputStream requests = new DataInputStream(test.getInputStream());
            DataOutputStream statuses = new DataOutputStream(test.getOutputStream());
            while (true) {
                statuses.writeInt(Main.run(arguments(requests)));
            }
        } catch (EOFException closed) {
            // The test needs no more runs.
            System.exit(0);
        }
    }

    private static List<String> arguments(DataInputStream request) throws IOException {
        List<String> arguments = new ArrayList<>();
        int count = request.readInt();
        for (int i = 0; i < count; i++) {
            arguments.add(request.readUTF());
        }
        return arguments;
    }
}
