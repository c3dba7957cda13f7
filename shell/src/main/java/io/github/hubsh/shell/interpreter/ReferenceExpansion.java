package io.github.hubsh.shell.interpreter;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.line.PipelineSpec;
import io.github.hubsh.shell.line.Statement;
import io.github.hubsh.shell.session.Scripting;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Identifiers;
import io.github.hubsh.shell.word.Place;
import io.github.hubsh.shell.word.Reference;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Suggestion;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces references by the values that they have when a statement runs. */
final class ReferenceExpansion {
    private static final int MAX_SUGGESTED = 1_000;
    private static final Pattern NO_KEY = Pattern.compile("\\.([0-9]+)|\\[\"?([0-9]*)[^\\]]*\\]?");

    private final Session session;
    private final SessionMemory memory;

    private ReferenceExpansion(Session session) {
        this.session = session;
        this.memory = session.memory();
    }

    /** Returns the statement as it is to run now. */
    static Statement of(Statement statement, Session session) {
        PipelineSpec pipeline = statement.pipeline();
        List<Word> open = pipeline == null ? null : pipeline.open();
        return pipeline == null || open == null
                ? statement
                : LineParser.resolved(pipeline, open, new ReferenceExpansion(session)::resolved);
    }

    private Word resolved(Word word) {
        List<@Nullable Object> values = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        int equals = word.indexOfBare('=', 0);
        int json = equals > 0 && word.isBare(equals - 1, ':') ? equals : Integer.MAX_VALUE;
        for (Reference reference : word.references()) {
            Object value = value(reference, word);
            requireWholePath(word, reference, value);
            values.add(value);
            texts.add(reference.from() < json ? Json.text(value) : Json.writeTyped(value));
        }
        return word.resolved(values, texts);
    }

    /** What follows a container, and looks like one more key, would become text behind the container's JSON. */
    private static void requireWholePath(Word word, Reference reference, @Nullable Object value) {
        Matcher key =
                NO_KEY.matcher(word.text()).region(reference.to(), word.text().length());
        boolean isContainer = value instanceof Collection || TableParts.of(value) instanceof Map;
        if (isContainer && key.lookingAt() && isOneText(word, reference)) {
            String number = key.group(1) == null ? key.group(2) : key.group(1);
            throw ShellException.at(word.place(reference.to()), "expected .NAME or [NUMBER], without quotes")
                    .hint("a key that is a number is written as [" + (number.isEmpty() ? "37" : number) + "]");
        }
    }

    /** Returns whether what follows a reference stands directly behind it, with no quote or backslash between. */
    private static boolean isOneText(Word word, Reference reference) {
        return word.place(reference.to()).offset()
                == word.place(reference.to() - 1).offset() + 1;
    }

    private @Nullable Object value(Reference reference, Word word) {
        Place place = word.place(reference.from());
        if (reference.name().equals(Reference.FOCUS)) {
            String focus = memory.context().focus();
            if (focus == null) {
                throw ShellException.at(place, "expected a focused plugin before .command")
                        .hint("use TARGET focuses one");
            }
            return focus;
        }
        if (reference.name().startsWith(Reference.CODE)) {
            return evaluated(reference.name().substring(Reference.CODE.length()), place);
        }
        if (!memory.variables().has(reference.name())) {
            throw unknown(reference.name(), place);
        }
        Object value = memory.variables().get(reference.name());
        StringBuilder walked = new StringBuilder("$" + reference.name());
        int at = pathStart(reference, word);
        for (String step : reference.path()) {
            int from = word.text().indexOf(step, at);
            value = step(value, step, walked, from < 0 ? place : word.place(from));
            walked.append('.').append(step);
            at = from + step.length();
        }
        return value;
    }

    /** A result's name that starts a line stands there without the sign. */
    private static int pathStart(Reference reference, Word word) {
        int sign = word.text().startsWith("$", reference.from()) ? 1 : 0;
        return reference.from() + sign + reference.name().length();
    }

    private @Nullable Object evaluated(String code, Place place) {
        try {
            Outcome outcome = session.program().services().scripting().evaluate(code, Scripting.Limits.STRICT, session);
            return outcome instanceof Outcome.Value value ? value.value() : null;
        } catch (ShellException failed) {
            Place within = failed.place();
            int offset = place.offset() + 2 + (within == null ? 0 : within.offset());
            throw within == null || within.line().equals(code)
                    ? failed.pointing(new Place(place.line(), offset))
                    : failed;
        }
    }

    private ShellException unknown(String name, Place place) {
        if (Identifiers.isResult(name)) {
            return ShellException.at(place, "there is no result $" + name)
                    .hint("$_ is the last result, $_1 the first; the last 100 are kept");
        }
        String hint = Suggestion.of(name, memory.variables().all().keySet());
        return ShellException.at(place, "there is no variable $" + name)
                .hint(hint != null ? hint : "let and NAME = … make variables; help variables");
    }

    private static @Nullable Object step(@Nullable Object whole, String step, CharSequence walked, Place place) {
        Object value = TableParts.of(whole);
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (step.equals(entry.getKey()) || step.equals(String.valueOf(entry.getKey()))) {
                    return entry.getValue();
                }
            }
        }
        if (value instanceof List<?> list) {
            int index = index(step, list.size());
            if (index >= 0 && index < list.size()) {
                return list.get(index);
            }
        }
        String similar = value instanceof Map<?, ?> map ? Suggestion.of(step, names(map)) : null;
        String quoted = "if the rest is text, quote the variable: \"" + walked + "\"." + step;
        throw ShellException.at(place, "there is no '" + step + "' in " + walked)
                .hint(similar == null ? quoted : similar);
    }

    private static List<String> names(Map<?, ?> map) {
        return map.keySet().stream().limit(MAX_SUGGESTED).map(String::valueOf).toList();
    }

    private static int index(String step, int size) {
        try {
            int index = Integer.parseInt(step);
            return index < 0 ? size + index : index;
        } catch (NumberFormatException key) {
            return -1;
        }
    }
}
