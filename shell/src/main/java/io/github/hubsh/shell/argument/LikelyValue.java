package io.github.hubsh.shell.argument;

import io.github.hubsh.shell.session.network.ArgumentSchema;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.word.PythonKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an argument will most likely be. */
public final class LikelyValue {
    private LikelyValue() {}

    /**
     * Returns the value seen last, else that of an example, else the default; {@code null} for none, and for secrets.
     */
    public static @Nullable Object of(KnownArgument argument, KnownCommand command) {
        Object likely = known(argument, command);
        return Secrets.isSecret(argument.name(), likely) ? null : likely;
    }

    private static @Nullable Object known(KnownArgument argument, KnownCommand command) {
        if (!argument.values().isEmpty()) {
            return argument.values().get(0);
        }
        for (Map<String, @Nullable Object> example : command.examples()) {
            Object value = example.get(argument.name());
            if (value != null) {
                return value;
            }
        }
        return argument.schema().otherwise();
    }

    /**
     * Returns the likeliest value, or one of the argument's type that is to be replaced.
     *
     * @param text what stands for an unknown text
     */
    public static Object orEmpty(KnownArgument argument, KnownCommand command, String text) {
        Object likely = of(argument, command);
        ArgumentSchema schema = argument.schema();
        if (likely != null) {
            return likely;
        }
        if (!schema.choices().isEmpty()) {
            return schema.choices().get(0);
        }
        return schema.minimum() != null ? schema.minimum() : empty(schema.type(), text);
    }

    private static Object empty(String type, String text) {
        return switch (type) {
            case "number", "integer" -> 0L;
            case "boolean" -> false;
            case "array" -> List.of();
            case "object" -> Map.of();
            default -> emptyTable(type, text);
        };
    }

    private static Object emptyTable(String type, String text) {
        for (PythonKind kind : List.of(PythonKind.SERIES, PythonKind.DATA_FRAME, PythonKind.NDARRAY)) {
            if (kind.kind().equals(type)) {
                return kind == PythonKind.NDARRAY
                        ? TypedArgument.make(kind.function(), List.of(), "float64") // As text, no type would be a list.
                        : TypedArgument.make(kind.function(), Map.of(), null);
            }
        }
        return text;
    }
}
