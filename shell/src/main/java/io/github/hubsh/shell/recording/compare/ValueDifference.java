package io.github.hubsh.shell.recording.compare;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.BoundedList;
import io.github.hubsh.core.value.NamedDict;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.recording.ValuePath;
import io.github.hubsh.shell.recording.compare.Difference.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where two values differ: dicts by key, lists, tuples and arrays by index, sets by their elements, tables cell by cell
 * under row label and column name. What Python's {@code ==} takes for equal is equal: an {@code OrderedDict} with the
 * keys of a dict, an int and the float of that number. For one thread.
 */
public final class ValueDifference {
    static final int MAX_DIFFERENCES = 100;
    private static final int MAX_DEPTH = 500;

    private final SameValues rules;
    private final Predicate<ValuePath> ignored;
    private final List<Difference> found = new ArrayList<>();

    // Mutable state: pairs that were compared, since a value may contain itself, or one part many times
    private final IdentityHashMap<Object, IdentityHashMap<Object, Boolean>> compared = new IdentityHashMap<>();

    private ValueDifference(SameValues rules, Predicate<ValuePath> ignored) {
        this.rules = rules;
        this.ignored = ignored;
    }

    /** Returns the differences in the order of the recorded value, at most {@link #MAX_DIFFERENCES}. */
    public static List<Difference> of(
            @Nullable Object recorded, @Nullable Object now, SameValues rules, Predicate<ValuePath> ignored) {
        ValueDifference difference = new ValueDifference(rules, ignored);
        difference.compare(recorded, now, ValuePath.ROOT);
        return difference.found;
    }

    private void compare(@Nullable Object recorded, @Nullable Object now, ValuePath path) {
        if (!isFull() && path.steps().size() <= MAX_DEPTH && !ignored.test(path) && !isKnown(recorded, now)) {
            compareTypes(TypedScalar.plain(recorded), TypedScalar.plain(now), path);
        }
    }

    private void compareTypes(@Nullable Object recorded, @Nullable Object now, ValuePath path) {
        if (recorded instanceof Map<?, ?> before && now instanceof Map<?, ?> after) {
            compareMaps(before, after, path);
        } else if (recorded instanceof Set<?> before && now instanceof Set<?> after) {
            compareSets(before, after, path);
        } else if (recorded instanceof List<?> before && now instanceof List<?> after) {
            compareLists(before, after, path);
        } else if (recorded instanceof Series before && now instanceof Series after) {
            compareSeries(before, after, path);
        } else if (recorded instanceof DataFrame before && now instanceof DataFrame after) {
            compareFrames(before, after, path);
        } else if (recorded instanceof Opaque before && now instanceof Opaque after && !isPlain(before)) {
            compareObjects(before, after, path);
        } else if (!rules.areSame(recorded, now, path.name())) {
            add(path, Kind.CHANGED, recorded, now);
        }
    }

    /** An object that is a text or a number in Python is compared as one. */
    private static boolean isPlain(Opaque object) {
        return object.plainValue() != null || PythonEquality.number(object) != null;
    }

    private void compareMaps(Map<?, ?> recorded, Map<?, ?> now, ValuePath path) {
        Map<Object, Map.Entry<?, ?>> after = new HashMap<>();
        now.entrySet().forEach(entry -> after.put(PythonEquality.key(entry.getKey()), entry));
        for (Map.Entry<?, ?> entry : recorded.entrySet()) {
            Map.Entry<?, ?> other = after.remove(PythonEquality.key(entry.getKey()));
            ValuePath part = path.then(step(entry.getKey()));
            if (other != null) {
                compare(entry.getValue(), other.getValue(), part);
            } else if (!isNothing(recorded, now, entry.getValue())) {
                add(part, Kind.MISSING, entry.getValue(), null);
            }
        }
        for (Map.Entry<?, ?> entry : now.entrySet()) {
            boolean isNew = after.containsKey(PythonEquality.key(entry.getKey()));
            if (isNew && !isNothing(recorded, now, entry.getValue())) {
                add(path.then(step(entry.getKey())), Kind.ADDED, null, entry.getValue());
            }
        }
        if (after.isEmpty() && recorded.size() == now.size() && areOrdered(recorded, now)) {
            compareOrder(recorded, now, path);
        }
    }

    /** A Counter has a count of 0 for what it does not have. */
    private static boolean isNothing(Map<?, ?> recorded, Map<?, ?> now, @Nullable Object value) {
        return isOf("collections.Counter", recorded)
                && isOf("collections.Counter", now)
                && PythonEquality.equal(PythonEquality.plain(value), 0L);
    }

    /** Only of two OrderedDicts the order counts. */
    private static boolean areOrdered(Map<?, ?> recorded, Map<?, ?> now) {
        return isOf("collections.OrderedDict", recorded) && isOf("collections.OrderedDict", now);
    }

    private static boolean isOf(String className, Map<?, ?> map) {
        return map instanceof NamedDict dict && dict.className().equals(className);
    }

    private void compareOrder(Map<?, ?> recorded, Map<?, ?> now, ValuePath path) {
        Iterator<?> after = now.keySet().iterator();
        for (Object key : recorded.keySet()) {
            if (!PythonEquality.key(key).equals(PythonEquality.key(after.next()))) {
                add(path, Kind.CHANGED, new ArrayList<>(recorded.keySet()), new ArrayList<>(now.keySet()));
                return;
            }
        }
    }

    /** What only one of both has is compared in pairs: ids and dates are never found again. */
    private void compareSets(Set<?> recorded, Set<?> now, ValuePath path) {
        Map<Object, @Nullable Object> before = keyed(recorded);
        Map<Object, @Nullable Object> after = keyed(now);
        Set<Object> common = Set.copyOf(before.keySet());
        before.keySet().removeAll(after.keySet());
        after.keySet().removeAll(common);
        Iterator<?> others = new ArrayList<>(after.values()).iterator();
        boolean same = before.size() == after.size();
        for (Object each : before.values()) {
            same = same && rules.areSame(each, others.next(), path.name());
        }
        if (!same) {
            add(path, Kind.CHANGED, recorded, now);
        }
    }

    private static Map<Object, @Nullable Object> keyed(Set<?> set) {
        Map<Object, @Nullable Object> keyed = new LinkedHashMap<>();
        set.forEach(each -> keyed.put(PythonEquality.key(each), each));
        return keyed;
    }

    private void compareLists(List<?> recorded, List<?> now, ValuePath path) {
        if (family(recorded) != family(now)) {
            add(path, Kind.CHANGED, recorded, now);
            return;
        }
        for (int i = 0; i < Math.max(recorded.size(), now.size()) && !isFull(); i++) {
            if (i < recorded.size() && i < now.size()) {
                compare(recorded.get(i), now.get(i), path.then(i));
            } else if (i < recorded.size()) {
                add(path.then(i), Kind.MISSING, recorded.get(i), null);
            } else {
                add(path.then(i), Kind.ADDED, null, now.get(i));
            }
        }
    }

    /** Python never takes a tuple for equal to a list. */
    private static Class<?> family(List<?> list) {
        if (list instanceof Column) {
            return Column.class;
        }
        return list instanceof Tuple ? Tuple.class : list instanceof BoundedList ? BoundedList.class : List.class;
    }

    private void compareSeries(Series recorded, Series now, ValuePath path) {
        compareRows(
                recorded.index(),
                now.index(),
                path,
                (row, at) -> compare(recorded.values().get(row), now.values().get(row), at));
    }

    private void compareFrames(DataFrame recorded, DataFrame now, ValuePath path) {
        // Several columns may have one name: their order tells them apart.
        Map<Object, Deque<Integer>> places = new HashMap<>();
        for (int i = 0; i < now.columns().size(); i++) {
            places.computeIfAbsent(PythonEquality.key(now.columns().get(i)), key -> new ArrayDeque<>())
                    .add(i);
        }
        List<Column> before = recorded.data();
        List<Column> after = now.data();
        List<Integer> common = new ArrayList<>();
        for (Object name : recorded.columns()) {
            Integer place = places.getOrDefault(PythonEquality.key(name), new ArrayDeque<>())
                    .poll();
            common.add(place == null ? -1 : place);
            if (place == null) {
                add(path.then(step(name)), Kind.MISSING, "a column", null);
            }
        }
        places.values().stream()
                .flatMap(Deque::stream)
                .sorted()
                .forEach(place -> add(path.then(step(now.columns().get(place))), Kind.ADDED, null, "a column"));
        compareRows(recorded.index(), now.index(), path, (row, at) -> {
            for (int i = 0; i < before.size(); i++) {
                if (common.get(i) >= 0) {
                    ValuePath cell = at.then(step(recorded.columns().get(i)));
                    compare(before.get(i).get(row), after.get(common.get(i)).get(row), cell);
                }
            }
        });
    }

    /** What is done with a row that both tables have. */
    private interface RowComparison {
        void compare(int row, ValuePath at);
    }

    private void compareRows(List<?> recorded, List<?> now, ValuePath path, RowComparison rows) {
        for (int i = 0; i < Math.max(recorded.size(), now.size()) && !isFull(); i++) {
            if (i >= now.size()) {
                add(path.then(step(recorded.get(i))), Kind.MISSING, "a row", null);
            } else if (i >= recorded.size()) {
                add(path.then(step(now.get(i))), Kind.ADDED, null, "a row");
            } else if (rules.areSame(recorded.get(i), now.get(i), "")) {
                rows.compare(i, path.then(step(recorded.get(i))));
            } else {
                add(path.then(step(recorded.get(i))), Kind.CHANGED, label(recorded.get(i)), label(now.get(i)));
            }
        }
    }

    private static String label(@Nullable Object label) {
        return "the row " + Json.display(label);
    }

    private void compareObjects(Opaque recorded, Opaque now, ValuePath path) {
        if (!recorded.className().equals(now.className())) {
            add(path, Kind.CHANGED, recorded, now);
            return;
        }
        compare(recorded.arguments(), now.arguments(), path.then("args"));
        compare(recorded.state(), now.state(), path);
        compare(recorded.items(), now.items(), path);
        compare(recorded.entries(), now.entries(), path);
    }

    private static Object step(@Nullable Object key) {
        if (key instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE) {
            return number.intValue();
        }
        return key instanceof String ? key : Json.display(key);
    }

    /** Returns whether the same two containers were met before. */
    private boolean isKnown(@Nullable Object recorded, @Nullable Object now) {
        boolean container = recorded instanceof Map || recorded instanceof List || recorded instanceof Opaque;
        if (!container || now == null) {
            return false;
        }
        return compared.computeIfAbsent(recorded, key -> new IdentityHashMap<>())
                        .put(now, true)
                != null;
    }

    private boolean isFull() {
        return found.size() >= MAX_DIFFERENCES;
    }

    private void add(ValuePath path, Kind kind, @Nullable Object recorded, @Nullable Object now) {
        if (!isFull() && !ignored.test(path)) {
            found.add(new Difference(path, kind, recorded, now));
        }
    }
}
