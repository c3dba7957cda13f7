package io.github.hubsh.shell.verb.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.session.io.Display;
import java.lang.reflect.Proxy;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

final class WaitProgressTest {
    private final BlockingQueue<String> shown = new LinkedBlockingQueue<>();

    @Test
    void a_long_wait_shows_what_it_waits_for_until_it_is_over() throws InterruptedException {
        WaitProgress waiting = WaitProgress.ticking(display(), "pump run", 1);
        assertThat(shown.take()).matches("\\d+ s · waiting for pump run; Ctrl-C stops");
        waiting.end();

        assertThat(shown).as("the line is taken away last").endsWith("");
    }

    @Test
    void a_short_wait_shows_nothing() {
        WaitProgress.ticking(display(), "pump run", 3_600_000).end();

        assertThat(shown).isEmpty();
    }

    private Display display() {
        return (Display) Proxy.newProxyInstance(
                Display.class.getClassLoader(), new Class<?>[] {Display.class}, (proxy, method, arguments) -> {
                    shown.add((String) arguments[0]);
                    return null;
                });
    }
}
