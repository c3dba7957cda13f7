package io.github.hubsh.core.pickle;

import io.github.hubsh.core.pickle.family.Family;
import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions by which protocols 0 and 1 make an instance of a class that they are handed. */
final class ObjectMakers implements Family {
    private static final String RECONSTRUCTOR = "copyreg._reconstructor";

    private static final Set<String> SCALARS = Set.of("builtins.str", "builtins.int", "builtins.float");

    @Override
    public Set<String> names() {
        return Set.of(RECONSTRUCTOR, "copyreg.__newobj__");
    }

    @Override
    public @Nullable Object call(String name, List<@Nullable Object> arguments, Meter meter) throws ContentException {
        if (arguments.isEmpty() || !(arguments.get(0) instanceof Global type)) {
            return null;
        } else if (!name.equals(RECONSTRUCTOR)) {
            meter.values(arguments.size());
            Object made = made(type, new ArrayList<>(arguments.subList(1, arguments.size())), meter);
            return made == null ? NONE : made;
        } else if (arguments.size() != 3) {
            return null;
        }
        return isScalar(arguments.get(2)) && SCALARS.contains(name(arguments.get(1)))
                ? Opaque.subclassOf(arguments.get(2), type.name())
                : reconstructed(type.name(), arguments.get(2), meter);
    }

    /** Makes an instance without a call of its class, as Python does of a subclass of {@code str} or of a number. */
    static @Nullable Object made(Global type, List<@Nullable Object> arguments, Meter meter) throws ContentException {
        Object only = arguments.size() == 1 ? arguments.get(0) : null;
        return only != null && isScalar(only) && Families.find(type.name()) == null
                ? Opaque.subclassOf(only, type.name())
                : Families.call(type.name(), arguments, meter);
    }

    private static boolean isScalar(@Nullable Object value) {
        return value instanceof String || value instanceof Number;
    }

    private static String name(@Nullable Object base) {
        return base instanceof Global global ? global.name() : "";
    }

    /** The third argument is the value underneath: of a list for a subclass of {@code list}, else {@code None}. */
    private static Object reconstructed(String type, @Nullable Object underneath, Meter meter) throws ContentException {
        Opaque made = new Opaque(type, new ArrayList<>(0));
        if (underneath instanceof ArrayList<?> items) {
            meter.values(items.size());
            made.items().addAll(items);
        } else if (underneath instanceof LinkedHashMap<?, ?> entries) {
            meter.values(entries.size());
            putAll(made.entries(), entries);
        } else if (underneath != null) {
            made.arguments().add(underneath);
        }
        return made;
    }

    private static void putAll(Map<@Nullable Object, @Nullable Object> target, Map<?, ?> entries) {
        entries.forEach(target::put);
    }
}
