package io.github.hubsh.shell.knowledge;

import io.github.hubsh.shell.session.network.SeenForm;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was seen of one argument. Guarded by its {@link Knowledge}. */
final class ArgumentFacts {
    private static final int MAX_TYPES = 7;
    private static final int MAX_WORD_LENGTH = 40;

    private final Set<String> types = new TreeSet<>();
    private final Set<String> encodings = new TreeSet<>();
    private final Deque<RememberedValue> values = new ArrayDeque<>();

    // Mutable state
    private String labels = "";
    private boolean taught; // by a request that was not ours

    boolean isTaught() {
        return taught;
    }

    /**
     * Takes note that a plugin has asked with this argument: what we have tried before that counts no more.
     *
     * @return by how many characters the remembered values have shrunk
     */
    int teach() {
        if (taught) {
            return 0;
        }
        int forgotten = length();
        taught = true;
        types.clear();
        encodings.clear();
        values.clear();
        labels = "";
        return forgotten;
    }

    void addType(String type) {
        if (types.size() < MAX_TYPES) {
            types.add(type);
        }
    }

    void addEncoding(String word) {
        if (encodings.size() < MAX_TYPES && word.length() <= MAX_WORD_LENGTH) {
            encodings.add(word);
        }
    }

    /** Takes note of the type of the labels that the newest table has. */
    void labels(String dtype) {
        labels = dtype.length() <= MAX_WORD_LENGTH ? dtype : "";
    }

    SeenForm form() {
        return new SeenForm(labels, List.copyOf(encodings));
    }

    /**
     * Adds a value as the newest.
     *
     * @return by how many characters the remembered values have grown
     */
    int addValue(RememberedValue kept, int most) {
        boolean again = values.removeIf(known -> known.isLike(kept));
        values.addFirst(kept);
        RememberedValue dropped = values.size() > most ? values.removeLast() : null;
        return (again ? 0 : kept.length()) - (dropped == null ? 0 : dropped.length());
    }

    List<String> types() {
        return List.copyOf(types);
    }

    /** Returns the values, newest first; never {@code null} among them. */
    List<Object> values() {
        List<Object> list = new ArrayList<>(values.size());
        for (RememberedValue kept : values) {
            @Nullable Object value = kept.value();
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }

    int length() {
        return values.stream().mapToInt(RememberedValue::length).sum();
    }
}
