package io.github.hubsh.core.pickle;

import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Dtype;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code numpy.dtype} is called with to make a type again. */
final class DtypeText {
    private DtypeText() {}

    /** Returns a code; a dict of names, formats and offsets for a structured type; a pair for an array. */
    static Object of(Dtype dtype) {
        Dtype.Part part = dtype.part();
        if (part != null) {
            return Tuple.of(
                    of(part.dtype()),
                    Tuple.copyOf(part.shape().stream().map(Integer::longValue).toList()));
        }
        return dtype.fields().isEmpty() ? dtype.code() : structured(dtype);
    }

    private static Map<String, Object> structured(Dtype dtype) {
        List<@Nullable Object> names = new ArrayList<>();
        List<@Nullable Object> formats = new ArrayList<>();
        List<@Nullable Object> offsets = new ArrayList<>();
        for (Dtype.Field field : dtype.fields()) {
            names.add(field.name());
            formats.add(of(field.dtype()));
            offsets.add((long) field.offset());
        }
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("names", names);
        parts.put("formats", formats);
        parts.put("offsets", offsets);
        parts.put("itemsize", (long) dtype.size());
        return parts;
    }
}
