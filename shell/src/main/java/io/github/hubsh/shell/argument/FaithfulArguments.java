package io.github.hubsh.shell.argument;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.content.ExactYaml;
import io.github.hubsh.core.json.ExactJson;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.word.Item;
import io.github.hubsh.shell.word.Place;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds arguments that would arrive as something else than they are, before anything is sent. */
public final class FaithfulArguments {
    private FaithfulArguments() {}

    /**
     * An argument that an encoding cannot carry.
     *
     * @param name of the argument; empty where the data is no object of arguments
     */
    private record Unfit(String name, String reason) {}

    /**
     * Checks arguments that are not plainly JSON.
     *
     * @throws ShellException USAGE, pointing at the first item whose value the encoding cannot carry
     */
    static void require(@Nullable Object body, String mimeType, Arguments line) {
        Unfit unfit = unfit(body, mimeType);
        if (unfit != null) {
            throw wrong(unfit.name, line, unfit.reason).hint(remedy(mimeType));
        }
    }

    /** Returns the names of arguments that are tables, which JSON carries as dicts in a shape of their own. */
    static List<String> tables(@Nullable Object body) {
        List<String> names = new ArrayList<>();
        if (body instanceof Map<?, ?> arguments) {
            arguments.forEach((name, value) -> {
                if (isTable(value)) {
                    names.add(String.valueOf(name));
                }
            });
        }
        return names;
    }

    private static String remedy(String mimeType) {
        return switch (mimeType) {
            case Payload.JSON -> "leave out --mime json, and it goes as a pickle, as what it is";
            case Payload.YAML -> "--mime pickle sends it as what it is";
            default -> "send a part that --json shows, as $r.args[0], or its text";
        };
    }

    /**
     * Checks data for which a script has asked for JSON.
     *
     * @throws ShellException USAGE, naming the first argument that JSON would change
     */
    public static void requireJson(@Nullable Object body) {
        Unfit unfit = unfit(body, Payload.JSON);
        if (unfit != null) {
            throw new ShellException(Problem.USAGE, unfit.reason)
                    .hint("leave out mime: 'json', and it goes as a pickle, as what it is");
        }
    }

    private static @Nullable Unfit unfit(@Nullable Object body, String mimeType) {
        if (!(body instanceof Map<?, ?> arguments)) {
            String reason = reason(body, mimeType);
            return reason == null ? null : new Unfit("", reason);
        }
        for (Map.Entry<?, ?> argument : arguments.entrySet()) {
            String reason = reason(argument.getValue(), mimeType);
            if (reason != null) {
                String name = String.valueOf(argument.getKey());
                return new Unfit(name, name + ": " + reason);
            }
        }
        return null;
    }

    private static @Nullable String reason(@Nullable Object value, String mimeType) {
        if (mimeType.equals(Payload.PICKLE)) {
            return unwritable(value);
        }
        if (mimeType.equals(Payload.YAML)) {
            return isTable(value) || ExactYaml.isExact(value) ? null : "YAML would change this value";
        }
        return mimeType.equals(Payload.JSON) && !isKept(value) ? "JSON would change this value" : null;
    }

    private static @Nullable String unwritable(@Nullable Object value) {
        if (ExactJson.isExact(value)) {
            return null;
        }
        try {
            ContentData.encode(value, Payload.PICKLE);
            return null;
        } catch (ContentException unwritable) {
            return String.valueOf(unwritable.getMessage());
        }
    }

    private static boolean isKept(@Nullable Object value) {
        return isTable(value) || ExactJson.isExact(value);
    }

    /** The JSON and the YAML of the field have a form of their own for tables. */
    private static boolean isTable(@Nullable Object value) {
        return value instanceof Series || value instanceof DataFrame;
    }

    private static ShellException wrong(String name, Arguments line, String message) {
        Item item = line.item(name);
        Place place = item == null ? line.operandWord(1).place(0) : item.valuePlace();
        return ShellException.at(place, message);
    }
}
