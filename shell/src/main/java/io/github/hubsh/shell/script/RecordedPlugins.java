package io.github.hubsh.shell.script;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.shell.recording.PlaybackSpeed;
import io.github.hubsh.shell.recording.RecordingSequence;
import io.github.hubsh.shell.recording.fake.AnswerPolicy;
import io.github.hubsh.shell.recording.fake.RecordedFakes;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.network.FakePlugin;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.ServedPlugin;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;

/** The plugins of recordings that a script serves. On the script's thread. */
final class RecordedPlugins {
    private final Connections connections;
    private final ScriptPlugins services;

    RecordedPlugins(Connections connections, ScriptPlugins services) {
        this.connections = connections;
        this.services = services;
    }

    /**
     * Takes the number of the first plugin, the connection, the files, the plugin and its name on the hub (both empty
     * for all), the prefix of all names, the speed, whether the nearest answer counts, and whether the script hears of
     * each request. Gives the names in the recording, with their commands.
     */
    String open(Value[] a) {
        int first = a[0].asInt();
        Session session = connections.sandboxed(a[1].asInt());
        List<Word> files = ScriptText.readTexts(a[2].asString()).stream()
                .map(ScriptWords::of)
                .toList();
        RecordedFakes fakes = RecordingSequence.read(
                files,
                session,
                recording -> RecordedFakes.read(
                        RecordingSequence.names(files),
                        recording,
                        session.memory().catalog().learner()));
        List<FakePlugin> chosen = chosen(fakes, a[3].asString(), policy(a[6].asString(), a[7].asBoolean()));
        Network network = connections.network(a[1].asInt());
        List<Map<String, Object>> opened = new ArrayList<>();
        try {
            for (FakePlugin fake : chosen) {
                int id = first + opened.size();
                String name = a[5].asString() + (a[4].asString().isEmpty() ? fake.name() : a[4].asString());
                FakePlugin.Answers answers = a[8].asBoolean() ? heard(id, fake.answers()) : fake.answers();
                ServedPlugin served = network.peers().serve(new FakePlugin(name, fake.commands(), answers));
                services.add(id, served);
                opened.add(Map.of("name", fake.name(), "commands", fakes.commands(fake.name())));
            }
        } catch (ShellException failed) {
            for (int i = 0; i < opened.size(); i++) {
                services.close(first + i);
            }
            throw failed;
        }
        return ScriptText.write(opened);
    }

    private static List<FakePlugin> chosen(RecordedFakes fakes, String plugin, AnswerPolicy policy) {
        return plugin.isEmpty() ? fakes.all(policy) : List.of(fakes.one(plugin, policy));
    }

    private static AnswerPolicy policy(String speed, boolean nearest) {
        try {
            return new AnswerPolicy(PlaybackSpeed.of(speed), nearest, null);
        } catch (IllegalArgumentException wrong) {
            throw new ShellException(Problem.USAGE, "option 'speed': " + wrong.getMessage(), wrong);
        }
    }

    /** The script learns of each request before it is answered. */
    private FakePlugin.Answers heard(int id, FakePlugin.Answers answers) {
        return request -> {
            services.tell(id, request.command(), request.source(), ContentData.decodeOrExplain(request.arguments()));
            return answers.to(request);
        };
    }
}
