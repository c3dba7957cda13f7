package io.github.hubsh.core.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object of a message, asked field by field. Each question states what the schema demands; the answer to a
 * field that breaks it is an exception that names the field.
 *
 * @param where the object's own name, for messages: {@code content}
 */
record Fields(String where, Map<String, @Nullable Object> values) {

    static Fields of(String where, @Nullable Object value) throws MalformedMessageException {
        return new Fields(where, object(where, value));
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    @Nullable
    Object value(String key) {
        return values.get(key);
    }

    Fields fields(String key) throws MalformedMessageException {
        if (!has(key)) {
            throw expected(key, "an object");
        }
        return of(path(key), values.get(key));
    }

    String text(String key) throws MalformedMessageException {
        if (values.get(key) instanceof String text) {
            return text;
        }
        throw expected(key, "a string");
    }

    /** A boolean that is {@code false} where it is left out. */
    boolean flag(String key) throws MalformedMessageException {
        if (!has(key)) {
            return false;
        }
        if (values.get(key) instanceof Boolean flag) {
            return flag;
        }
        throw expected(key, "true or false");
    }

    long number(String key) throws MalformedMessageException {
        if (values.get(key) instanceof Number number) {
            return number.longValue();
        }
        throw expected(key, "a number");
    }

    /** An object that is empty where it is left out. */
    Map<String, @Nullable Object> optionalObject(String key) throws MalformedMessageException {
        return has(key) ? object(path(key), values.get(key)) : Map.of();
    }

    MalformedMessageException expected(String key, String what) {
        return has(key)
                ? new MalformedMessageException(path(key) + ": expected " + what + ", found " + shown(values.get(key)))
                : new MalformedMessageException(path(key) + ": missing, expected " + what);
    }

    private String path(String key) {
        return where.isEmpty() ? key : where + "." + key;
    }

    @SuppressWarnings("unchecked") // JSON objects have text keys only
    private static Map<String, @Nullable Object> object(String where, @Nullable Object value)
            throws MalformedMessageException {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new MalformedMessageException(where + ": expected an object, found " + shown(value));
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof List) {
            return "a list";
        }
        String text = value instanceof String ? "'" + value + "'" : String.valueOf(value);
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
