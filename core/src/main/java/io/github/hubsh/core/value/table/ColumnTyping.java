package io.github.hubsh.core.value.table;

import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.DtypeCodes;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.Packing;
import io.github.hubsh.core.value.array.UnfitValueException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Plain values, as JSON has them, to columns of a type: the one that is named, or the one that pandas would choose. */
public final class ColumnTyping {
    private ColumnTyping() {}

    /** Returns a column of ints, floats or truths where all values are such, as pandas infers it; else of objects. */
    public static NdArray infer(List<?> values) {
        try {
            Dtype dtype = inferred(values);
            return dtype == null ? NdArray.ofObjects(values) : Packing.pack(dtype, values);
        } catch (UnfitValueException e) {
            return NdArray.ofObjects(values);
        }
    }

    /**
     * Returns a column of a named type.
     *
     * @param dtypeName numpy's or pandas' name: {@code float32}, {@code Int64}, {@code datetime64[ns]}, {@code string}
     * @throws UnfitValueException for a value that the type cannot hold
     * @throws IllegalArgumentException for a type that is not known
     */
    public static Column named(List<?> values, String dtypeName) throws UnfitValueException {
        if (dtypeName.equals("category")) {
            return categories(values);
        } else if (dtypeName.equals("string") || dtypeName.equals("str")) {
            return new TypedColumn(dtypeName, values);
        }
        MaskedColumn nullable = nullable(values, dtypeName);
        if (nullable != null) {
            return nullable;
        }
        int zone = dtypeName.indexOf(", ");
        if (dtypeName.startsWith("datetime64[") && zone > 0 && dtypeName.endsWith("]")) {
            NdArray utc = Times.pack('M', dtypeName.substring("datetime64[".length(), zone), values);
            return new ZonedTimes(utc, Times.zone(dtypeName.substring(zone + 2, dtypeName.length() - 1)));
        }
        Dtype dtype = DtypeCodes.parse(dtypeName, false);
        if (dtype == null) {
            throw new IllegalArgumentException("there is no dtype " + dtypeName);
        }
        return switch (dtype.kind()) {
            case 'b', 'i', 'u', 'f' -> Packing.pack(dtype, values);
            case 'M', 'm' -> Times.pack(dtype.kind(), dtype.unit(), values);
            case 'O' -> NdArray.ofObjects(values);
            default -> throw new IllegalArgumentException("dtype " + dtypeName + " cannot be written here");
        };
    }

    /**
     * Returns a nullable column for {@code Int64}, {@code Float32}, {@code boolean} and the like; else {@code null}.
     */
    public static @Nullable MaskedColumn nullable(List<?> values, String dtypeName) throws UnfitValueException {
        boolean truths = dtypeName.equals("boolean");
        if (!truths && !dtypeName.matches("(U?Int(8|16|32|64)|Float(32|64))")) {
            return null;
        }
        Dtype dtype = DtypeCodes.parse(truths ? "bool" : dtypeName.toLowerCase(Locale.ROOT), false);
        if (dtype == null) {
            return null;
        }
        List<Boolean> missing = new ArrayList<>(values.size());
        values.forEach(value -> missing.add(value == null));
        return new MaskedColumn(Packing.pack(dtype, values), Packing.pack(Dtype.BOOL, missing));
    }

    /** Returns whether there are texts, and beside them only what stands for a missing one. */
    public static boolean areTexts(List<?> values) {
        boolean texts = false;
        for (Object value : values) {
            Object plain = TypedScalar.plain(value);
            if (plain instanceof String) {
                texts = true;
            } else if (plain != null && !(plain instanceof Double number && number.isNaN())) {
                return false;
            }
        }
        return texts;
    }

    private static Categorical categories(List<?> values) {
        List<@Nullable Object> labels = new ArrayList<>();
        long[] codes = new long[values.size()];
        for (int i = 0; i < codes.length; i++) {
            Object value = values.get(i);
            codes[i] = value == null ? -1 : labels.indexOf(value);
            if (codes[i] < 0 && value != null) {
                codes[i] = labels.size();
                labels.add(value);
            }
        }
        return new Categorical(NdArray.ofLongs(codes), new Index(infer(labels), null), false);
    }

    private static @Nullable Dtype inferred(List<?> values) {
        boolean truths = false;
        boolean integers = false;
        boolean floats = false;
        for (Object value : values) {
            truths |= value instanceof Boolean;
            integers |= value instanceof Long;
            floats |= value instanceof Double || value == null;
            if (!(value instanceof Boolean || value instanceof Long || value instanceof Double || value == null)
                    || value instanceof BigInteger) {
                return null;
            }
        }
        if (truths) {
            return integers || floats ? null : Dtype.BOOL;
        }
        boolean onlyMissing = floats && !integers && values.stream().allMatch(value -> value == null);
        return onlyMissing ? null : floats ? Dtype.FLOAT64 : integers ? Dtype.INT64 : null;
    }
}
