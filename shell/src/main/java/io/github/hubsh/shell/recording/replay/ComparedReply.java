package io.github.hubsh.shell.recording.replay;

import io.github.hubsh.shell.recording.CarriedValues;
import io.github.hubsh.shell.recording.ValuePath;
import io.github.hubsh.shell.recording.compare.Difference;
import java.util.List;

/**
 * A new reply beside the recorded one.
 *
 * @param differences empty unless they differ
 */
public record ComparedReply(Verdict verdict, List<Difference> differences) {
    /** How it went. */
    public enum Verdict {
        SAME("same"),
        DIFFERENT("different"),
        /** There is no reply now. */
        MISSING("missing"),
        /** None was recorded, so nothing was expected. */
        UNRECORDED("unrecorded");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public ComparedReply {
        differences = List.copyOf(differences);
    }

    static ComparedReply of(List<Difference> differences) {
        return new ComparedReply(differences.isEmpty() ? Verdict.SAME : Verdict.DIFFERENT, differences);
    }

    /** Returns whether the replay is not as the recording. */
    public boolean isBad() {
        return verdict == Verdict.DIFFERENT || verdict == Verdict.MISSING;
    }

    /** Returns the same without the differences at a path. */
    public ComparedReply without(ValuePath path) {
        return verdict == Verdict.DIFFERENT
                ? of(differences.stream()
                        .filter(each -> !each.path().equals(path))
                        .toList())
                : this;
    }

    /** Returns whether a difference may turn out to be a value that later requests carry. */
    public boolean isOpen() {
        return differences.stream()
                .anyMatch(each -> each.kind() == Difference.Kind.CHANGED
                        && each.recorded() != null
                        && CarriedValues.mayBeCarried(each.recorded(), each.path()));
    }
}
