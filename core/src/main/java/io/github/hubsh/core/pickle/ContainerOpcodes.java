package io.github.hubsh.core.pickle;

import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.FrozenSet;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists, tuples, dicts and sets; and the items and entries of objects that are lists or dicts underneath. */
final class ContainerOpcodes {
    private static final Tuple EMPTY = Tuple.of();

    private final PickleStack stack;
    private final Keys keys;

    ContainerOpcodes(PickleStack stack, Keys keys) {
        this.stack = stack;
        this.keys = keys;
    }

    void run(Opcode opcode) throws ContentException {
        switch (opcode) {
            case EMPTY_LIST -> stack.push(new ArrayList<>(0));
            case LIST -> stack.push(stack.popToMark());
            case APPEND -> extend(stack.popTuple(1));
            case APPENDS -> extend(stack.popToMark());
            case EMPTY_TUPLE -> stack.push(EMPTY);
            case TUPLE -> stack.push(Tuple.copyOf(stack.popToMark()));
            case TUPLE1 -> stack.push(stack.popTuple(1));
            case TUPLE2 -> stack.push(stack.popTuple(2));
            case TUPLE3 -> stack.push(stack.popTuple(3));
            case EMPTY_DICT -> stack.push(new LinkedHashMap<>());
            case DICT -> dict(stack.popToMark());
            case SETITEM -> setItems(stack.popTuple(2));
            case SETITEMS -> setItems(stack.popToMark());
            case EMPTY_SET -> stack.push(new LinkedHashSet<>());
            case ADDITEMS -> addItems(stack.popToMark());
            case FROZENSET -> frozenSet(stack.popToMark());
            default -> throw new ContentException("not a container");
        }
    }

    @SuppressWarnings("unchecked")
    private void extend(List<@Nullable Object> added) throws ContentException {
        Object target = stack.peek();
        if (target instanceof ArrayList<?> list) {
            ((List<@Nullable Object>) list).addAll(added);
        } else if (target instanceof Opaque opaque) {
            opaque.items().addAll(added);
        } else {
            throw new ContentException("cannot append to " + QuotedText.type(target));
        }
    }

    private void dict(List<@Nullable Object> keysAndValues) throws ContentException {
        stack.push(new LinkedHashMap<>());
        setItems(keysAndValues);
    }

    @SuppressWarnings("unchecked")
    private void setItems(List<@Nullable Object> keysAndValues) throws ContentException {
        Object target = stack.peek();
        if (target instanceof LinkedHashMap<?, ?> map) {
            putAll((Map<@Nullable Object, @Nullable Object>) map, keysAndValues);
        } else if (target instanceof Opaque opaque) {
            putAll(opaque.entries(), keysAndValues);
        } else {
            throw new ContentException("cannot set an item of " + QuotedText.type(target));
        }
    }

    private void putAll(Map<@Nullable Object, @Nullable Object> map, List<@Nullable Object> keysAndValues)
            throws ContentException {
        if (keysAndValues.size() % 2 != 0) {
            throw new ContentException("a key without a value");
        }
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            keys.put(map, keysAndValues.get(i), keysAndValues.get(i + 1));
        }
    }

    @SuppressWarnings("unchecked")
    private void addItems(List<@Nullable Object> added) throws ContentException {
        Object target = stack.peek();
        if (target instanceof LinkedHashSet<?> set) {
            for (Object item : added) {
                keys.add((Set<@Nullable Object>) set, item);
            }
        } else if (target instanceof Opaque opaque) {
            opaque.items().addAll(added);
        } else {
            throw new ContentException("cannot add to " + QuotedText.type(target));
        }
    }

    private void frozenSet(List<@Nullable Object> items) throws ContentException {
        stack.push(FrozenSet.copyOf(keys.setOf(items)));
    }
}
