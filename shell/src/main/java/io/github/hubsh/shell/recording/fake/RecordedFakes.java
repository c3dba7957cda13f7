package io.github.hubsh.shell.recording.fake;

import io.github.hubsh.core.json.ExactJson;
import io.github.hubsh.shell.argument.Secrets;
import io.github.hubsh.shell.recording.LineWriter;
import io.github.hubsh.shell.recording.RecordedLines;
import io.github.hubsh.shell.session.memory.Catalog;
import io.github.hubsh.shell.session.memory.Learner;
import io.github.hubsh.shell.session.network.ArgumentSchema;
import io.github.hubsh.shell.session.network.FakePlugin;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Plugins that answer as those of a recording did, and tell what was seen of their commands. */
public final class RecordedFakes {
    private static final int MAX_EXAMPLES = 3;
    private static final int MAX_FAKES = 500;

    private final String file;
    private final RecordedAnswers answers;
    private final Catalog seen;

    private RecordedFakes(String file, RecordedAnswers answers, Catalog seen) {
        this.file = file;
        this.answers = answers;
        this.seen = seen;
    }

    /**
     * Reads a recording to its end.
     *
     * @param file its name, for errors
     * @param learner one that knows nothing yet
     * @throws ShellException BAD_FILE if it cannot be read, or is too large
     */
    public static RecordedFakes read(String file, RecordedLines recording, Learner learner) {
        RecordedAnswers answers = RecordedAnswers.read(recording, RecordedAnswers.MAX_BYTES, learner);
        return new RecordedFakes(file, answers, learner.catalog());
    }

    /** Returns the names of the plugins that have answered something. */
    public List<String> names() {
        return List.copyOf(answers.plugins().keySet());
    }

    /** Returns the commands that a plugin has answered, sorted. */
    public List<String> commands(String name) {
        return known(name).commands();
    }

    /**
     * Returns all of them.
     *
     * @throws ShellException BAD_FILE if there is none, or too many
     */
    public List<FakePlugin> all(AnswerPolicy policy) {
        int count = names().size();
        if (count == 0 || count > MAX_FAKES) {
            String found = count == 0 ? "no plugin has answered anything in " : count + " plugins have answered in ";
            throw new ShellException(Problem.BAD_FILE, found + file)
                    .hint(count == 0 ? "record requests and their replies" : "at most " + MAX_FAKES + " are possible");
        }
        return names().stream().map(name -> one(name, policy)).toList();
    }

    /**
     * Returns the one of that name.
     *
     * @throws ShellException NO_SUCH_PLUGIN if the recording has no answer of it
     */
    public FakePlugin one(String name, AnswerPolicy policy) {
        PluginAnswers known = known(name);
        List<KnownCommand> commands = new ArrayList<>();
        for (String command : known.commands()) {
            KnownCommand about = seen.command(name, command);
            if (about != null) {
                commands.add(published(about, known));
            }
        }
        return new FakePlugin(name, commands, new RecordedFake(name, known, policy));
    }

    /**
     * Returns what keeps the answers of the real plugin of that name.
     *
     * @param lines of the recording
     * @param recording takes lines
     */
    public AnswerKeeper keeper(String name, LineWriter lines, Consumer<byte[]> recording) {
        return new AnswerKeeper(known(name), lines, recording);
    }

    private PluginAnswers known(String name) {
        PluginAnswers known = answers.plugins().get(name);
        if (known == null) {
            throw missing(name);
        }
        return known;
    }

    private ShellException missing(String name) {
        ShellException missing =
                new ShellException(Problem.NO_SUCH_PLUGIN, file + " has no answer of a plugin called '" + name + "'");
        String meant = Suggestion.of(name, names());
        String known =
                names().isEmpty() ? "it has none of any plugin" : "it has those of " + String.join(", ", names());
        return missing.hint(meant == null ? known : meant + " " + known);
    }

    private static KnownCommand published(KnownCommand known, PluginAnswers answers) {
        List<KnownArgument> arguments =
                known.arguments().stream().map(RecordedFakes::published).toList();
        List<Map<String, @Nullable Object>> examples = new ArrayList<>(known.examples());
        for (Map<?, ?> each : answers.examples(known.name(), MAX_EXAMPLES)) {
            Map<String, @Nullable Object> example = example(each);
            if (example != null && !examples.contains(example)) {
                examples.add(example);
            }
        }
        return new KnownCommand(
                known.name(),
                known.origin(),
                known.documentation(),
                known.published(),
                known.openEnded(),
                arguments,
                examples,
                known.mime());
    }

    /** A number that was whole each time may have been so by chance. */
    private static KnownArgument published(KnownArgument seen) {
        List<String> types = seen.schema().types();
        if (seen.origin() != KnowledgeOrigin.SEEN || !types.contains("integer")) {
            return seen;
        }
        List<String> wider = types.stream()
                .map(type -> type.equals("integer") ? "number" : type)
                .distinct()
                .toList();
        return new KnownArgument(
                seen.name(), seen.origin(), seen.required(), ArgumentSchema.ofTypes(wider), seen.values(), seen.form());
    }

    private static @Nullable Map<String, @Nullable Object> example(Map<?, ?> arguments) {
        Map<String, @Nullable Object> example = new LinkedHashMap<>();
        for (Map.Entry<?, ?> argument : arguments.entrySet()) {
            Object value = argument.getValue();
            if (!(argument.getKey() instanceof String name) || name.isEmpty() || Secrets.isSecret(name, value)) {
                return null;
            }
            example.put(name, value);
        }
        return example.isEmpty() || !ExactJson.isExact(example) ? null : example;
    }
}
