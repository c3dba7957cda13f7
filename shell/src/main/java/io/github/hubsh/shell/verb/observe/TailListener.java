package io.github.hubsh.shell.verb.observe;

import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.BroadcastFilter;
import io.github.hubsh.shell.session.Outcome;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.TimedBroadcast;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code tail} makes of the broadcasts that it hears: shows them, pairs them, or writes them as commands. */
final class TailListener {
    private final BroadcastFilter filter;
    private final Session session;
    private final @Nullable RequestReplyPairs pairs;
    private final boolean asCommands;

    TailListener(BroadcastFilter filter, Arguments arguments, Session session) {
        this.filter = filter;
        this.session = session;
        this.pairs = arguments.has("--pairs") ? new RequestReplyPairs(requests()) : null;
        this.asCommands = arguments.has("--as-commands");
        Word where = arguments.word("--where");
        if (asCommands && where != null) {
            throw ShellException.at(where.place(0), "expected no --where with --as-commands")
                    .hint("choose with --source and --target");
        }
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
        return asCommands ? requests() : filter;
    }

    /** Takes a broadcast; returns how many results it led to. */
    int heard(TimedBroadcast broadcast) {
        if (pairs != null) {
            Map<String, @Nullable Object> pair = pairs.take(broadcast);
            int shown = show(pairs.overdue(broadcast.time()));
            return pair == null ? shown : shown + show(List.of(pair));
        }
        if (asCommands && broadcast.message() instanceof ExecuteRequest request) {
            session.io().display().show(new Outcome.Text(List.of(CommandLines.line(request, session.language()))));
        } else {
            session.io().display().show(new Outcome.Heard(broadcast));
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

    private BroadcastFilter requests() {
        return new BroadcastFilter(filter.source(), filter.target(), MessageType.EXECUTE_REQUEST.wireName());
    }

    private int show(List<Map<String, @Nullable Object>> rows) {
        rows.forEach(row -> session.io().display().show(Outcome.value(row)));
        return rows.size();
    }
}
