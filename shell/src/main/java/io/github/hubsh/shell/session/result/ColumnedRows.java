package io.github.hubsh.shell.session.result;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows that know their columns, even where there is no row: a list of objects that came from a table. */
public interface ColumnedRows {
    /** Returns the names of the columns, each once, in the order of the objects' keys. */
    List<String> columnNames();

    /** Returns the names of those columns that hold moments, as texts in ISO 8601. */
    Set<String> moments();

    /**
     * Returns the table that the rows are, with the types of its columns; {@code null} where they are none any more.
     */
    @Nullable
    Object table();
}
