package io.github.hubsh.shell.session;

import java.util.List;
import java.util.Set;

/** Rows that know their columns, even where there is no row: a list of objects that came from a table. */
public interface ColumnedRows {
    /** Returns the names of the columns, each once, in the order of the objects' keys. */
    List<String> columnNames();

    /** Returns the names of those columns that hold moments, as texts in ISO 8601. */
    Set<String> moments();
}
