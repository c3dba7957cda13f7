package io.github.hubsh.core.content;

import static java.util.Objects.requireNonNull;

import io.github.hubsh.core.json.PandasJson;
import io.github.hubsh.core.json.ScalarText;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Writes YAML that every safe loader reads: only the standard tags. A container that occurs twice becomes an anchor and
 * an alias; values without a tag of their own (a Decimal, a duration) are their text. Loaded only when used.
 */
final class YamlWriter {
    private static final int MAX_DEPTH = 100;

    private final IdentityHashMap<Object, Node> written = new IdentityHashMap<>();
    private final Set<Object> path = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlWriter() {}

    static String write(Object value) throws ContentException {
        DumperOptions options = new DumperOptions();
        options.setAllowUnicode(true);
        StringWriter text = new StringWriter();
        try {
            new Yaml(options).serialize(new YamlWriter().node(value), text);
        } catch (YAMLException e) {
            throw new ContentException("YAML: " + e.getMessage(), e);
        }
        return text.toString();
    }

    private Node node(@Nullable Object value) throws ContentException {
        if (value instanceof Collection || value instanceof Map) {
            return container(value);
        } else if (value instanceof Series || value instanceof DataFrame) {
            return container(requireNonNull(PandasJson.toShape(value)));
        } else if (value instanceof TypedScalar scalar) {
            return node(scalar.value());
        }
        if (value instanceof Opaque || value instanceof Global || isOtherArray(value)) {
            throw new ContentException("YAML cannot hold " + value);
        }
        String text = text(value);
        Transfer.requireUtf8(text);
        return scalar(tag(value), text);
    }

    private static boolean isOtherArray(@Nullable Object value) {
        return value != null && value.getClass().isArray() && !(value instanceof byte[]);
    }

    private static Node scalar(Tag tag, String text) {
        return new ScalarNode(tag, text, null, null, ScalarStyle.PLAIN);
    }

    private static Tag tag(@Nullable Object value) {
        if (value == null) {
            return Tag.NULL;
        } else if (value instanceof Boolean) {
            return Tag.BOOL;
        } else if (value instanceof Double || value instanceof Float) {
            return Tag.FLOAT;
        } else if (value instanceof Number && !(value instanceof BigDecimal)) {
            return Tag.INT;
        } else if (value instanceof Bytes || value instanceof byte[]) {
            return Tag.BINARY;
        } else if (value instanceof LocalDate || value instanceof LocalDateTime || value instanceof OffsetDateTime) {
            return Tag.TIMESTAMP;
        }
        return Tag.STR;
    }

    private static String text(@Nullable Object value) {
        return value instanceof Double || value instanceof Float
                ? ofDouble(((Number) value).doubleValue())
                : ScalarText.of(value);
    }

    /** YAML 1.1 wants a point in a float, and a sign in an exponent. */
    private static String ofDouble(double value) {
        if (Double.isNaN(value)) {
            return ".nan";
        } else if (Double.isInfinite(value)) {
            return value > 0 ? ".inf" : "-.inf";
        }
        String text = Double.toString(value);
        int exponent = text.indexOf('E') + 1;
        return exponent == 0 || text.charAt(exponent) == '-'
                ? text
                : text.substring(0, exponent) + "+" + text.substring(exponent);
    }

    private Node container(Object container) throws ContentException {
        Node known = written.get(container);
        if (known != null) {
            return known;
        } else if (path.size() == MAX_DEPTH) {
            throw new ContentException("YAML of more than " + MAX_DEPTH + " levels");
        } else if (!path.add(container)) {
            throw new ContentException("a container that contains itself");
        }
        Node node = elements(container);
        path.remove(container);
        written.put(container, node);
        return node;
    }

    private Node elements(Object container) throws ContentException {
        if (container instanceof Map<?, ?> map) {
            List<NodeTuple> entries = new ArrayList<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                entries.add(new NodeTuple(node(entry.getKey()), node(entry.getValue())));
            }
            return new MappingNode(Tag.MAP, entries, FlowStyle.BLOCK);
        } else if (container instanceof Set<?> set) {
            List<NodeTuple> entries = new ArrayList<>();
            for (Object element : set) {
                entries.add(new NodeTuple(node(element), scalar(Tag.NULL, "null")));
            }
            return new MappingNode(Tag.SET, entries, FlowStyle.BLOCK);
        }
        List<Node> nodes = new ArrayList<>();
        for (Object element : (Collection<?>) container) {
            nodes.add(node(element));
        }
        return new SequenceNode(Tag.SEQ, nodes, FlowStyle.BLOCK);
    }
}
