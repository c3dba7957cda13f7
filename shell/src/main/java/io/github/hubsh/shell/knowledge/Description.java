package io.github.hubsh.shell.knowledge;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownCommand;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin has published, or a user declared for it.
 *
 * @param commands by name, sorted
 * @param published as it came, for the cache
 * @param length of that in characters of JSON
 */
record Description(Map<String, KnownCommand> commands, Map<?, ?> published, int length) {
    static final Description NOTHING = new Description(Map.of(), Map.of(), 0);

    /** Reads the answer to {@code describe}; {@code null} if it is none, or too long. */
    static @Nullable Description of(@Nullable Object answer, KnowledgeOrigin origin, Limits limits) {
        String json = Json.writeWithin(answer, limits.descriptionLength());
        if (json == null) {
            return null;
        }
        try {
            return Json.parse(json) instanceof Map<?, ?> plain && plain.get("commands") instanceof Map<?, ?> commands
                    ? new Description(read(commands, origin, limits), plain, json.length())
                    : null;
        } catch (ContentException unreadable) {
            return null;
        }
    }

    private static Map<String, KnownCommand> read(Map<?, ?> published, KnowledgeOrigin origin, Limits limits) {
        Map<String, KnownCommand> commands = new TreeMap<>();
        for (Map.Entry<?, ?> entry : published.entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (commands.size() < limits.commands() && name.length() <= Limits.MAX_NAME_LENGTH) {
                Map<?, ?> command = entry.getValue() instanceof Map<?, ?> map ? map : Map.of();
                commands.put(name, new SchemaReader(origin, limits.arguments()).command(name, command));
            }
        }
        return Collections.unmodifiableMap(commands);
    }
}
