package io.github.hubsh.shell.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object that notes which keys an expression looks up in it and does not find. */
@SuppressWarnings("unchecked") // Jackson overrides deepCopy() so.
final class WatchedObject extends ObjectNode {
    private static final long serialVersionUID = 1L;

    private final transient Set<String> missing;

    WatchedObject(ObjectNode object, Set<String> missing) {
        super(JsonNodeFactory.instance, children(object));
        this.missing = missing;
    }

    private static Map<String, JsonNode> children(ObjectNode object) {
        Map<String, JsonNode> children = new LinkedHashMap<>();
        object.properties().forEach(field -> children.put(field.getKey(), field.getValue()));
        return children;
    }

    @Override
    public @Nullable JsonNode get(String key) {
        JsonNode value = super.get(key);
        if (value == null) {
            missing.add(key);
        }
        return value;
    }
}
