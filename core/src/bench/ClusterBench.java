import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.cluster.JoinOptions;
import io.github.hubsh.core.hub.ClusterStatus;
import io.github.hubsh.core.hub.Hub;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;

/**
 * What a cluster of three hubs costs, at a server of NATS: {@code ClusterBench NATS_URI IDLE_SECONDS}. Prints how long it
 * takes until 10,000 plugins that register at one hub are known at another, in milliseconds, and with these plugins there the
 * messages that a hub sends and receives in a second while nothing happens.
 */
public final class ClusterBench {
    private static final int PLUGINS = 10_000;
    private static final int NAMES_OF_A_CLIENT = 1000;

    private static final String REQUEST = "{\"header\":{\"msg_id\":\"1\",\"session\":\"1\","
            + "\"date\":\"2026-01-01T00:00:00+00:00\",\"source\":\"plugin-%d\",\"target\":\"bench0\","
            + "\"msg_type\":\"connect_request\",\"version\":\"0.4\"}}";

    /** How often the hubs are asked how far they are, in milliseconds: nothing announces it. */
    private static final long LOOK_MILLIS = 5;

    /** How long repairs of what was announced may go on; behind them the hubs are idle. */
    private static final long SETTLING_MILLIS = 2000;

    private ClusterBench() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (Hub first = hub(0, arguments[0]);
                Hub second = hub(1, arguments[0]);
                Hub third = hub(2, arguments[0])) {
            for (Hub hub : List.of(first, second, third)) {
                while (status(hub).hubs().size() < 2 || !status(hub).joined()) {
                    Thread.sleep(LOOK_MILLIS);
                }
            }
            System.out.printf("%.0f", announce(first, second));
            double seconds = Double.parseDouble(arguments[1]);
            Thread.sleep(SETTLING_MILLIS);
            long sent = status(second).link().sent();
            long received = status(second).link().received();
            Thread.sleep((long) (1000 * seconds));
            System.out.printf(
                    " %.2f %.2f%n",
                    (status(second).link().sent() - sent) / seconds,
                    (status(second).link().received() - received) / seconds);
        }
    }

    private static double announce(Hub from, Hub to) throws InterruptedException {
        long start = System.nanoTime();
        for (int i = 0; i < PLUGINS; i++) {
            byte[] client = ByteBuffer.allocate(5).putInt(1, i / NAMES_OF_A_CLIENT).array();
            from.onQueryReceived(List.of(client, new byte[0], REQUEST.formatted(i).getBytes(UTF_8)));
        }
        while (status(to).hubs().stream().noneMatch(hub -> hub.plugins() == PLUGINS)) {
            Thread.sleep(LOOK_MILLIS);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static Hub hub(int number, String server) {
        Hub hub = new Hub("tcp://127.0.0.1:*", "bench" + number);
        hub.join(new JoinOptions(List.of(server), "bench", null, null)).reset();
        return hub;
    }

    private static ClusterStatus status(Hub hub) {
        return Objects.requireNonNull(hub.cluster());
    }
}
