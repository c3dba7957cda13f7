package io.github.hubsh.shell.verb.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.session.network.Peers;
import io.github.hubsh.shell.word.ShellException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DescribeAllTest {
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    private static Peers peers(Consumer<String> inquire) {
        return (Peers)
                Proxy.newProxyInstance(Peers.class.getClassLoader(), new Class<?>[] {Peers.class}, (of, method, a) -> {
                    inquire.accept((String) a[0]);
                    return null;
                });
    }

    @Test
    void all_are_asked_side_by_side() {
        CountDownLatch together = new CountDownLatch(3);

        DescribeAll.within(Duration.ofSeconds(60), List.of("a", "b", "c"), peers(name -> {
            together.countDown();
            await(together);
            asked.add(name);
        }));

        assertThat(asked).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void one_that_never_answers_is_left_behind() {
        DescribeAll.within(Duration.ofMillis(50), List.of("dead"), peers(name -> await(new CountDownLatch(1))));

        assertThat(asked).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw ShellException.interrupted("stopped");
        }
    }
}
