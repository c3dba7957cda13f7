package io.github.hubsh.core.pickle;

import io.github.hubsh.core.value.BoundedList;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.FrozenSet;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.NamedDict;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PythonScalar;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.NumpyScalar;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as a pickle of protocol 2, which Python 2.7 and every Python 3 read.
 *
 * <p>A container that occurs twice is written once and remembered, so that a value is never written larger than it is.
 * One that contains itself is refused: nothing that a person or a script means to send does. One writer writes one
 * pickle, on one thread.
 */
public final class PickleWriter {
    private static final int MAX_DEPTH = 500;
    private static final Set<String> FACTORIES = Set.of(
            "builtins.list",
            "builtins.dict",
            "builtins.set",
            "builtins.tuple",
            "builtins.int",
            "builtins.float",
            "builtins.bool",
            "builtins.str");

    private final PickleOutput out = new PickleOutput();
    private final TimeWriter times = new TimeWriter(out);
    private final TableWriter tables = new TableWriter(this, out);
    private final ObjectWriter objects = new ObjectWriter(this, out);
    private final IdentityHashMap<Object, Integer> written = new IdentityHashMap<>();
    private final Set<Object> path = Collections.newSetFromMap(new IdentityHashMap<>());

    private PickleWriter() {}

    /**
     * Writes a value of the types that the content package lists, or of a Java type that is plainly one of them: any
     * {@link Number} of the language, {@link CharSequence}, arrays, {@link java.time.Instant} and
     * {@link java.time.ZonedDateTime}. Nanoseconds are cut to microseconds, which is what Python has.
     *
     * @throws ContentException where a value contains itself, has no counterpart in Python, or is too deep or too large
     */
    public static byte[] write(@Nullable Object value) throws ContentException {
        PickleWriter writer = new PickleWriter();
        writer.out.code(Opcode.PROTO).raw(2);
        writer.value(value);
        return writer.out.code(Opcode.STOP).toByteArray();
    }

    void value(@Nullable Object value) throws ContentException {
        if (value == null) {
            out.code(Opcode.NONE);
        } else if (value instanceof Boolean truth) {
            out.code(truth ? Opcode.NEWTRUE : Opcode.NEWFALSE);
        } else if (value instanceof CharSequence || value instanceof Character) {
            out.text(value.toString());
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Bytes bytes) {
            bytes(bytes);
        } else if (value instanceof byte[] bytes) {
            bytes(Bytes.of(bytes));
        } else if (value instanceof Collection
                || value instanceof Map
                || value instanceof Series
                || value instanceof DataFrame
                || value.getClass().isArray()) {
            container(value);
        } else if (value instanceof Opaque opaque) {
            Object under = opaque.plainValue();
            if (under == null) {
                container(opaque);
            } else {
                value(under);
            }
        } else if (value instanceof Global global) {
            objects.global(global);
        } else if (value instanceof PythonScalar scalar) {
            value(scalar.origin());
        } else if (value instanceof NumpyScalar scalar) {
            numpy(scalar);
        } else if (value instanceof ZoneId zone && !(zone instanceof ZoneOffset)) {
            objects.zone(zone);
        } else if (!times.write(value)) {
            throw new ContentException("a pickle cannot hold " + QuotedText.type(value));
        }
    }

    private void numpy(NumpyScalar scalar) throws ContentException {
        if (times.write(scalar)) {
            return;
        }
        out.global("numpy", scalar.className());
        value(Tuple.of(scalar.value()));
        out.code(Opcode.REDUCE);
    }

    private void number(Number number) throws ContentException {
        if (number instanceof Double || number instanceof Float) {
            out.float64(number.doubleValue());
        } else if (number instanceof BigInteger big) {
            out.integer(big);
        } else if (number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte) {
            out.integer(number.longValue());
        } else if (!times.write(number)) {
            throw new ContentException("a pickle cannot hold " + QuotedText.type(number));
        }
    }

    /** Both Pythons make bytes of text this way: protocol 2 has no opcode for bytes that Python 3 reads as such. */
    void bytes(Bytes bytes) throws ContentException {
        if (bytes.isBytearray()) {
            out.global("__builtin__", "bytearray").text(bytes.toLatin1()).text("latin-1");
        } else {
            out.global("_codecs", "encode").text(bytes.toLatin1()).text("latin1");
        }
        out.code(Opcode.TUPLE2).code(Opcode.REDUCE);
    }

    private void container(Object container) throws ContentException {
        Integer known = written.get(container);
        if (known != null) {
            out.get(known);
            return;
        } else if (path.size() == MAX_DEPTH) {
            throw new ContentException("a pickle of containers more than " + MAX_DEPTH + " deep");
        } else if (!path.add(container)) {
            throw new ContentException("a container that contains itself");
        }
        elements(container);
        path.remove(container);
        out.put(written.size());
        written.put(container, written.size());
    }

    private void elements(Object container) throws ContentException {
        if (container instanceof Opaque object) {
            objects.object(object);
        } else if (tables.write(container)) {
            return;
        } else if (container instanceof NamedDict named) {
            named(named);
        } else if (container instanceof Map<?, ?> map) {
            out.code(Opcode.EMPTY_DICT);
            entries(map);
        } else if (container instanceof BoundedList bounded) {
            bounded(bounded);
        } else if (container instanceof Tuple tuple) {
            out.code(Opcode.MARK);
            values(tuple);
            out.code(Opcode.TUPLE);
        } else if (container instanceof Set<?> set) {
            set(set, set instanceof FrozenSet ? "frozenset" : "set");
        } else if (container instanceof Collection<?> list) {
            list(list);
        } else {
            array(container);
        }
    }

    private void named(NamedDict dict) throws ContentException {
        String name = dict.className().substring(dict.className().lastIndexOf('.') + 1);
        Global factory = dict.factory();
        out.global("collections", name).code(Opcode.MARK);
        if (factory != null) {
            factory(factory.name());
        }
        out.code(Opcode.TUPLE).code(Opcode.REDUCE);
        entries(dict);
    }

    /** A factory is called where the dict is used, so only plain types of Python are passed on. */
    private void factory(String name) throws ContentException {
        if (!FACTORIES.contains(name)) {
            throw new ContentException("a pickle cannot hold a defaultdict of " + name);
        }
        out.global("__builtin__", name.substring("builtins.".length()));
    }

    private void bounded(BoundedList list) throws ContentException {
        out.global("collections", "deque");
        list(list);
        value(list.maxLength());
        out.code(Opcode.TUPLE2).code(Opcode.REDUCE);
    }

    private void entries(Map<?, ?> map) throws ContentException {
        out.code(Opcode.MARK);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            key(entry.getKey());
            value(entry.getValue());
        }
        out.code(Opcode.SETITEMS);
    }

    private void set(Set<?> elements, String type) throws ContentException {
        out.global("__builtin__", type).code(Opcode.EMPTY_LIST).code(Opcode.MARK);
        for (Object element : elements) {
            key(element);
        }
        out.code(Opcode.APPENDS).code(Opcode.TUPLE1).code(Opcode.REDUCE);
    }

    /** Refuses here what Python would refuse at the other end: a key must be hashable. */
    private void key(@Nullable Object key) throws ContentException {
        if (key instanceof Map || (key instanceof List && !(key instanceof Tuple))) {
            throw new ContentException(QuotedText.type(key) + " cannot be a key in Python");
        } else if (key instanceof Set<?> set && !(key instanceof FrozenSet)) {
            set(set, "frozenset");
        } else {
            value(key);
        }
    }

    void list(Iterable<?> elements) throws ContentException {
        out.code(Opcode.EMPTY_LIST).code(Opcode.MARK);
        values(elements);
        out.code(Opcode.APPENDS);
    }

    void values(Iterable<?> elements) throws ContentException {
        for (Object element : elements) {
            value(element);
        }
    }

    private void array(Object array) throws ContentException {
        out.code(Opcode.EMPTY_LIST).code(Opcode.MARK);
        for (int i = 0; i < Array.getLength(array); i++) {
            value(Array.get(array, i));
        }
        out.code(Opcode.APPENDS);
    }
}
