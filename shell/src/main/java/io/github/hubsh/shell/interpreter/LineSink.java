package io.github.hubsh.shell.interpreter;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.filter.Stage;
import io.github.hubsh.shell.line.Redirect;
import io.github.hubsh.shell.render.Renderer;
import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.session.result.Outcome;

/**
 * The end of a chain in a file, of a verb that shows results while it runs: each is written at once, as a pipe would
 * get it, so the file has what was shown even if the process is killed.
 */
final class LineSink implements Stage {
    private final StreamedFile file;
    private final Presenter presenter;

    /** Makes sure that the file can be written, before anything is heard. */
    LineSink(Redirect redirect, FileAccess files, Presenter presenter) {
        this.file = new StreamedFile(redirect, files);
        this.presenter = presenter;
    }

    @Override
    public void accept(Outcome outcome) {
        if (outcome instanceof Outcome.Binary binary) {
            file.write(binary.content().toArray());
        } else {
            boolean json = file.isNamed(".jsonl") && presenter.writesJson();
            file.write(json ? json(outcome) + "\n" : presenter.piped(outcome));
        }
    }

    private static String json(Outcome outcome) {
        return outcome instanceof Outcome.Recorded recorded ? recorded.json() : Json.write(Renderer.value(outcome));
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
