package io.github.hubsh.shell.render;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.shell.session.result.Outcome;

/**
 * The broadcasts of one statement: a row each for people, an object each for programs. It remembers the rows that it
 * has made, because the next ones stand below them. Thread-safe.
 */
public final class BroadcastPage {
    private final BroadcastColumns columns = new BroadcastColumns();

    /** Returns the page of a {@link Outcome.Heard}, an {@link Outcome.Recorded} or an {@link Outcome.Exchange}. */
    public synchronized Page of(Outcome outcome, View view) {
        if (outcome instanceof Outcome.Heard heard) {
            return heard(heard, view);
        }
        if (outcome instanceof Outcome.Recorded recorded) {
            return isForProgram(view) ? Page.ofData(json(recorded, view)) : heard(recorded.heard(), view);
        }
        return outcome instanceof Outcome.Exchange exchange ? exchange(exchange, view) : Renderer.render(outcome, view);
    }

    private Page heard(Outcome.Heard heard, View view) {
        if (view.format() == OutputFormat.RAW) {
            String raw = heard.broadcast().raw();
            return Page.ofData(StyledLine.of(view.terminal() ? Sanitizer.text(raw) : raw));
        }
        if (isForProgram(view)) {
            return Page.ofData(Renderer.json(heard.broadcast().facts(ContentData::decodeOrExplain), view));
        }
        columns.know(heard.names());
        return Page.ofData(BroadcastRow.of(heard.broadcast(), columns, view));
    }

    private static boolean isForProgram(View view) {
        return view.format() == OutputFormat.JSON || (!view.terminal() && view.format() != OutputFormat.RAW);
    }

    private static StyledLine json(Outcome.Recorded recorded, View view) {
        return StyledLine.of(view.terminal() ? Sanitizer.text(recorded.json()) : recorded.json());
    }

    private Page exchange(Outcome.Exchange exchange, View view) {
        if (view.format() != OutputFormat.AUTO || !view.terminal()) {
            return Renderer.render(Outcome.value(exchange.facts()), view);
        }
        columns.know(exchange.names());
        return Page.ofData(BroadcastRow.of(exchange, columns, view));
    }
}
