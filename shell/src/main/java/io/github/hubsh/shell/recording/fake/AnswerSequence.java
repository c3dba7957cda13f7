package io.github.hubsh.shell.recording.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The answers to one request, in the order of the recording; the last one again and again. Guarded by its owner. */
final class AnswerSequence {
    final Map<?, ?> arguments;

    /** The exchanges whose replies gave values of these arguments. */
    final Set<Integer> origins;

    private final List<RecordedAnswer> answers = new ArrayList<>();

    // Mutable state
    private int next;

    AnswerSequence(Map<?, ?> arguments, Set<Integer> origins) {
        this.arguments = arguments;
        this.origins = origins;
    }

    void add(RecordedAnswer answer) {
        answers.add(answer);
    }

    List<RecordedAnswer> answers() {
        return answers;
    }

    /** Returns whether all answers were given. */
    boolean isSpent() {
        return next >= answers.size();
    }

    RecordedAnswer next() {
        RecordedAnswer answer = answers.get(Math.min(next, answers.size() - 1));
        next = Math.min(answers.size(), next + 1);
        return answer;
    }

    /** Begins again with the first answer. */
    void restart() {
        next = 0;
    }

    /** Returns whether any answer was a result. */
    boolean succeeded() {
        for (RecordedAnswer answer : answers) {
            if (answer.error() == null) {
                return true;
            }
        }
        return false;
    }
}
