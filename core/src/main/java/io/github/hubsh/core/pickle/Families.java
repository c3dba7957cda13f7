package io.github.hubsh.core.pickle;

import io.github.hubsh.core.pickle.family.Family;
import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.pickle.numpy.NumpyTypes;
import io.github.hubsh.core.pickle.pandas.IndexMethods;
import io.github.hubsh.core.pickle.pandas.PandasArrays;
import io.github.hubsh.core.pickle.pandas.PandasIndexes;
import io.github.hubsh.core.pickle.pandas.PandasObjects;
import io.github.hubsh.core.pickle.pandas.PandasScalars;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PythonScalar;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Index;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fixed table of the only names that have an effect. Everything else becomes an {@link Opaque}. */
final class Families {
    private static final String NUMPY = "numpy.";
    private static final String PANDAS = "pandas.";

    private static final Map<String, Family> BY_NAME =
            table(List.of(new BuiltinTypes(), new ObjectMakers(), new DateTimes(), new ExactTypes()));

    private Families() {}

    private static Map<String, Family> table(List<Family> families) {
        Map<String, Family> table = new HashMap<>();
        families.forEach(family -> family.names().forEach(name -> table.put(name, family)));
        return table;
    }

    /** Loaded with the first pickle that mentions numpy. */
    private static final class Numpy {
        static final Map<String, Family> BY_NAME = table(List.of(new NumpyTypes()));
    }

    /** Loaded with the first pickle that mentions pandas. */
    private static final class Pandas {
        static final Map<String, Family> BY_NAME =
                table(List.of(new PandasScalars(), new PandasIndexes(), new PandasObjects(), new PandasArrays()));
    }

    static @Nullable Family find(String name) {
        if (name.startsWith(NUMPY)) {
            return Numpy.BY_NAME.get(name);
        } else if (name.startsWith(PANDAS)) {
            return Pandas.BY_NAME.get(ofPandas(name));
        }
        return BY_NAME.get(name);
    }

    /** pandas moves its classes to other modules over the years; their own names stay. */
    private static String ofPandas(String name) {
        return PANDAS + name.substring(name.lastIndexOf('.') + 1);
    }

    static @Nullable Object call(String name, List<@Nullable Object> arguments, Meter meter) throws ContentException {
        Family family = find(name);
        if (family == null) {
            return new Opaque(name, arguments);
        }
        Object made = family.call(name.startsWith(PANDAS) ? ofPandas(name) : name, arguments, meter);
        return made == null ? new Opaque(name, arguments) : orNull(made);
    }

    /** Calls a method of a value that was read: one of the few that set time zones. */
    static @Nullable Object callMethod(
            @Nullable Object target, String method, List<@Nullable Object> arguments, Meter meter)
            throws ContentException {
        return target instanceof Index index ? IndexMethods.call(index, method, arguments) : null;
    }

    /** Returns the frame that {@code setattr(frame, "columns", names)} makes of one; {@code null} for other calls. */
    static @Nullable DataFrame renamed(@Nullable Object frame, List<@Nullable Object> arguments) {
        return frame instanceof DataFrame given
                        && arguments.size() == 3
                        && arguments.get(0) == frame
                        && "columns".equals(arguments.get(1))
                        && arguments.get(2) instanceof Index names
                        && given.index() instanceof Index labels
                        && names.size() == given.columns().size()
                ? DataFrame.of(labels, given.data(), names)
                : null;
    }

    /** Returns the value of an object with its state; the object itself where no family builds it. */
    static @Nullable Object built(Opaque object, Meter meter) throws ContentException {
        Family family = find(object.className());
        Object built = family == null ? null : family.built(object, meter);
        return built == null ? object : orNull(built);
    }

    private static @Nullable Object orNull(Object made) {
        return made == Family.NONE ? null : made;
    }

    /** Returns a bare name as a value. pandas writes its only {@code NA} as a bare name, and we do its {@code NaT}. */
    static Object named(String name) {
        boolean isMissing = name.startsWith(PANDAS) && (name.endsWith(".NA") || name.endsWith(".NaT"));
        return isMissing ? new PythonScalar(null, new Global(ofPandas(name))) : new Global(name);
    }

    /** Returns the dotted name; modules that Python 3 has renamed get their new name, in pickles of Python 2 and 3. */
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
