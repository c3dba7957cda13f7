package io.github.hubsh.core.pickle;

import io.github.hubsh.core.pickle.family.Family;
import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.BoundedList;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.FrozenSet;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.NamedDict;
import io.github.hubsh.core.value.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Python's own containers and bytes, where they are written as calls; and the containers of {@code collections}. */
final class BuiltinTypes implements Family {
    private static final int MAX_NAME_LENGTH = 1000;
    private static final char LAST_LATIN1 = 0xff;

    @Override
    public Set<String> names() {
        return Set.of(
                "builtins.list",
                "builtins.tuple",
                "builtins.dict",
                "builtins.set",
                "builtins.frozenset",
                "builtins.bytes",
                "builtins.bytearray",
                "builtins.getattr",
                "collections.OrderedDict",
                "collections.Counter",
                "collections.defaultdict",
                "collections.deque",
                "_codecs.encode");
    }

    @Override
    public @Nullable Object call(String name, List<@Nullable Object> arguments, Meter meter) throws ContentException {
        return switch (name) {
            case "builtins.list" -> copied(arguments, meter);
            case "builtins.tuple" -> tuple(arguments, meter);
            case "builtins.set" -> set(arguments, meter);
            case "builtins.frozenset" -> frozenSet(arguments, meter);
            case "builtins.dict" -> dict(arguments, meter);
            case "collections.OrderedDict", "collections.Counter" -> named(name, dict(arguments, meter));
            case "collections.defaultdict" -> defaultDict(arguments);
            case "collections.deque" -> deque(arguments, meter);
            case "builtins.getattr" -> attribute(arguments);
            case "builtins.bytearray" -> bytes(arguments, meter) instanceof Bytes bytes ? bytes.asBytearray() : null;
            default -> bytes(arguments, meter);
        };
    }

    private static @Nullable Object named(String name, @Nullable Object entries) {
        return entries instanceof Map<?, ?> map ? new NamedDict(name, null, map) : null;
    }

    private static @Nullable Object defaultDict(List<@Nullable Object> arguments) {
        Object factory = arguments.isEmpty() ? null : arguments.get(0);
        return arguments.size() < 2 && (factory == null || factory instanceof Global)
                ? new NamedDict("collections.defaultdict", (Global) factory, Map.of())
                : null;
    }

    private static @Nullable List<@Nullable Object> copied(List<@Nullable Object> arguments, Meter meter)
            throws ContentException {
        if (arguments.isEmpty()) {
            return new ArrayList<>(0);
        }
        if (arguments.size() > 1 || !(arguments.get(0) instanceof Collection<?> items)) {
            return null;
        }
        meter.values(items.size());
        return new ArrayList<>(items);
    }

    private static @Nullable Object tuple(List<@Nullable Object> arguments, Meter meter) throws ContentException {
        List<@Nullable Object> items = copied(arguments, meter);
        return items == null ? null : Tuple.copyOf(items);
    }

    private static @Nullable Set<@Nullable Object> set(List<@Nullable Object> arguments, Meter meter)
            throws ContentException {
        List<@Nullable Object> items = copied(arguments, meter);
        return items == null ? null : new Keys(meter).setOf(items);
    }

    private static @Nullable Object frozenSet(List<@Nullable Object> arguments, Meter meter) throws ContentException {
        Set<@Nullable Object> items = set(arguments, meter);
        return items == null ? null : FrozenSet.copyOf(items);
    }

    /** Python 2 hands an OrderedDict a list of two-element lists. */
    private static @Nullable Object dict(List<@Nullable Object> arguments, Meter meter) throws ContentException {
        if (arguments.size() == 1 && arguments.get(0) instanceof Map<?, ?> map) {
            meter.values(map.size());
            return new LinkedHashMap<>(map);
        }
        List<@Nullable Object> pairs = copied(arguments, meter);
        return pairs == null ? null : new Keys(meter).dictOf(pairs);
    }

    private static @Nullable Object deque(List<@Nullable Object> arguments, Meter meter) throws ContentException {
        List<@Nullable Object> items = copied(arguments.subList(0, Math.min(1, arguments.size())), meter);
        Object maxLength = arguments.size() > 1 ? arguments.get(1) : null;
        return items == null ? null : new BoundedList(items, maxLength instanceof Long length ? length : null);
    }

    /** An attribute of a class is a name itself: so protocols below 4 write the members of an Enum. */
    private static @Nullable Object attribute(List<@Nullable Object> arguments) {
        return arguments.size() == 2
                        && arguments.get(0) instanceof Global global
                        && arguments.get(1) instanceof String name
                        && global.name().length() + name.length() < MAX_NAME_LENGTH
                ? new Global(global.name() + "." + name)
                : null;
    }

    private static @Nullable Object bytes(List<@Nullable Object> arguments, Meter meter) throws ContentException {
        Object first = arguments.isEmpty() ? "" : arguments.get(0);
        if (first instanceof Bytes bytes && arguments.size() == 1) {
            return bytes;
        } else if (first instanceof Collection<?> numbers && arguments.size() == 1) {
            return bytesOf(numbers, meter);
        }
        if (!(first instanceof String text)) {
            return null;
        }
        meter.copiedBytes(text.length());
        // Python 2's bytearray is handed a str, which is UTF-8 where it reads as text here.
        return switch (arguments.size() < 2 ? "utf-8" : arguments.get(1) instanceof String encoding ? encoding : "") {
            case "latin1", "latin-1", "iso8859-1" -> latin1(text);
            case "utf-8", "utf8", "ascii" -> Bytes.wrapping(PythonText.encode(text));
            default -> null;
        };
    }

    private static @Nullable Object latin1(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_LATIN1) {
                return null;
            }
        }
        return Bytes.wrapping(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static @Nullable Object bytesOf(Collection<?> numbers, Meter meter) throws ContentException {
        meter.copiedBytes(numbers.size());
        byte[] bytes = new byte[numbers.size()];
        int i = 0;
        for (Object number : numbers) {
            if (!(number instanceof Long value) || value < 0 || value > 255) {
                return null;
            }
            bytes[i++] = value.byteValue();
        }
        return Bytes.wrapping(bytes);
    }
}
