package io.github.hubsh.core.pickle;

import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Classes and functions of Python, numpy and pandas that keep what they are given and do nothing else. A pickle of ours
 * may name them, also where a peer has named them first.
 */
final class AllowedGlobals {
    private static final Set<String> PLAIN = Set.of(
            "builtins.complex",
            "builtins.slice",
            "builtins.range",
            "builtins.Ellipsis",
            "builtins.NotImplemented",
            "fractions.Fraction",
            "decimal.Decimal",
            "ipaddress.IPv4Address",
            "ipaddress.IPv4Interface",
            "ipaddress.IPv4Network",
            "ipaddress.IPv6Address",
            "ipaddress.IPv6Interface",
            "ipaddress.IPv6Network",
            "pathlib.PosixPath",
            "pathlib.PurePosixPath",
            "pathlib.PureWindowsPath",
            "pathlib.WindowsPath",
            "datetime.datetime",
            "datetime.time",
            "datetime.timezone",
            "pytz._UTC",
            "pytz._p",
            "pytz.FixedOffset",
            "dateutil.tz.tz.tzutc",
            "dateutil.tz.tz.tzoffset",
            "dateutil.relativedelta.relativedelta");

    private static final Set<String> NUMPY = Set.of(
            "numpy.dtype",
            "numpy.ndarray",
            "numpy.record",
            "numpy.recarray",
            "numpy.matrix",
            "numpy.matrixlib.defmatrix.matrix",
            "numpy.chararray",
            "numpy.core.defchararray.chararray",
            "numpy.core.records.recarray",
            "numpy.rec.recarray",
            "numpy.core.multiarray._reconstruct",
            "numpy.core.multiarray.scalar",
            "numpy.ma.core.MaskedArray",
            "numpy.ma.core._mareconstruct",
            "numpy.ma.MaskedArray");

    private static final Set<String> PANDAS = Set.of(
            "NA",
            "NaT",
            "Period",
            "Interval",
            "array",
            "PeriodArray",
            "PeriodDtype",
            "IntervalDtype",
            "SparseDtype",
            "CategoricalDtype",
            "DatetimeTZDtype",
            "_unpickle_timestamp");

    /** Where pandas keeps them; its offsets have a module of their own. */
    private static final Pattern PANDAS_MODULE = Pattern.compile("pandas(\\.(_libs|core|arrays)(\\.[a-z_]+)*)?");

    private static final String OFFSETS = "pandas._libs.tslibs.offsets.";
    private static final Pattern OFFSET =
            Pattern.compile("Day|Hour|Minute|Second|Milli|Micro|Nano|Week|Easter|DateOffset"
                    + "|BusinessDay|BusinessHour|WeekOfMonth|LastWeekOfMonth|(Semi|Business)?Month(Begin|End)"
                    + "|B?(Quarter|Year)(Begin|End)");

    /** The one method of a class that is called: of all ways to make intervals, it alone keeps the type of bounds. */
    static final String INTERVALS_OF = "pandas.arrays.IntervalArray.from_arrays";

    private AllowedGlobals() {}

    /** Returns whether an object may be made again where it is sent to. */
    static boolean isAllowed(Opaque object) {
        String name = object.className();
        boolean known = contains(name)
                || name.equals(INTERVALS_OF)
                || (ExceptionNames.isBuiltin(name) && (object.hasNoState() || hasNotes(object.state())));
        boolean simple = object.items().isEmpty() && object.entries().isEmpty() && object.maker() != Opaque.Maker.OTHER;
        // An array is made empty before it gets its parts: one of another size would only cost room.
        boolean large = name.endsWith("construct") && !object.arguments().contains(Tuple.of(0L));
        return known && simple && !large;
    }

    /**
     * Returns whether the state of an exception is but what was noted on it. What changes how it is raised has a name
     * with underscores, and its arguments are not set a second time.
     */
    private static boolean hasNotes(@Nullable Object state) {
        return state instanceof Map<?, ?> attributes
                && attributes.keySet().stream()
                        .allMatch(key -> key instanceof String name
                                && (name.equals("__notes__") || !(name.startsWith("_") || name.equals("args"))));
    }

    /** Returns whether a bare name is one of them. */
    static boolean contains(String name) {
        if (name.startsWith(OFFSETS)) {
            return OFFSET.matcher(name.substring(OFFSETS.length())).matches();
        } else if (name.startsWith("pandas.")) {
            int dot = name.lastIndexOf('.');
            return PANDAS.contains(name.substring(dot + 1))
                    && PANDAS_MODULE.matcher(name.substring(0, dot)).matches();
        }
        return PLAIN.contains(name) || NUMPY.contains(portableName(name));
    }

    /** Returns the name under which every numpy finds it: numpy 2 still knows the old one. */
    static String portableName(String name) {
        return name.replaceFirst("^numpy\\._core\\.", "numpy.core.");
    }
}
