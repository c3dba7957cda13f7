package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.assist.Completions;
import io.github.hubsh.shell.interpreter.Interpreter;
import io.github.hubsh.shell.line.Completeness;
import io.github.hubsh.shell.render.Sanitizer;
import io.github.hubsh.shell.session.PromptLanguage;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionMemory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EOFError;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Room {@code line} as JLine's parser and completer. For the thread that reads lines. */
final class LineAdapter implements Parser, Completer {
    private final Interpreter interpreter;
    private final Path directory;

    LineAdapter(Interpreter interpreter, Path directory) {
        this.interpreter = interpreter;
        this.directory = directory;
    }

    Session session() {
        return interpreter.session();
    }

    /** Returns what is known now. */
    SessionMemory memory() {
        return interpreter.session().memory();
    }

    /** Returns whether what is typed now is another language. */
    boolean isForeign() {
        return interpreter.session().program().promptLanguage() != null;
    }

    /** Parses for Enter, where an incomplete line continues below, and for Tab. */
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && interpreter.completeness(line) == Completeness.INCOMPLETE) {
            throw new EOFError(-1, -1, "the line is not complete");
        }
        Completions completion = context == ParseContext.COMPLETE
                ? complete(line, cursor)
                : new Completions(cursor, "", List.of(), false);
        return new TypedLine(line, cursor, completion);
    }

    private Completions complete(String line, int cursor) {
        Session session = interpreter.session();
        PromptLanguage dialect = session.program().promptLanguage();
        if (dialect == null) {
            return io.github.hubsh.shell.assist.Completer.complete(line, cursor, session.memory());
        }
        PromptLanguage.Suggestions found = dialect.complete(line, cursor, session);
        List<io.github.hubsh.shell.assist.Candidate> candidates = new ArrayList<>();
        for (PromptLanguage.Suggestion each : found.all()) {
            candidates.add(
                    new io.github.hubsh.shell.assist.Candidate(each.value(), each.description(), each.group(), false));
        }
        return new Completions(found.from(), line.substring(found.from(), cursor), candidates, false);
    }

    /** The shell's own parser reads a backslash; JLine must not remove it. */
    @Override
    public boolean isEscapeChar(char c) {
        return false;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (!(line instanceof TypedLine typed)) {
            return;
        }
        int order = candidates.size();
        List<io.github.hubsh.shell.assist.Candidate> all = typed.completion().candidates();
        boolean described = all.stream().anyMatch(each -> !each.description().isEmpty());
        for (io.github.hubsh.shell.assist.Candidate found : all) {
            // JLine obeys escape sequences in what it lists, and all of this comes from the network.
            String description = described ? Sanitizer.text(found.description()) : null;
            String shown = Sanitizer.text(found.value());
            String group = Sanitizer.text(found.group());
            candidates.add(new Candidate(found.value(), shown, group, description, null, null, found.whole(), order++));
        }
        if (typed.completion().files()) {
            FileCandidates.add(directory, typed.completion().typed(), candidates);
        }
    }
}
