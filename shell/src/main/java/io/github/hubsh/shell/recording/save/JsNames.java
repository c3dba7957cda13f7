package io.github.hubsh.shell.recording.save;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names for what a script in JavaScript declares: each is given once. For one thread. */
final class JsNames {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

    /** Words of the language, and what scripts import or have as globals. */
    private static final String WORDS =
            "await break case catch class const continue debugger default delete do else enum"
                    + " export extends false finally for function if implements import in instanceof interface let new null"
                    + " package private protected public return static super switch this throw true try typeof undefined var"
                    + " void while with yield arguments eval NaN Infinity Map Set Date Object Array Number String Boolean"
                    + " Uint8Array console hub test expect sleep args fake connect error result uuid datetime date time"
                    + " timedelta decimal fraction complex bytes tuple set frozenset array series frame";

    private static final Set<String> RESERVED = Set.of(WORDS.split(" "));

    /** What a plugin has beside its commands, and what JavaScript looks up by itself. */
    private static final Set<String> NO_METHODS = Set.of(
            "name",
            "execute",
            "ping",
            "describe",
            "async",
            "then",
            "catch",
            "finally",
            "constructor",
            "length",
            "prototype",
            "arguments",
            "caller",
            "toString",
            "toJSON",
            "toLocaleString",
            "valueOf",
            "hasOwnProperty",
            "isPrototypeOf",
            "propertyIsEnumerable",
            "__proto__",
            "__defineGetter__",
            "__defineSetter__",
            "__lookupGetter__",
            "__lookupSetter__");

    // Mutable state
    private final Set<String> taken = new HashSet<>();

    /** Returns a name for the plugin: {@code electrodeController} for {@code microdrop.electrode_controller_plugin}. */
    String plugin(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        String shorter = last.replaceAll("[_-]plugin$", "");
        return fresh(camelCase(shorter), "plugin");
    }

    /** Returns a name for a value: {@code experimentId} for {@code experiment_id}. */
    String value(String name) {
        return fresh(camelCase(name), "value");
    }

    static boolean isIdentifier(String text) {
        return IDENTIFIER.matcher(text).matches();
    }

    /** Returns whether the command is a method of its plugin. */
    static boolean isMethod(String command) {
        return isIdentifier(command) && !NO_METHODS.contains(command);
    }

    private String fresh(String wanted, String otherwise) {
        String name = wanted.isEmpty() ? otherwise : wanted;
        name = Character.isDigit(name.charAt(0)) ? otherwise + name : name;
        if (RESERVED.contains(name)) {
            name += Character.toUpperCase(otherwise.charAt(0)) + otherwise.substring(1);
        }
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name + number;
        }
        return free;
    }

    private static String camelCase(String name) {
        StringBuilder text = new StringBuilder();
        for (String word : name.split("[^A-Za-z0-9]+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            String first = word.substring(0, 1);
            boolean start = text.length() == 0;
            text.append(start ? first.toLowerCase(Locale.ROOT) : first.toUpperCase(Locale.ROOT));
            String rest = word.substring(1);
            text.append(rest.equals(rest.toUpperCase(Locale.ROOT)) ? rest.toLowerCase(Locale.ROOT) : rest);
        }
        return text.toString();
    }
}
