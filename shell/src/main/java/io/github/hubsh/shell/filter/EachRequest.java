package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Word;
import java.util.List;

/** Sends a request for each result, as the value that it is; what the requests give are the results from here on. */
record EachRequest(List<Word> statement, Stage next, FilterContext context) implements StatelessStage {
    @Override
    public void accept(Outcome outcome) {
        context.run(statement, context.value(outcome)).forEach(next::accept);
    }
}
