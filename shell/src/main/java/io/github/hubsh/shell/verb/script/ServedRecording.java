package io.github.hubsh.shell.verb.script;

import io.github.hubsh.shell.recording.fake.AnswerPolicy;
import io.github.hubsh.shell.recording.fake.RecordedFakes;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.HubEvents;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.FakePlugin;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.ServedPlugin;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A plugin that answers as one of a recording did, until it is stopped. */
final class ServedRecording {
    private final Session session;
    private final String name;
    private final CompletableFuture<ShellException> overdue = new CompletableFuture<>();

    private ServedRecording(Session session, String name) {
        this.session = session;
        this.name = name;
    }

    /** Serves the plugin that the first operand names, from the recordings. */
    static Outcome run(Arguments arguments, Session session) {
        String name = arguments.operand(0);
        FakeOptions.policy(arguments, null);
        RecordedFakes fakes = FakeOptions.fakes(arguments, session);
        try (MissingAnswers missing = MissingAnswers.of(name, fakes, arguments, session)) {
            AnswerPolicy policy = FakeOptions.policy(arguments, missing);
            return new ServedRecording(session, name).serve(fakes.one(name, policy), arguments.duration("--for"));
        }
    }

    private Outcome serve(FakePlugin fake, @Nullable Duration time) {
        return HubEvents.during(session, overdue::complete, () -> {
            Network network = session.hub().network();
            try (ServedPlugin served = network.peers().serve(fake)) {
                String uri = network.identity().uri();
                session.io()
                        .display()
                        .say(
                                MessageLevel.NOTE,
                                "'" + served.name() + "' serves at " + uri + " as recorded; Ctrl-C stops it");
                await(time);
                return Outcome.NOTHING;
            }
        });
    }

    private void await(@Nullable Duration time) {
        try {
            throw time == null ? overdue.get() : overdue.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException over) {
            // It has served as long as it should.
        } catch (InterruptedException stop) {
            throw ShellException.interrupted("stopped serving " + name).hint("the fake has left the hub");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
