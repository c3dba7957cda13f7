package io.github.hubsh.core.protocol;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Which names a plugin may have; a hub's is no different. */
public final class PluginNames {
    /** A routing identity is at most this long. */
    private static final int MAX_NAME_BYTES = 255;

    /** Characters that change the direction of the text around them. */
    private static final String BIDIRECTIONAL =
            "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    private PluginNames() {}

    /** Returns why no plugin may have this name, or {@code null} if one may. */
    public static @Nullable String refusal(String name) {
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        if (length == 0 || length > MAX_NAME_BYTES) {
            return "A plugin's name has 1 to 255 bytes of UTF-8.";
        }
        return name.codePoints().allMatch(PluginNames::isAllowed)
                ? null
                : "A plugin's name has no control characters and none that change the direction of text.";
    }

    private static boolean isAllowed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            default -> BIDIRECTIONAL.indexOf(character) < 0;
        };
    }
}
