package io.github.hubsh.shell.interpreter;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.json.WholeText;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.shell.filter.Stage;
import io.github.hubsh.shell.line.Redirect;
import io.github.hubsh.shell.render.Renderer;
import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.session.io.FileEdges;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.ShellException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The end of a chain in a file: one document per statement, text and bytes as they are. Comes behind a gathering stage.
 */
final class FileSink implements Stage {
    private final Redirect redirect;
    private final FileAccess files;
    private final Presenter presenter;

    /** Makes sure that the file can be written, before anything is sent. */
    FileSink(Redirect redirect, FileAccess files, Presenter presenter) {
        this.redirect = redirect;
        this.files = files;
        this.presenter = presenter;
        try {
            files.requireWritable(redirect.file().text());
        } catch (ShellException unwritable) {
            throw unwritable.pointing(redirect.file().place(0));
        }
    }

    @Override
    public void accept(Outcome outcome) {
        try {
            files.write(redirect.file().text(), content(outcome), redirect.append());
        } catch (ShellException failed) {
            throw failed.pointing(redirect.file().place(0));
        }
    }

    private byte[] content(Outcome outcome) {
        boolean isDocument = isNamed(".json") || isNamed(".jsonl") || isNamed(".csv") || !presenter.writesPlainly();
        return !isDocument && outcome instanceof Outcome.Value result && result.value() instanceof Bytes bytes
                ? bytes.toArray()
                : WholeText.of(document(outcome)).getBytes(StandardCharsets.UTF_8);
    }

    private String document(Outcome outcome) {
        if (outcome instanceof Outcome.Text text) {
            return String.join("\n", text.lines()) + "\n";
        }
        Object value = outcome instanceof Outcome.Value result ? result.value() : null;
        if (isNamed(".csv")) {
            return csv(value);
        }
        if (isNamed(".jsonl") && outcome instanceof Outcome.Value && presenter.writesJson()) {
            List<?> lines = value instanceof List<?> list ? list : Collections.singletonList(value);
            return lines.stream().map(element -> Json.write(element) + "\n").collect(Collectors.joining());
        }
        if (isNamed(".json") && presenter.writesJson()) {
            return Json.write(Renderer.value(outcome)) + "\n";
        }
        String written = presenter.piped(outcome);
        return value instanceof String text && written.equals(text + "\n") && text.endsWith("\n")
                ? text
                : written.isEmpty() ? "null\n" : written;
    }

    private boolean isNamed(String ending) {
        return StreamedFile.isNamed(redirect, ending);
    }

    private String csv(@Nullable Object value) {
        FileEdges before = redirect.append() ? files.edges(redirect.file().text()) : FileEdges.EMPTY;
        if (before.head().isBlank()) {
            return CsvText.of(value, null);
        }
        String more = CsvText.of(value, CsvHeader.of(before.head()));
        // A last line without its end would take the next row as its own.
        return more.isEmpty() || before.endsLine() ? more : "\n" + more;
    }

    @Override
    public void end() {
        // Everything has been written.
    }
}
