package io.github.hubsh.shell.filter;

import io.github.hubsh.core.json.WholeText;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Hands bytes on as they are, and a text as its UTF-8, without a line end: what a file or a program expects. */
record AsBytes(Word name, Stage next, FilterContext context) implements StatelessStage {
    @Override
    public void accept(Outcome outcome) {
        Object value = plain(context.value(outcome));
        if (value instanceof Bytes bytes) {
            next.accept(new Outcome.Binary(bytes));
        } else if (value instanceof String text) {
            byte[] encoded = WholeText.of(text).getBytes(StandardCharsets.UTF_8);
            next.accept(new Outcome.Binary(Bytes.wrapping(encoded)));
        } else {
            throw new ShellException(Problem.BAD_DATA, "the result is neither bytes nor a text")
                    .pointing(name.place(0))
                    .hint("pick what you want of it first: r = …; $r.KEY | bytes > FILE");
        }
    }

    /** An object of a subclass of {@code str} is shown as its text, and leaves as it. */
    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Opaque opaque && opaque.plainValue() instanceof String text ? text : value;
    }
}
