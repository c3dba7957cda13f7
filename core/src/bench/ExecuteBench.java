import io.github.hubsh.core.plugin.Plugin;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * {@code execute} of a {@link Plugin} beside a bare JeroMQ socket that sends the same request through the same hub, by
 * turns, to an echo plugin on a bare socket. {@code java -cp … ExecuteBench.java QUERY_URI SECONDS ROUNDS}
 *
 * <p>Prints a line for each round: p50 and p99 of {@code execute} in microseconds, and the same of the bare socket.
 */
final class ExecuteBench {
    private static final int MAX_CALLS = 1_000_000;
    private static final double WARM_UP_SECONDS = 5;
    private static final String ECHO = "bench-java-echo";
    private static final String RAW = "bench-java-raw";
    private static final String HEADER = "{\"header\":{\"msg_id\":\"0123456789abcdef0123456789abcdef\",\"session\":\"%s\","
            + "\"date\":\"2026-01-01T00:00:00.123456+00:00\",\"source\":\"%s\",\"target\":\"%s\",\"msg_type\":\"%s\","
            + "\"version\":\"0.4\"},\"content\":{\"command\":\"echo\",%s}}";
    private static final byte[] REQUEST = message("1", RAW, ECHO, "execute_request", "\"data\":{\"value\":1}");
    private static final String SESSION_KEY = "\"session\":\"";
    private static final String SOURCE_KEY = "\"source\":\"";

    /** One request and its reply. */
    private interface Call {
        void run();
    }

    private final ZContext context = new ZContext();
    private final String queryUri;

    private ExecuteBench(String queryUri) {
        this.queryUri = queryUri;
    }

    public static void main(String[] arguments) {
        new ExecuteBench(arguments[0]).measure(Double.parseDouble(arguments[1]), Integer.parseInt(arguments[2]));
        System.exit(0);
    }

    private void measure(double seconds, int rounds) {
        ZMQ.Socket echo = joined(ECHO);
        Thread echoing = new Thread(() -> echo(echo), ECHO);
        echoing.setDaemon(true);
        echoing.start();
        ZMQ.Socket raw = joined(RAW);
        try (Plugin plugin = new Plugin("bench-java-plugin", queryUri)) {
            plugin.reset();
            Call execute = () -> plugin.execute(ECHO, "echo", Map.of("value", 1));
            Call bare = () -> bare(raw);
            timed(execute, WARM_UP_SECONDS);
            timed(bare, WARM_UP_SECONDS);
            for (int round = 0; round < rounds; round++) {
                System.out.println(timed(execute, seconds) + " " + timed(bare, seconds));
            }
        }
    }

    /** Returns p50 and p99 in microseconds. */
    private static String timed(Call call, double seconds) {
        long[] took = new long[MAX_CALLS];
        int count = 0;
        long end = System.nanoTime() + (long) (seconds * 1e9);
        for (long start = System.nanoTime(); start < end && count < MAX_CALLS; count++) {
            call.run();
            long now = System.nanoTime();
            took[count] = now - start;
            start = now;
        }
        Arrays.sort(took, 0, count);
        return took[count / 2] / 1000.0 + " " + took[(int) (count * 0.99)] / 1000.0;
    }

    private static void bare(ZMQ.Socket socket) {
        socket.sendMore("");
        socket.send(REQUEST);
        socket.recv();
        socket.recv();
    }

    private static void echo(ZMQ.Socket socket) {
        while (true) {
            socket.recv();
            String request = new String(socket.recv(), StandardCharsets.UTF_8);
            socket.sendMore("");
            socket.send(message(
                    after(request, SESSION_KEY),
                    ECHO,
                    after(request, SOURCE_KEY),
                    "execute_reply",
                    "\"status\":\"ok\",\"execution_count\":1"));
        }
    }

    /** Registers under a name, and connects a bare socket. */
    private ZMQ.Socket joined(String name) {
        String command;
        try (Plugin plugin = new Plugin(name, queryUri)) {
            plugin.reset();
            command = plugin.commandUri();
        }
        ZMQ.Socket socket = context.createSocket(SocketType.DEALER);
        socket.setIdentity(name.getBytes(StandardCharsets.UTF_8));
        socket.setLinger(0);
        socket.connect(command);
        return socket;
    }

    private static byte[] message(String session, String source, String target, String type, String content) {
        return HEADER.formatted(session, source, target, type, content).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the text from the end of a key to the next quote. */
    private static String after(String text, String key) {
        int start = text.indexOf(key) + key.length();
        return text.substring(start, text.indexOf('"', start));
    }
}
