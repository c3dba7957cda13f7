package io.github.hubsh.core.protocol;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.Message;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of cells and what is expected in each. A row names its cell column by column, {@code *} for any; every cell
 * must be met by exactly one row.
 */
final class Cells {
    private final List<List<String>> rows;

    Cells(String table) {
        rows = table.lines()
                .map(row ->
                        Arrays.stream(row.split("\\|", -1)).map(String::strip).toList())
                .toList();
    }

    /** Returns the last column of the one row for this cell. */
    String expected(String... cell) {
        List<List<String>> met = rows.stream().filter(row -> meets(row, cell)).toList();
        if (met.size() != 1) {
            throw new AssertionError(met.size() + " rows for " + List.of(cell));
        }
        return met.get(0).get(cell.length);
    }

    /** A row that no cell meets is a mistake in the table. */
    int rows() {
        return rows.size();
    }

    int rowOf(String... cell) {
        for (int i = 0; i < rows.size(); i++) {
            if (meets(rows.get(i), cell)) {
                return i;
            }
        }
        return -1;
    }

    /** Writes a hub's actions in short: their kinds, and of a reply what it is. */
    static String shown(List<HubAction> actions) {
        return actions.stream()
                .map(action -> {
                    if (action instanceof HubAction.Reply reply) {
                        return "Reply(" + kind(reply.message()) + ")";
                    } else if (action instanceof HubAction.Forward forward) {
                        return forward.publish() ? "Forward+Publish" : "Forward";
                    }
                    return action.getClass().getSimpleName();
                })
                .collect(Collectors.joining(" "));
    }

    static String kind(Message message) {
        return message instanceof ExecuteReply reply && reply.error() != null
                ? "error"
                : message.header().type().wireName();
    }

    private static boolean meets(List<String> row, String... cell) {
        for (int i = 0; i < cell.length; i++) {
            boolean any = row.get(i).equals("*");
            if (!any && !Arrays.asList(row.get(i).split(",")).contains(cell[i])) {
                return false;
            }
        }
        return true;
    }
}
