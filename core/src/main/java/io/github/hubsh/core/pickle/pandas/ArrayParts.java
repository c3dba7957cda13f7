package io.github.hubsh.core.pickle.pandas;

import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.NdArray;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the state of a pandas array says. Up to 1.2 it is a dict of attributes; since then a tuple of a numpy array, a
 * dtype and a dict, whose order has changed once already.
 *
 * @param type the class's own name
 * @param data the numpy array, if there is one
 */
record ArrayParts(
        String type, @Nullable NdArray data, @Nullable Object dtype, Map<?, ?> attributes) {
    static ArrayParts of(Opaque object) {
        String type = lastName(object.className());
        List<@Nullable Object> arguments = object.arguments();
        if (type.startsWith("__pyx_unpickle") && !arguments.isEmpty() && arguments.get(0) instanceof Global known) {
            type = lastName(known.name());
        }
        Object state = object.state();
        if (state == null && arguments.size() == 3) {
            state = arguments.get(2);
        }
        return state instanceof Map<?, ?> map ? ofMap(type, map) : ofTuple(type, state);
    }

    private static ArrayParts ofMap(String type, Map<?, ?> state) {
        Object data = first(state, "_ndarray", "_codes", "_data");
        return new ArrayParts(
                type, data instanceof NdArray array ? array : null, first(state, "_dtype", "dtype"), state);
    }

    private static ArrayParts ofTuple(String type, @Nullable Object state) {
        NdArray data = null;
        Object dtype = null;
        Map<?, ?> attributes = Map.of();
        for (Object part : state instanceof Tuple parts ? parts : Tuple.of()) {
            if (part instanceof NdArray array) {
                data = array;
            } else if (part instanceof Map<?, ?> map) {
                attributes = map;
            } else if (part != null) {
                dtype = part;
            }
        }
        return new ArrayParts(type, data, dtype, attributes);
    }

    private static String lastName(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    boolean isTable() {
        return data != null && data.shape().size() > 1;
    }

    /** Returns the first of some attributes that there is. */
    @Nullable
    Object get(String... names) {
        return first(attributes, names);
    }

    @Nullable
    Object timeZone() {
        Object zone = ofDtype("tz", "_tz");
        return zone != null
                        || !(dtype instanceof Opaque type)
                        || !type.className().endsWith("DatetimeTZDtype")
                ? zone
                : argument(type, 1);
    }

    @Nullable
    Object categories() {
        Object categories = ofDtype("categories", "_categories");
        return categories != null ? categories : get("_categories", "categories");
    }

    boolean ordered() {
        return Boolean.TRUE.equals(ofDtype("ordered", "_ordered"))
                || (dtype == null && Boolean.TRUE.equals(get("_ordered", "ordered")));
    }

    @Nullable
    Object frequency() {
        return dtype instanceof Opaque type && !type.arguments().isEmpty()
                ? argument(type, 0)
                : ofDtype("freq", "_freq");
    }

    @Nullable
    Object closed() {
        Object closed = get("_closed", "closed");
        return closed != null ? closed : ofDtype("closed", "_closed");
    }

    /** Returns the dtype's name where it has a say: pandas 3 calls texts {@code str} where missing ones are NaN. */
    String dtypeName(String otherwise) {
        boolean nan =
                dtype instanceof Opaque type && (isNan(argument(type, 1)) || isNan(ofDtype("na_value", "_na_value")));
        return nan ? "str" : otherwise;
    }

    private static boolean isNan(@Nullable Object value) {
        return value instanceof Double number && number.isNaN();
    }

    private @Nullable Object ofDtype(String... names) {
        return dtype instanceof Opaque type && type.state() instanceof Map<?, ?> state ? first(state, names) : null;
    }

    private static @Nullable Object argument(Opaque type, int index) {
        return type.arguments().size() > index ? type.arguments().get(index) : null;
    }

    private static @Nullable Object first(Map<?, ?> map, String... names) {
        for (String name : names) {
            if (map.get(name) != null) {
                return map.get(name);
            }
        }
        return null;
    }
}
