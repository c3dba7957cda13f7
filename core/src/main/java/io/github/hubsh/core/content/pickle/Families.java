package io.github.hubsh.core.content.pickle;

import io.github.hubsh.core.content.ContentException;
import io.github.hubsh.core.content.Opaque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fixed table: the only names that do anything. Everything else becomes an {@link Opaque}. */
final class Families {
    private static final Map<String, Family> BY_NAME = new HashMap<>();

    static {
        for (Family family : List.of(new BuiltinTypes(), new ObjectMakers(), new DateTimes(), new ExactTypes())) {
            family.names().forEach(name -> BY_NAME.put(name, family));
        }
    }

    private Families() {}

    static @Nullable Family find(String name) {
        return BY_NAME.get(name);
    }

    static Object call(String name, List<@Nullable Object> arguments, Meter meter) throws ContentException {
        Family family = BY_NAME.get(name);
        Object made = family == null ? null : family.call(name, arguments, meter);
        return made == null ? new Opaque(name, arguments) : made;
    }

    static @Nullable Object built(Opaque object) {
        Family family = BY_NAME.get(object.className());
        return family == null ? null : family.built(object);
    }

    /** Returns the dotted name; modules that Python 3 has renamed have their new name, whoever wrote the pickle. */
    static String currentName(String module, String name) {
        String current = switch (module) {
            case "__builtin__", "exceptions" -> "builtins";
            case "copy_reg" -> "copyreg";
            case "UserDict", "UserList", "UserString" -> "collections";
            default -> module;
        };
        if (module.equals("__builtin__")) {
            return "builtins."
                    + switch (name) {
                        case "unicode" -> "str";
                        case "long" -> "int";
                        case "xrange" -> "range";
                        default -> name;
                    };
        }
        return current + "." + name;
    }
}
