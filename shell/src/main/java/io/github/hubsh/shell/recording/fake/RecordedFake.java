package io.github.hubsh.shell.recording.fake;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.argument.Secrets;
import io.github.hubsh.shell.session.network.FakePlugin;
import io.github.hubsh.shell.session.network.FakeReply;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers as one plugin of a recording did. Thread-safe.
 *
 * @param plugin its name, for errors
 */
record RecordedFake(String plugin, PluginAnswers answers, AnswerPolicy policy) implements FakePlugin.Answers {
    private static final int MAX_LISTED = 5;
    private static final int MAX_SHOWN = 200;
    private static final int MAX_COMMANDS = 50;

    @Override
    public FakeReply to(ExecuteRequest request) throws ContentException {
        String command = request.command();
        Map<?, ?> arguments = RecordedAnswers.named(ContentData.decode(request.arguments()));
        PluginAnswers.Match match = answers.match(command, arguments, policy.nearest());
        RecordedAnswer answer = match.answer();
        if (answer != null && (match.isRecorded() || policy.nearest())) {
            return new FakeReply(answer.result(), answer.error(), policy.speed().of(answer.after()));
        }
        AnswerPolicy.Missing missing = policy.missing();
        if (missing != null) {
            return missing.ask(request);
        }
        RemoteError error = answer == null ? unknownCommand(command) : notRecorded(command, arguments, match);
        return new FakeReply(Payload.NONE, error, Duration.ZERO);
    }

    private RemoteError unknownCommand(String command) {
        List<String> known = answers.commands();
        String listed = String.join(", ", known.subList(0, Math.min(MAX_COMMANDS, known.size())))
                + (known.size() > MAX_COMMANDS ? ", …" : "");
        String text = RemoteError.UNRECOGNIZED_COMMAND + command + "\nthe recording of " + plugin + " has " + listed;
        return new RemoteError("UnrecognizedCommand", text, List.of());
    }

    private RemoteError notRecorded(String command, Map<?, ?> arguments, PluginAnswers.Match match) {
        StringBuilder text = new StringBuilder(command).append(' ').append(shown(arguments));
        text.append(" is not in the recording; the nearest is ").append(shown(match.nearest()));
        List<String> differences = match.difference();
        text.append(" (")
                .append(String.join(", ", differences.subList(0, Math.min(MAX_LISTED, differences.size()))))
                .append(differences.size() > MAX_LISTED ? ", …)" : ")");
        text.append("\nrecorded are ").append(listed(answers.recorded(command, MAX_LISTED + 1)));
        return new RemoteError(FakeReply.NOT_RECORDED, text.toString(), List.of());
    }

    private static String listed(List<Map<?, ?>> recorded) {
        String all =
                recorded.stream().limit(MAX_LISTED).map(RecordedFake::shown).collect(Collectors.joining(", "));
        return recorded.size() > MAX_LISTED ? all + ", …" : all;
    }

    private static String shown(Map<?, ?> arguments) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        arguments.forEach((key, value) -> {
            String name = String.valueOf(key);
            told.put(name, Secrets.isSecret(name, value) ? "…" : value);
        });
        String text = Json.write(told);
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
    }
}
