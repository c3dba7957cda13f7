package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Word;
import java.util.List;

/** Sends a request for each result, as the value that it is; what the requests give are the results from here on. */
final class EachRequest implements Stage {
    private final List<Word> statement;
    private final Stage next;
    private final FilterContext context;

    EachRequest(List<Word> statement, Stage next, FilterContext context) {
        this.statement = statement;
        this.next = next;
        this.context = context;
    }

    @Override
    public void accept(Outcome outcome) {
        context.run(statement, context.value(outcome)).forEach(next::accept);
    }

    @Override
    public void end() {
        next.end();
    }

    @Override
    public void close() {
        next.close();
    }
}
