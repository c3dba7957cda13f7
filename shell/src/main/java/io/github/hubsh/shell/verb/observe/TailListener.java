package io.github.hubsh.shell.verb.observe;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.BroadcastFilter;
import io.github.hubsh.shell.session.Outcome;
import io.github.hubsh.shell.session.ResultCondition;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.TimedBroadcast;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code tail} makes of the broadcasts that it hears: shows them, pairs them, or writes them as commands. */
final class TailListener {
    private final TailFilter filter;
    private final Session session;
    private final List<String> names;
    private final @Nullable RequestReplyPairs pairs;
    private final boolean asCommands;
    private final @Nullable ResultCondition condition;

    TailListener(Arguments arguments, Session session) {
        this.filter = TailFilter.of(arguments);
        this.names = session.memory().catalog().plugins();
        this.session = session;
        this.pairs = arguments.has("--pairs") ? new RequestReplyPairs(filter.ofRequests(), names) : null;
        this.asCommands = arguments.has("--as-commands");
        Word where = arguments.word("--where");
        this.condition = asCommands && where != null ? session.language().condition(where) : null;
        Word both = arguments.word("--as-commands");
        if (pairs != null && both != null) {
            throw ShellException.at(both.place(0), "expected either --pairs or --as-commands");
        }
    }

    /** Returns what to listen to: a pair needs both sides. */
    BroadcastFilter filter() {
        if (pairs != null) {
            return BroadcastFilter.EVERYTHING;
        }
        return asCommands ? filter.ofRequests().beforeReading() : filter.beforeReading();
    }

    /** Takes a broadcast; returns how many results it led to. */
    int heard(TimedBroadcast broadcast) {
        if (pairs != null) {
            Outcome.Exchange pair = pairs.take(broadcast);
            int shown = show(pairs.overdue(broadcast.time()));
            return pair == null ? shown : shown + show(List.of(pair));
        }
        if (!filter.accepts(broadcast.message())) {
            return 0;
        }
        if (asCommands && broadcast.message() instanceof ExecuteRequest request) {
            if (condition != null && !condition.holds(broadcast.facts(ContentData::decodeOrExplain))) {
                return 0;
            }
            session.io().display().show(new Outcome.Text(List.of(CommandLines.line(request, session.language()))));
        } else {
            session.io().display().show(new Outcome.Heard(broadcast, names));
        }
        return 1;
    }

    /** Takes the time in which nothing came; returns how many results it led to. */
    int idle() {
        return pairs == null ? 0 : show(pairs.overdue(Instant.now()));
    }

    /** Shows what is still unanswered. */
    void end() {
        if (pairs != null) {
            show(pairs.rest());
        }
    }

    private int show(List<Outcome.Exchange> rows) {
        rows.forEach(row -> session.io().display().show(row));
        return rows.size();
    }
}
