package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.interpreter.Interpreter;
import io.github.hubsh.shell.interpreter.Presenter;
import io.github.hubsh.shell.render.OutputFormat;
import io.github.hubsh.shell.render.View;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.terminal.ConsolePrompt;
import io.github.hubsh.shell.terminal.PromptSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The prompt around a fake session as a program: for looking at it on a real terminal. A request is broadcast within a
 * second, and as often as its argument {@code flood} says.
 *
 * <p>Arguments: the history file; then {@code no-hub}, {@code plain} (no colours), {@code dumb}.
 */
public final class FakeShell {
    private FakeShell() {}

    public static void main(String[] arguments) {
        List<String> wishes = List.of(arguments);
        FakeScreen streams = new FakeScreen();
        Presenter presenter = new Presenter(streams, new View(OutputFormat.AUTO, false, true, 80, false, null));
        FakeSession session =
                new FakeSession(SessionSettings.ofHub("tcp://localhost:31000"), new FakeFiles(), presenter);
        session.network.patient = true;
        session.hubIsThere = !wishes.contains("no-hub");
        publishSentRequests(session.network);
        PromptSettings settings = new PromptSettings(
                "1.2.3",
                Path.of(arguments[0]),
                null,
                Path.of(""),
                wishes.contains("dumb"),
                !wishes.contains("plain"),
                StandardCharsets.UTF_8,
                null,
                streams,
                true,
                true);
        System.exit(new ConsolePrompt(settings).run(new Interpreter(session, presenter, false)));
    }

    private static void publishSentRequests(FakeNetwork network) {
        var unused = Executors.newSingleThreadScheduledExecutor(FakeShell::daemon)
                .scheduleAtFixedRate(
                        () -> {
                            for (Request request : List.copyOf(network.sent)) {
                                network.sent.remove(request);
                                publish(network, request);
                            }
                        },
                        1,
                        1,
                        TimeUnit.SECONDS);
    }

    private static void publish(FakeNetwork network, Request request) {
        boolean floods = request.body() instanceof Map<?, ?> map && map.get("flood") instanceof Long;
        long count = floods ? (Long) ((Map<?, ?>) request.body()).get("flood") : 1;
        for (long i = 0; i < count; i++) {
            network.broadcasts.add(FakeBroadcast.request(request.command(), Map.of("i", i)));
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }
}
