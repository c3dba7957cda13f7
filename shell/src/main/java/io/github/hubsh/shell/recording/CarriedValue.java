package io.github.hubsh.shell.recording;

import io.github.hubsh.core.json.Json;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value that a reply gave and a later request used.
 *
 * @param exchange the number of the request that got the reply
 * @param from where the value stands in that reply's result
 * @param to where it stands in the arguments of the later request
 * @param recorded the value as it was recorded
 * @param within whether it is only a part of the text at {@code to}
 */
public record CarriedValue(int exchange, ValuePath from, ValuePath to, Object recorded, boolean within) {
    /**
     * Returns the arguments with the value that the new reply gave.
     *
     * @param result of the new reply; where it has no such part, the arguments stay as they are
     */
    public @Nullable Object apply(@Nullable Object arguments, @Nullable Object result) {
        Object fresh = from.in(result);
        return fresh == null ? arguments : with(arguments, fresh);
    }

    /** Returns the arguments with another value, under the type that the recorded one has there. */
    @Nullable
    public Object with(@Nullable Object arguments, Object fresh) {
        Object before = to.in(arguments);
        if (before instanceof String text) {
            return to.replaced(
                    arguments, within ? text.replace(Json.text(recorded), Json.text(fresh)) : Json.text(fresh));
        } else if (before instanceof UUID && fresh instanceof String text) {
            return to.replaced(arguments, uuid(text));
        }
        return to.replaced(arguments, fresh);
    }

    private static Object uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException other) {
            return text;
        }
    }
}
