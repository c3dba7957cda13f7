package io.github.hubsh.shell.recording.compare;

import io.github.hubsh.shell.recording.TextPattern;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value that is no container is the same as the recorded one. Two dates always are, two UUIDs are as
 * {@link RenamedIds} says, and so are dates and UUIDs within texts that are otherwise equal.
 *
 * @param tolerance of numbers; 0 for none
 */
public record SameValues(RenamedIds ids, double tolerance) {
    private static final List<Class<?>> MOMENTS =
            List.of(LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class, Instant.class);

    /**
     * Returns whether the value now is the same as the recorded one.
     *
     * @param name under which the value stands, or an empty text
     */
    public boolean areSame(@Nullable Object recorded, @Nullable Object now, String name) {
        Object before = PythonEquality.plain(recorded);
        Object after = PythonEquality.plain(now);
        if (PythonEquality.equal(before, after)) {
            return true;
        } else if (before == null || after == null) {
            return false;
        }
        return areClose(before, after) || areLike(before, after) || ids.isCarried(before, after, name);
    }

    private boolean areClose(Object before, Object after) {
        Number expected = PythonEquality.number(before);
        Number found = PythonEquality.number(after);
        return tolerance > 0 && expected != null && found != null && PythonEquality.isClose(expected, found, tolerance);
    }

    private boolean areLike(Object before, Object after) {
        if (before instanceof UUID && after instanceof UUID) {
            return ids.areSame(before.toString(), after.toString());
        } else if (before instanceof String text && after instanceof String other) {
            return areLikeTexts(text, other);
        }
        return MOMENTS.stream().anyMatch(kind -> kind.isInstance(before) && kind.isInstance(after));
    }

    private boolean areLikeTexts(String before, String after) {
        String renamed = ids.renamed(before);
        TextPattern expected = TextPattern.of(renamed);
        TextPattern found = TextPattern.of(after);
        if (expected == null || found == null) {
            return renamed.equals(after);
        } else if (!expected.rest().equals(found.rest())) {
            return false;
        }
        for (int i = 0; i < expected.parts().size(); i++) {
            if (!areLikeParts(expected.parts().get(i), found.parts().get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean areLikeParts(String before, String after) {
        boolean id = TextPattern.isUuid(before);
        return TextPattern.areAlike(before, after) && (!id || ids.areSame(before, after));
    }
}
