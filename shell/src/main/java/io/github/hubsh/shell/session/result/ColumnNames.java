package io.github.hubsh.shell.session.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Distinct names for the columns of a table. A name that stands there again becomes {@code a.1}, {@code a.2}, as pandas
 * reads such a file; a label of the index gives way to a column.
 */
final class ColumnNames {
    private ColumnNames() {}

    /** Returns a name for each label of the index, and then one for each column. */
    static List<String> distinct(List<String> labels, List<String> columns) {
        List<String> all = new ArrayList<>(columns);
        all.addAll(labels);
        Set<String> real = new HashSet<>(all);
        Set<String> used = new HashSet<>();
        Map<String, Integer> numbers = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (String name : all) {
            String free = name;
            while (!used.add(free)) {
                String next = name + "." + numbers.merge(name, 1, Integer::sum);
                // A column that is really called so keeps its name.
                free = real.contains(next) ? free : next;
            }
            names.add(free);
        }
        List<String> inOrder = new ArrayList<>(names.subList(columns.size(), names.size()));
        inOrder.addAll(names.subList(0, columns.size()));
        return inOrder;
    }
}
