package io.github.hubsh.shell.argument;

import io.github.hubsh.core.value.table.ColumnTyping;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.word.ConstructorText;
import io.github.hubsh.shell.word.Item;
import io.github.hubsh.shell.word.ItemText;
import io.github.hubsh.shell.word.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares a request's arguments with what was seen there. A handler that gets a dict for a Series often fails
 * silently, so another kind is a warning; labels that are typed as texts become integers where integers were seen.
 */
final class SeenKinds {
    /** What was seen with more kinds of values takes any. */
    private static final int MAX_KINDS = 3;

    /** A text for one of them was hardly meant as one. */
    private static final Set<String> NUMBERS = Set.of("boolean", "integer", "number");

    private final Arguments line;
    private final Display display;

    private SeenKinds(Arguments line, Display display) {
        this.line = line;
        this.display = display;
    }

    /** Returns the arguments with the labels that were seen; says what is of another kind. */
    static Map<String, @Nullable Object> adapt(
            Map<String, @Nullable Object> arguments, Arguments line, KnownCommand command, Display display) {
        SeenKinds kinds = new SeenKinds(line, display);
        Map<String, @Nullable Object> adapted = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable Object> argument : arguments.entrySet()) {
            KnownArgument known = command.argument(argument.getKey());
            Object value = argument.getValue();
            adapted.put(argument.getKey(), known == null ? value : kinds.adapt(value, known));
        }
        return adapted;
    }

    private @Nullable Object adapt(@Nullable Object value, KnownArgument known) {
        if (known.origin() == KnowledgeOrigin.SEEN && value != null) {
            compare(ValueKind.of(value), known);
        }
        if (!known.form().labels().isEmpty() && value instanceof Series series) {
            Index labels = labels(series.index(), series.indexDtype(), series.indexName(), known);
            return labels == null ? value : relabelled(series, labels);
        } else if (!known.form().labels().isEmpty() && value instanceof DataFrame frame) {
            Index labels = labels(frame.index(), frame.indexDtype(), frame.indexName(), known);
            return labels == null ? value : relabelled(frame, labels);
        }
        return value;
    }

    private void compare(String kind, KnownArgument known) {
        List<String> seen = new ArrayList<>(known.schema().types());
        seen.remove("null");
        boolean text = kind.equals("string") && NUMBERS.containsAll(seen);
        boolean python = text || ValueKind.isPython(kind) || ValueKind.areAllPython(seen);
        boolean any = seen.isEmpty() || seen.size() > MAX_KINDS;
        if (!any && !seen.contains(kind) && python) {
            String kinds = seen.stream().map(ValueKind::withArticle).collect(Collectors.joining(" or "));
            display.say(
                    MessageLevel.WARNING,
                    known.name() + ": seen as " + kinds + ", sent as " + ValueKind.withArticle(kind) + remedy(known));
        }
    }

    private static String remedy(KnownArgument known) {
        String example = known.values().isEmpty()
                ? null
                : ConstructorText.of(known.values().get(0));
        return example == null ? "" : "; write it as " + ItemText.quoteName(known.name()) + ":=" + example;
    }

    /** Returns the labels as they were seen, or {@code null} where those of the table stay. */
    private @Nullable Index labels(List<?> typed, String dtype, @Nullable Object name, KnownArgument known) {
        String wanted = known.form().labels();
        if (typed.isEmpty() || isText(wanted) == isText(dtype)) {
            return null;
        }
        List<@Nullable Object> integers = isTyped(known.name()) && wanted.startsWith("int") ? integers(typed) : null;
        if (integers == null) {
            display.say(
                    MessageLevel.WARNING,
                    known.name() + ": its labels were seen as " + wanted + ", and are sent as " + dtype);
            return null;
        }
        display.say(MessageLevel.NOTE, "note: " + known.name() + ": labels are sent as integers, as they were seen");
        return new Index(ColumnTyping.infer(integers), name);
    }

    private static Series relabelled(Series series, Index labels) {
        return new Series(
                labels, series.values(), labels.dtypeName(), series.dtype(), series.indexName(), series.name());
    }

    private static DataFrame relabelled(DataFrame frame, Index labels) {
        return new DataFrame(labels, frame.values(), frame.columns(), labels.dtypeName(), frame.indexName());
    }

    private static boolean isText(String dtype) {
        return dtype.equals("object") || dtype.equals("str") || dtype.equals("string");
    }

    /** What a variable brings keeps its labels: it is handed on as what it was. */
    private boolean isTyped(String name) {
        Item item = line.item(name);
        if (item == null || item.form() != Item.Form.VALUE) {
            return false;
        }
        int equals = item.word().indexOfBare('=', 0);
        return equals > 0 && item.word().insertedFrom(equals + 1) == null;
    }

    /** Returns the labels as integers, or {@code null} where one is no integer's text. */
    private static @Nullable List<@Nullable Object> integers(List<?> labels) {
        List<@Nullable Object> integers = new ArrayList<>(labels.size());
        for (Object label : labels) {
            if (!(label instanceof String text) || !(Scalar.of(text) instanceof Long number)) {
                return null;
            }
            integers.add(number);
        }
        return integers;
    }
}
