package io.github.hubsh.shell.verb.script;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The options of the JavaScript API as TypeScript, from the table {@code options.json} that checks them in a script
 * too. A line {@code // options NAME…} of the declarations stands for the interfaces of these names.
 */
final class OptionDeclarations {
    private static final Pattern MARK = Pattern.compile("(?m)^ {2}// options (.+)$");
    private static final Pattern BLANKS = Pattern.compile(" ");

    private final StringBuilder text = new StringBuilder();

    private OptionDeclarations() {}

    /** Returns declarations with an interface for each name of their marks. */
    static String filledIn(String declarations) {
        Map<?, ?> table = table();
        return MARK.matcher(declarations)
                .replaceAll(mark -> Matcher.quoteReplacement(interfaces(mark.group(1), table)));
    }

    private static String interfaces(String names, Map<?, ?> table) {
        List<String> interfaces = new ArrayList<>();
        for (String name : BLANKS.splitAsStream(names).toList()) {
            interfaces.add(new OptionDeclarations().of(name, object(table, name)));
        }
        return String.join("\n\n", interfaces);
    }

    private static Map<?, ?> table() {
        try {
            if (Json.parse(TypeDeclarations.resource("options.json")) instanceof Map<?, ?> table) {
                return table;
            }
            throw new IllegalStateException("the table of options is no object");
        } catch (ContentException broken) {
            throw new IllegalStateException("the table of options cannot be read", broken);
        }
    }

    private String of(String name, Map<?, ?> kind) {
        comment(kind.get("about"), "  ");
        text.append("  export interface ").append(name);
        if (kind.get("parameter") instanceof String parameter) {
            text.append('<').append(parameter).append('>');
        }
        if (kind.get("extends") instanceof List<?> others) {
            text.append(" extends ").append(others.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        text.append(" {\n");
        object(kind, "options").forEach(this::option);
        return text.append("  }").toString();
    }

    private void option(Object name, @Nullable Object described) {
        if (!(described instanceof List<?> parts)) {
            throw new IllegalStateException("the option " + name + " has no type");
        }
        comment(parts.get(1), "    ");
        text.append("    ")
                .append(name)
                .append(parts.contains("required") ? ": " : "?: ")
                .append(parts.get(0))
                .append(";\n");
    }

    private void comment(@Nullable Object words, String indent) {
        if (words != null && !words.equals("")) {
            text.append(indent).append("/** ").append(words).append(" */\n");
        }
    }

    private static Map<?, ?> object(Map<?, ?> table, String key) {
        if (table.get(key) instanceof Map<?, ?> found) {
            return found;
        }
        throw new IllegalStateException("the table of options has no " + key);
    }
}
