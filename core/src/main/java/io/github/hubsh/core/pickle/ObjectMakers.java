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
            Object made = Families.call(type.name(), new ArrayList<>(arguments.subList(1, arguments.size())), meter);
            return made == null ? NONE : made;
        }
        return arguments.size() == 3 ? reconstructed(type.name(), arguments.get(2), meter) : null;
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
