package io.github.hubsh.shell.recording.fake;

import io.github.hubsh.shell.recording.CarriedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one plugin replied in a recording: by command, and by arguments whatever their order, compared as Python does. A
 * request that was sent several times has its answers in their order, and the last one again after that. When a reply
 * that gave a value (the id of a run) is given again after its last, the answers to the requests that used the value
 * begin again too: so a run that was polled to its end can be done again. Thread-safe.
 */
public final class PluginAnswers {
    // Mutable state, guarded by this
    private final Map<String, CommandAnswers> commands = new TreeMap<>();

    /**
     * What was found for a request.
     *
     * @param answer the recorded one, or that of the nearest request; {@code null} for a command without any
     * @param difference what is different in the nearest request; empty for the recorded one
     * @param nearest the arguments of the nearest request
     */
    public record Match(@Nullable RecordedAnswer answer, List<String> difference, Map<?, ?> nearest) {
        public boolean isRecorded() {
            return answer != null && difference.isEmpty();
        }
    }

    /** Takes note of an answer that is given from now on, behind those that are there. */
    synchronized void add(String command, Map<?, ?> arguments, List<CarriedValue> carried, RecordedAnswer answer) {
        commands.computeIfAbsent(command, name -> new CommandAnswers()).add(arguments, carried, answer);
    }

    /** Returns the names of the commands that were answered, sorted. */
    public synchronized List<String> commands() {
        return new ArrayList<>(commands.keySet());
    }

    /**
     * Finds the answer to a request.
     *
     * @param orNearest whether the answer to the nearest request counts as given
     */
    public synchronized Match match(String command, Map<?, ?> arguments, boolean orNearest) {
        CommandAnswers known = commands.get(command);
        if (known == null) {
            return new Match(null, List.of(), Map.of());
        }
        AnswerSequence recorded = known.find(arguments);
        if (recorded != null) {
            return new Match(given(recorded), List.of(), recorded.arguments);
        }
        CommandAnswers.Nearest nearest = known.nearest(arguments);
        AnswerSequence answers = nearest.answers();
        RecordedAnswer answer = orNearest ? given(answers) : answers.answers().get(0);
        return new Match(answer, nearest.difference().texts(), answers.arguments);
    }

    /** Returns the arguments with which a command was asked, the first ones first. */
    public synchronized List<Map<?, ?>> recorded(String command, int most) {
        return arguments(command, most, each -> true);
    }

    /** Returns arguments that a command took without an error, the first ones first. */
    public synchronized List<Map<?, ?>> examples(String command, int most) {
        return arguments(command, most, AnswerSequence::succeeded);
    }

    private List<Map<?, ?>> arguments(String command, int most, Predicate<AnswerSequence> wanted) {
        List<Map<?, ?>> arguments = new ArrayList<>();
        CommandAnswers known = commands.get(command);
        for (AnswerSequence each : known == null ? List.<AnswerSequence>of() : known.all()) {
            if (arguments.size() < most && wanted.test(each)) {
                arguments.add(each.arguments);
            }
        }
        return arguments;
    }

    private RecordedAnswer given(AnswerSequence sequence) {
        boolean again = sequence.isSpent();
        RecordedAnswer answer = sequence.next();
        if (again) {
            restartWhatUsed(answer);
        }
        return answer;
    }

    private void restartWhatUsed(RecordedAnswer answer) {
        for (CommandAnswers command : commands.values()) {
            for (AnswerSequence each : command.all()) {
                if (each.origins.contains(answer.exchange())) {
                    each.restart();
                }
            }
        }
    }
}
