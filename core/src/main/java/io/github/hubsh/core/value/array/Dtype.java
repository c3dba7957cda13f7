package io.github.hubsh.core.value.array;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * numpy's type of an element.
 *
 * @param kind numpy's letter: {@code b i u f c S U V O M m}
 * @param size bytes of one element; four a character in a {@code U}
 * @param bigEndian how numbers are stored
 * @param unit of {@code M} and {@code m}: {@code ns}, {@code D}; {@code generic} where there is none
 * @param multiple how many units one step is, mostly 1
 * @param fields of a structured {@code V}, in order
 * @param part what a {@code V} is an array of, or {@code null}
 */
public record Dtype(
        char kind,
        int size,
        boolean bigEndian,
        String unit,
        int multiple,
        List<Field> fields,
        @Nullable Part part) {
    /** A structured type's field, and where in the element it begins. */
    public record Field(String name, Dtype dtype, int offset) {}

    /** An array within each element. */
    public record Part(Dtype dtype, List<Integer> shape) {}

    /** A type that a peer's bytes cannot have: unreadable, or larger than what it is part of. */
    public static final class InvalidDtypeException extends Exception {
        private static final long serialVersionUID = 1L;

        public InvalidDtypeException(String message) {
            super(message);
        }
    }

    public static final String GENERIC = "generic";
    public static final Dtype OBJECT = plain('O', 8, false);
    public static final Dtype BOOL = plain('b', 1, false);
    public static final Dtype INT64 = plain('i', 8, false);
    public static final Dtype FLOAT64 = plain('f', 8, false);

    private static final int MAX_DEPTH = 16;
    private static final int MAX_EMPTY_LEAVES = 64;

    public static Dtype plain(char kind, int size, boolean bigEndian) {
        return new Dtype(kind, size, bigEndian, GENERIC, 1, List.of(), null);
    }

    public static Dtype time(char kind, boolean bigEndian, String unit, int multiple) {
        return new Dtype(kind, 8, bigEndian, unit, multiple, List.of(), null);
    }

    public static Dtype structured(int size, List<Field> fields) {
        return new Dtype('V', size, false, GENERIC, 1, List.copyOf(fields), null);
    }

    public static Dtype subarray(int size, Part part) {
        return new Dtype('V', size, false, GENERIC, 1, List.of(), part);
    }

    public boolean isObject() {
        return kind == 'O';
    }

    /** Whether elements are held as objects, because they are such or contain one. */
    public boolean holdsObjects() {
        return isObject()
                || fields.stream().anyMatch(field -> field.dtype().holdsObjects())
                || (part != null && part.dtype().holdsObjects());
    }

    /**
     * Refuses a type by which a few bytes would read as many values: fields that overlap, nesting without end.
     *
     * @return this
     */
    public Dtype checked() throws InvalidDtypeException {
        if (leaves(0) > (long) size + MAX_EMPTY_LEAVES) {
            throw new InvalidDtypeException("a dtype of " + size + " bytes with more fields than that");
        }
        return this;
    }

    /** Returns how many values an element reads as. */
    private long leaves(int depth) throws InvalidDtypeException {
        if (depth > MAX_DEPTH) {
            throw new InvalidDtypeException("a dtype more than " + MAX_DEPTH + " deep");
        }
        long leaves = fields.isEmpty() ? 1 : 0;
        for (Field field : fields) {
            within(field.offset(), field.dtype().size());
            leaves += field.dtype().leaves(depth + 1);
        }
        if (part != null) {
            long count = Shapes.count(part.shape());
            within(0, count * part.dtype().size());
            leaves = Math.max(1, count)
                    * part.dtype().leaves(depth + part.shape().size());
        }
        if (leaves > (long) size + MAX_EMPTY_LEAVES) {
            throw new InvalidDtypeException("a dtype of " + size + " bytes with more fields than that");
        }
        return leaves;
    }

    private void within(long offset, long length) throws InvalidDtypeException {
        if (offset < 0 || length < 0 || offset + length > size) {
            throw new InvalidDtypeException(
                    "a dtype's field at " + offset + " of " + length + " bytes, beyond " + size);
        }
    }

    /** Returns the text by which numpy makes this type again: {@code <f8}, {@code >M8[ns]}, {@code |S5}. */
    public String code() {
        String order = size <= 1 || kind == 'S' || kind == 'V' || kind == 'O' ? "|" : bigEndian ? ">" : "<";
        return switch (kind) {
            case 'O' -> "|O";
            case 'U' -> order + "U" + size / 4;
            case 'M', 'm' -> order + kind + "8" + unitText();
            default -> order + kind + size;
        };
    }

    private String unitText() {
        return unit.equals(GENERIC) ? "" : "[" + (multiple == 1 ? "" : multiple) + unit + "]";
    }

    /** Returns what {@code str(dtype)} is in Python. */
    public String name() {
        if (!fields.isEmpty()) {
            List<String> parts = new ArrayList<>();
            fields.forEach(field ->
                    parts.add("('" + field.name() + "', '" + field.dtype().code() + "')"));
            return "[" + String.join(", ", parts) + "]";
        } else if (part != null) {
            return "('" + part.dtype().code() + "', " + Shapes.text(part.shape()) + ")";
        } else if (bigEndian && size > 1 && "iufcMmU".indexOf(kind) >= 0) {
            return code();
        }
        return switch (kind) {
            case 'b' -> "bool";
            case 'i' -> "int" + size * 8;
            case 'u' -> "uint" + size * 8;
            case 'f' -> "float" + size * 8;
            case 'c' -> "complex" + size * 8;
            case 'M' -> "datetime64" + unitText();
            case 'm' -> "timedelta64" + unitText();
            case 'O' -> "object";
            default -> code();
        };
    }
}
