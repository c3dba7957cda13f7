package io.github.hubsh.shell.assist;

import io.github.hubsh.shell.line.LineText;
import io.github.hubsh.shell.line.Pipe;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.result.LastValue;
import io.github.hubsh.shell.word.Word;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a filter can name: those of what the command before it answered last, or else of the last result. They
 * are a guess, as filters before this one may have made something else of it.
 */
final class FieldCompleter {
    private static final int ROWS_LOOKED_AT = 20;
    private static final int MAX_FIELDS = 200;

    private final SessionMemory memory;
    private final List<Candidate> candidates;

    FieldCompleter(SessionMemory memory, List<Candidate> candidates) {
        this.memory = memory;
        this.candidates = candidates;
    }

    /**
     * Adds keys for the operand of a filter; returns what they replace.
     *
     * @param operator the index of the {@code |} before the filter
     */
    Word complete(List<Word> words, int operator, Word partial) {
        String filter = words.get(operator + 1).text();
        if (filter.equals(Pipe.Kind.SELECT.word())) {
            Word typed = partial.from(partial.text().lastIndexOf(',') + 1);
            for (String key : Matching.of(keys(words), typed.text())) {
                candidates.add(new Candidate(LineText.quote(key), "", "keys"));
            }
            return typed;
        }
        boolean expression = filter.equals(Pipe.Kind.WHERE.word()) || filter.equals(Pipe.Kind.JQ.word());
        if (expression && operator + 2 == words.size() && isPath(partial.text())) {
            String typed = partial.text().isEmpty() ? "" : partial.text().substring(1);
            for (String key : Matching.of(keys(words), typed)) {
                if (isPath("." + key)) {
                    candidates.add(new Candidate("." + key, "", "keys", false));
                }
            }
        }
        return partial;
    }

    private static boolean isPath(String text) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '_' && !(i == 1 ? Character.isLetter(c) : Character.isLetterOrDigit(c))) {
                return false;
            }
        }
        return text.isEmpty() || text.charAt(0) == '.';
    }

    private Set<String> keys(List<Word> words) {
        Set<String> keys = new LinkedHashSet<>();
        Object value = value(ExpandedWords.of(words, memory));
        if (value instanceof List<?> rows) {
            rows.stream().limit(ROWS_LOOKED_AT).forEach(row -> add(row, keys));
        } else {
            add(value, keys);
        }
        return keys;
    }

    private static void add(@Nullable Object row, Set<String> keys) {
        if (row instanceof Map<?, ?> map) {
            map.keySet().stream().limit(MAX_FIELDS).forEach(key -> keys.add(String.valueOf(key)));
        }
    }

    private @Nullable Object value(List<Word> words) {
        if (words.size() > 2) {
            for (LastValue last : memory.catalog().observations().lastValues()) {
                if (last.plugin().equals(words.get(1).text())
                        && last.command().equals(words.get(2).text())) {
                    return last.value();
                }
            }
        }
        return memory.variables().has("_") ? memory.variables().get("_") : null;
    }
}
