package io.github.hubsh.shell.line;

import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line cut into words.
 *
 * @param statements the words of each statement; the last one may be empty
 * @param error the first thing wrong with the text itself, or {@code null}
 * @param unfinished whether the only error is that the line is incomplete
 */
public record LexedLine(
        List<List<Word>> statements, @Nullable ShellException error, boolean unfinished) {}
