import io.github.hubsh.core.hub.Hub;

/** A hub for the benchmarks: {@code java -cp … BenchHub.java QUERY_URI}. */
final class BenchHub {
    public static void main(String[] arguments) throws InterruptedException {
        Hub hub = new Hub(arguments[0]);
        hub.reset();
        System.out.println(hub.queryUri());
        Thread.currentThread().join();
    }
}
