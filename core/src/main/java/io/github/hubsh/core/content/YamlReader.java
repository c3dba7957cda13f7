package io.github.hubsh.core.content;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Tuple;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads one YAML document with snakeyaml's safe constructor, which makes no objects but plain ones. Loaded only when a
 * peer sends YAML. What snakeyaml makes is turned into the types of this package; a part that an alias shares stays
 * shared, so that aliases of aliases cost no more than their text.
 */
final class YamlReader {
    private static final int MAX_SIZE = 16 << 20;
    private static final int MAX_DEPTH = 100;
    private static final int MAX_ALIASES = 50;

    private final IdentityHashMap<Object, Object> converted = new IdentityHashMap<>();

    private YamlReader() {}

    static @Nullable Object read(byte[] utf8) throws ContentException {
        if (utf8.length > MAX_SIZE) {
            throw new ContentException("YAML of " + utf8.length + " bytes; the limit is " + MAX_SIZE);
        }
        try {
            Object loaded = new Yaml(new YamlTypes(options())).load(text(utf8));
            return new YamlReader().value(loaded);
        } catch (MarkedYAMLException e) {
            throw new ContentException("YAML" + place(e.getProblemMark()) + ": " + e.getProblem(), e);
        } catch (YAMLException e) {
            throw new ContentException("YAML: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            // snakeyaml lets a few of Java's own exceptions through, for numbers and dates out of range.
            throw new ContentException("YAML: a value that is out of range: " + e.getMessage(), e);
        }
    }

    private static String place(@Nullable Mark mark) {
        return mark == null ? "" : " at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(MAX_SIZE);
        options.setAllowRecursiveKeys(false);
        // A tag that is let through still means nothing unless YamlTypes lists it.
        options.setTagInspector(tag -> tag.getValue().startsWith(YamlTypes.PYTHON));
        return options;
    }

    private static String text(byte[] utf8) throws ContentException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ContentException("YAML that is not UTF-8", e);
        }
    }

    private @Nullable Object value(@Nullable Object loaded) throws ContentException {
        if (loaded instanceof Integer number) {
            return number.longValue();
        } else if (loaded instanceof BigInteger number) {
            return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
        } else if (loaded instanceof byte[] bytes) {
            return Bytes.of(bytes);
        } else if (loaded instanceof Collection || loaded instanceof Map) {
            Object known = converted.get(loaded);
            return known != null ? known : container(loaded);
        }
        return loaded instanceof Object[] pair ? list(List.of(pair)) : loaded;
    }

    private Object container(Object loaded) throws ContentException {
        if (loaded instanceof Map<?, ?> map) {
            return map(map);
        } else if (loaded instanceof Set<?> set) {
            return set(set);
        }
        return loaded instanceof Tuple tuple ? Tuple.copyOf(list(tuple)) : list((Collection<?>) loaded);
    }

    private Object map(Map<?, ?> loaded) throws ContentException {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        converted.put(loaded, map);
        for (Map.Entry<?, ?> entry : loaded.entrySet()) {
            map.put(key(entry.getKey()), value(entry.getValue()));
        }
        return map;
    }

    private Object set(Set<?> loaded) throws ContentException {
        Set<@Nullable Object> set = new LinkedHashSet<>();
        converted.put(loaded, set);
        for (Object element : loaded) {
            set.add(key(element));
        }
        return set;
    }

    private List<@Nullable Object> list(Collection<?> loaded) throws ContentException {
        List<@Nullable Object> list = new ArrayList<>();
        converted.put(loaded, list);
        for (Object element : loaded) {
            list.add(value(element));
        }
        return list;
    }

    /** A sequence as a key is a tuple, as only that could be one in Python. */
    private @Nullable Object key(@Nullable Object loaded) throws ContentException {
        if (loaded instanceof Map || loaded instanceof Set) {
            throw new ContentException("YAML: a mapping cannot be a key");
        } else if (loaded instanceof Collection<?> elements) {
            List<@Nullable Object> parts = new ArrayList<>();
            for (Object element : elements) {
                parts.add(key(element));
            }
            return Tuple.copyOf(parts);
        }
        return value(loaded);
    }
}
