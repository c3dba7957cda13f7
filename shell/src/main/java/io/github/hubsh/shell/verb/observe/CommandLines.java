package io.github.hubsh.shell.verb.observe;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.session.StatementLanguage;
import io.github.hubsh.shell.word.ItemText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests as lines that send them again. */
public final class CommandLines {
    private CommandLines() {}

    /** Returns the line; a comment where no line can send the same. */
    public static String line(ExecuteRequest request, StatementLanguage language) {
        try {
            Object data = ContentData.decode(request.arguments());
            if (data == null || data instanceof Map<?, ?>) {
                return language.execute(
                        request.header().target(),
                        request.command(),
                        options(request),
                        data instanceof Map<?, ?> map ? arguments(map) : Map.of());
            }
            return comment(request, "its arguments are not an object");
        } catch (ContentException undecodable) {
            return comment(request, String.valueOf(undecodable.getMessage()));
        }
    }

    private static String options(ExecuteRequest request) {
        String mimeType = request.arguments().mimeType();
        String mime = Payload.PICKLE.equals(mimeType) ? " --mime pickle" : "";
        mime = Payload.YAML.equals(mimeType) ? " --mime yaml" : mime;
        StringBuilder options = new StringBuilder(request.silent() ? " --silent" : "").append(mime);
        request.more()
                .forEach(
                        (key, value) -> options.append(" --content ").append(ItemText.ofArguments(single(key, value))));
        return options.toString();
    }

    private static Map<String, @Nullable Object> single(String key, @Nullable Object value) {
        Map<String, @Nullable Object> single = new LinkedHashMap<>();
        single.put(key, value);
        return single;
    }

    private static String comment(ExecuteRequest request, String why) {
        String text = request.header().target() + " " + request.command() + ": " + why;
        return "# " + text.replace('\n', ' ').replace('\r', ' ');
    }

    private static Map<String, @Nullable Object> arguments(Map<?, ?> map) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        map.forEach((name, value) -> arguments.put(String.valueOf(name), value));
        return arguments;
    }
}
