import io.nats.client.Connection;
import io.nats.client.Nats;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.io.IOException;

/**
 * NATS's own request and reply, in Java: {@code NatsRequests NATS_URI SECONDS ROUNDS}. One connection asks, 600 bytes at a
 * time, and another answers. Prints the p50 and p99 of each round in microseconds, a line each.
 */
public final class NatsRequests {
    private static final int BYTES = 600;
    private static final int WARM_UP = 20_000;
    private static final String SUBJECT = "bench.requests";

    private NatsRequests() {}

    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        double seconds = Double.parseDouble(arguments[1]);
        try (Connection asks = Nats.connect(arguments[0]);
                Connection answers = Nats.connect(arguments[0])) {
            answers.createDispatcher(message -> answers.publish(message.getReplyTo(), message.getData()))
                    .subscribe(SUBJECT);
            answers.flush(java.time.Duration.ofSeconds(5));
            byte[] request = new byte[BYTES];
            for (int i = 0; i < WARM_UP; i++) {
                ask(asks, request);
            }
            for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
                double[] took = new double[2_000_000];
                int count = 0;
                for (long end = System.nanoTime() + (long) (1e9 * seconds); System.nanoTime() < end; count++) {
                    took[count] = ask(asks, request);
                }
                Arrays.sort(took, 0, count);
                System.out.printf("%.1f %.1f%n", took[count / 2], took[count * 99 / 100]);
            }
        }
    }

    private static double ask(Connection connection, byte[] request)
            throws InterruptedException, ExecutionException, TimeoutException {
        long start = System.nanoTime();
        connection.request(SUBJECT, request).get(5, TimeUnit.SECONDS);
        return (System.nanoTime() - start) / 1000.0;
    }
}
