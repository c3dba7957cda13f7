package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.filter.Stage;
import io.github.hubsh.shell.line.Redirect;
import io.github.hubsh.shell.render.Renderer;
import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.session.io.FileEdges;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.Rows;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The end of a chain in a file of comma-separated values, of a verb that shows results while it runs: each result is
 * one row, or the rows of a table, and written at once. The first one gives the header. A column that comes later is
 * added to the header and to the rows before, unless they are those of an older file.
 */
final class CsvSink implements Stage {
    private final StreamedFile file;

    // Mutable state
    private @Nullable List<String> header;
    private boolean continues;

    /** Makes sure that the file can be written, before anything is heard. */
    CsvSink(Redirect redirect, FileAccess files) {
        this.file = new StreamedFile(redirect, files);
    }

    @Override
    public void accept(Outcome outcome) {
        try {
            write(rows(Renderer.value(outcome)));
        } catch (ShellException wrong) {
            throw wrong.pointing(file.place());
        }
    }

    private static @Nullable Object rows(@Nullable Object value) {
        return value instanceof Map<?, ?> && Rows.of(value) == null ? List.of(value) : value;
    }

    private void write(@Nullable Object rows) {
        List<String> columns = CsvText.columns(rows);
        if (columns.isEmpty()) {
            return;
        }
        List<String> known = header;
        if (known == null) {
            begin(columns);
        } else if (!Set.copyOf(known).containsAll(columns)) {
            add(known, columns);
        }
        file.write(CsvText.rows(rows, header == null ? columns : header));
    }

    private void begin(List<String> columns) {
        FileEdges before = file.appends() ? file.edges() : FileEdges.EMPTY;
        continues = !before.head().isBlank();
        List<String> known = continues ? CsvHeader.of(before.head()) : columns;
        if (!Set.copyOf(known).containsAll(columns)) {
            CsvText.requireColumns(known, columns);
        }
        header = known;
        // A last line without its end would take the next row as its own.
        file.write(!continues ? CsvText.header(columns) : before.endsLine() ? "" : "\n");
    }

    private void add(List<String> known, List<String> columns) {
        if (continues || file.edges().head().isBlank()) {
            CsvText.requireColumns(known, columns);
        }
        List<String> all = new ArrayList<>(known);
        columns.stream().filter(Predicate.not(Set.copyOf(known)::contains)).forEach(all::add);
        file.replace(CsvText.widened(file.text(), all, all.size() - known.size()));
        header = all;
    }

    @Override
    public void end() {
        file.write("");
    }

    @Override
    public void close() {
        file.close();
    }
}
