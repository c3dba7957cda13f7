package io.github.hubsh.shell.session.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an argument may be: the part of JSON Schema that is checked, completed and shown.
 *
 * @param types as JSON Schema names them; empty for any
 * @param choices the values there are; empty for any
 * @param hasDefault whether {@code otherwise} is what the command takes where the argument is left out
 */
public record ArgumentSchema(
        List<String> types,
        List<Object> choices,
        @Nullable Number minimum,
        @Nullable Number maximum,
        boolean hasDefault,
        @Nullable Object otherwise,
        String documentation,
        String unit) {
    /** Returns a schema that only states which types were seen. */
    public static ArgumentSchema ofTypes(List<String> types) {
        return new ArgumentSchema(types, List.of(), null, null, false, null, "", "");
    }

    /** Returns the types in one word: {@code number}, {@code string|null}, {@code any}. */
    public String type() {
        return types.isEmpty() ? "any" : String.join("|", types);
    }
}
