package io.github.hubsh.shell.argument;

import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.word.Item;
import io.github.hubsh.shell.word.JsonInput;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns request items into a request's arguments. Later items override earlier ones; only here are files read. */
public final class ItemEvaluation {
    private final FileAccess files;
    private Map<String, @Nullable Object> arguments = new LinkedHashMap<>();

    private ItemEvaluation(FileAccess files) {
        this.files = files;
    }

    /**
     * Evaluates items in their order.
     *
     * @throws ShellException pointing at the item, for a file that cannot be read or a path that does not fit
     */
    public static Map<String, @Nullable Object> evaluate(List<Item> items, FileAccess files) {
        ItemEvaluation evaluation = new ItemEvaluation(files);
        for (Item item : items) {
            evaluation.add(item);
        }
        return evaluation.arguments;
    }

    private void add(Item item) {
        if (item.form() != Item.Form.EVERYTHING) {
            Object changed = put(arguments, item, 0, valueOf(item));
            arguments = asObject(changed, item);
            return;
        }
        Object everything = json(item);
        if (!(everything instanceof Map<?, ?>)) {
            throw new ShellException(Problem.BAD_FILE, "expected a JSON object of arguments in " + item.file())
                    .pointing(item.word().place(0));
        }
        arguments.putAll(asObject(everything, item));
    }

    private @Nullable Object valueOf(Item item) {
        if (item.form() == Item.Form.VALUE) {
            return item.value();
        }
        return item.form() == Item.Form.TEXT_FILE ? read(item) : json(item);
    }

    private String read(Item item) {
        try {
            return files.text(item.file());
        } catch (ShellException unreadable) {
            throw unreadable.pointing(item.word().place(0));
        }
    }

    private @Nullable Object json(Item item) {
        String text = read(item);
        try {
            return JsonInput.parse(text);
        } catch (JsonInput.WrongJson wrong) {
            String file = item.file().equals("-") ? "stdin" : item.file();
            throw new ShellException(
                            Problem.BAD_FILE, file + ":" + position(text, wrong.offset()) + ": " + wrong.getMessage())
                    .pointing(item.word().place(0));
        }
    }

    private static String position(String text, int offset) {
        int row = 1;
        int rowStart = 0;
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                row++;
                rowStart = i + 1;
            }
        }
        return row + ":" + (offset - rowStart + 1);
    }

    /** Returns {@code container} with the value put in; containers are copied, for an item may be evaluated again. */
    private static @Nullable Object put(@Nullable Object container, Item item, int depth, @Nullable Object value) {
        if (depth == item.path().size()) {
            return value;
        }
        Item.Step step = item.path().get(depth);
        if (step.append()) {
            List<@Nullable Object> list = asList(container, item);
            list.add(put(null, item, depth + 1, value));
            return list;
        }
        Map<String, @Nullable Object> object = asObject(container, item);
        object.put(step.name(), put(object.get(step.name()), item, depth + 1, value));
        return object;
    }

    private static List<@Nullable Object> asList(@Nullable Object container, Item item) {
        if (container == null) {
            return new ArrayList<>();
        }
        if (container instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        throw ShellException.at(
                item.word().place(0), "expected a list to append to, but an earlier item is not a list");
    }

    private static Map<String, @Nullable Object> asObject(@Nullable Object container, Item item) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (container == null) {
            return object;
        }
        if (container instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                object.put(String.valueOf(entry.getKey()), entry.getValue());
            }
            return object;
        }
        throw ShellException.at(
                item.word().place(0), "expected an object to nest in, but an earlier item is not an object");
    }
}
