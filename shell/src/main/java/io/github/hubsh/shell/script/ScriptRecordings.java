package io.github.hubsh.shell.script;

import io.github.hubsh.core.thread.DaemonThreads;
import io.github.hubsh.shell.recording.Recorder;
import io.github.hubsh.shell.recording.RecordingPlan;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.memory.ActiveRecordings;
import io.github.hubsh.shell.session.network.BroadcastStream;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.SubscriptionHandshake;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Sizes;
import io.github.hubsh.shell.word.Word;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** The recordings of a script: a thread for each, which writes the file. */
final class ScriptRecordings {
    private static final int MAX_RECORDINGS = 20;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final Connections connections;
    private final Supplier<Session> session;

    // Mutable state, of the script's thread
    private final Map<Integer, Running> open = new HashMap<>();

    ScriptRecordings(Connections connections, Supplier<Session> session) {
        this.connections = connections;
        this.session = session;
    }

    /** Takes the number, the connection, the file, and the options as texts; records when it returns. */
    String open(Value[] a) {
        if (open.size() >= MAX_RECORDINGS) {
            throw new ShellException(Problem.USAGE, "more than " + MAX_RECORDINGS + " recordings at once");
        }
        int id = a[0].asInt();
        Arguments options = options(ScriptText.readObject(a[3].asString()));
        // Conditions have the language of the statement that runs the script; the file is one that the script may
        // write.
        RecordingPlan plan = RecordingPlan.of(a[2].asString(), options.text("--filter"), options, session.get());
        Session sandboxed = connections.sandboxed(a[1].asInt());
        Recorder recorder = plan.open(sandboxed);
        BroadcastStream broadcasts = sandboxed.hub().network().listen(plan.beforeReading());
        try {
            SubscriptionHandshake.await(sandboxed.hub().network(), broadcasts);
        } catch (ShellException failed) {
            broadcasts.close();
            recorder.close();
            throw failed;
        }
        Running running = new Running(recorder, broadcasts, sandboxed);
        open.put(id, running);
        running.start("hubsh-js-record-" + id);
        return "=null";
    }

    /** Returns how far one is. */
    String totals(int id) {
        return ScriptText.write(find(id).recorder.totals().facts());
    }

    /** Stops one, and returns what it has; throws what has ended it before. */
    String stop(int id) {
        Running running = find(id);
        open.remove(id);
        running.catchUp();
        running.stop();
        ShellException failed = running.failed;
        if (failed != null) {
            throw failed;
        }
        return ScriptText.write(running.recorder.totals().facts());
    }

    void close() {
        Map.copyOf(open).values().forEach(Running::stop);
        open.clear();
    }

    private Running find(int id) {
        Running running = open.get(id);
        if (running == null) {
            throw new ShellException(Problem.USAGE, "this recording has ended");
        }
        return running;
    }

    private static Arguments options(Map<String, @Nullable Object> texts) {
        Map<String, List<Word>> options = new LinkedHashMap<>();
        texts.forEach((name, text) -> options.put("--" + name, List.of(ScriptWords.of(String.valueOf(text)))));
        Arguments arguments = new Arguments(List.of(), List.of(), options);
        String rotate = arguments.text("--rotate");
        if (rotate != null && Sizes.parse(rotate) == 0) {
            throw new ShellException(Problem.USAGE, "rotate: expected a size such as 100MB, found '" + rotate + "'");
        }
        return arguments;
    }

    /** One that runs. */
    private static final class Running {
        private final Recorder recorder;
        private final BroadcastStream broadcasts;
        private final Session session;

        // Mutable state
        private volatile @Nullable ShellException failed;

        Running(Recorder recorder, BroadcastStream broadcasts, Session session) {
            this.recorder = recorder;
            this.broadcasts = broadcasts;
            this.session = session;
        }

        void start(String name) {
            session.memory().recordings().add(recorder);
            DaemonThreads.create(name, this::run).start();
        }

        void catchUp() {
            Network network = session.hub().joined();
            if (network != null) {
                recorder.leaveOut(network.identity());
                SubscriptionHandshake.catchUp(network);
            }
        }

        void stop() {
            recorder.stop();
            boolean unused = recorder.awaitEnd(STOP_TIMEOUT);
        }

        private void run() {
            ActiveRecordings active = session.memory().recordings();
            try (broadcasts) {
                recorder.run(broadcasts);
            } catch (ShellException ended) {
                failed = ended;
                session.io().display().say(MessageLevel.WARNING, ended.text());
            } finally {
                active.remove(recorder);
            }
        }
    }
}
