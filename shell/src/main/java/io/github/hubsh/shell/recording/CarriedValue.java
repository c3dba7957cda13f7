package io.github.hubsh.shell.recording;

import io.github.hubsh.core.json.Json;
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
        if (fresh == null) {
            return arguments;
        } else if (!within) {
            return to.replaced(arguments, fresh);
        }
        String text = String.valueOf(to.in(arguments));
        return to.replaced(arguments, text.replace(Json.text(recorded), Json.text(fresh)));
    }
}
