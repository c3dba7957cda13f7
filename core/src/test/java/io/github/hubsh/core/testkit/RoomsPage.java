package io.github.hubsh.core.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The table of one module's rooms on a Markdown page: room, one line about it, the rooms it may use, the libraries.
 * People write the second column; the others are a copy of the table that the test holds the classes to.
 */
final class RoomsPage {
    private static final String NONE = "–";
    private static final String LINE_MISSING = "(one line about it)";
    private static final int COLUMNS = 4;

    private final String module;
    private final Map<String, String> rows = new LinkedHashMap<>();
    private final Map<String, String> lines = new LinkedHashMap<>();

    /**
     * Reads the rows below the heading that is the module's name.
     *
     * @param page Markdown
     */
    RoomsPage(String page, String module) {
        this.module = module;
        boolean inside = false;
        for (String line : page.lines().toList()) {
            if (line.startsWith("#")) {
                inside = line.matches("#+ `?" + module + "`?");
            } else if (inside && line.startsWith("| `")) {
                read(line);
            }
        }
    }

    /** Returns the row that is right for a room, with the page's own line about it. */
    String row(String room, Collection<String> uses, Collection<String> libraries) {
        String line = lines.getOrDefault(room, LINE_MISSING);
        return "| `" + room + "` | " + line + " | " + cell(uses) + " | " + cell(libraries) + " |";
    }

    /** Fails where the page has other rows than these, or a room without a line about it. */
    void check(Map<String, String> expected) {
        List<String> wrong = new ArrayList<>();
        expected.forEach((room, row) -> {
            if (!row.equals(rows.get(room)) || row.contains(LINE_MISSING)) {
                wrong.add(row);
            }
        });
        rows.keySet().stream()
                .filter(room -> !expected.containsKey(room))
                .forEach(room -> wrong.add("no room any more: " + room));
        if (!wrong.isEmpty()) {
            throw new AssertionError("the page's table of " + module + " should have these rows:\n"
                    + wrong.stream().collect(Collectors.joining("\n")));
        }
    }

    private void read(String row) {
        String[] cells = row.substring(1).split("\\|", -1);
        if (cells.length != COLUMNS + 1) {
            throw new AssertionError("not " + COLUMNS + " columns: " + row);
        }
        String room = cells[0].strip().replace("`", "");
        if (rows.put(room, row) != null) {
            throw new AssertionError("there are two rows about " + room);
        }
        String line = cells[1].strip();
        if (!line.isEmpty()) {
            lines.put(room, line);
        }
    }

    /** Rooms of the module come first, those of others (with a dot) after them. */
    private static String cell(Collection<String> names) {
        Comparator<String> order = Comparator.<String, Boolean>comparing(name -> name.contains("."))
                .thenComparing(Comparator.naturalOrder());
        return names.isEmpty()
                ? NONE
                : names.stream().sorted(order).map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
