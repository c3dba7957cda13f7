package io.github.hubsh.shell.verb.observe;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.shell.recording.RecordedMessage;
import io.github.hubsh.shell.recording.TailFilter;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.ResultCondition;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code tail} makes of the broadcasts that it hears: shows them, pairs them, or writes them as commands. */
public final class TailListener {
    private final TailFilter filter;
    private final Session session;
    private final List<String> names;
    private final @Nullable RequestReplyPairs pairs;
    private final boolean asCommands;
    private final @Nullable ResultCondition condition;

    /** Shows what is heard now. A filter behind it judges by {@code --where} what is shown, unless these are lines. */
    public TailListener(Arguments arguments, Session session) {
        this(
                TailFilter.of(arguments.optionalOperand(0), arguments),
                arguments.has("--as-commands") ? condition(arguments.word("--where"), session) : null,
                arguments,
                session);
    }

    /**
     * Shows what a filter lets through.
     *
     * @param condition on what programs get of that, or {@code null}
     */
    public TailListener(TailFilter filter, @Nullable ResultCondition condition, Arguments arguments, Session session) {
        this.filter = filter;
        this.names = session.memory().catalog().plugins();
        this.session = session;
        this.pairs = arguments.has("--pairs") ? new RequestReplyPairs(filter.ofRequests(), names) : null;
        this.asCommands = arguments.has("--as-commands");
        this.condition = condition;
        Word both = arguments.word("--as-commands");
        if (pairs != null && both != null) {
            throw ShellException.at(both.place(0), "expected either --pairs or --as-commands");
        }
    }

    private static @Nullable ResultCondition condition(@Nullable Word where, Session session) {
        return where == null ? null : session.language().condition(where);
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
        if (!filter.accepts(broadcast.message())
                || (condition != null && !condition.holds(broadcast.facts(ContentData::decodeOrExplain)))) {
            return 0;
        }
        if (asCommands) {
            return broadcast.message() instanceof ExecuteRequest request ? showAsCommand(request) : 0;
        }
        session.io().display().show(new Outcome.Heard(broadcast, names));
        return 1;
    }

    /** Takes a message of a recording, and reads no more of it than is needed; returns how many results it led to. */
    public int recorded(RecordedMessage message) {
        if (pairs != null) {
            return heard(message.broadcast());
        } else if (!filter.accepts(message) || (asCommands && !message.isRequest())) {
            return 0;
        }
        String json = asCommands || condition != null ? null : message.shownJson();
        if (json == null) {
            return heard(message.broadcast());
        }
        session.io().display().show(new Outcome.Recorded(json, () -> new Outcome.Heard(message.broadcast(), names)));
        return 1;
    }

    /** Takes the time in which nothing came; returns how many results it led to. */
    int idle() {
        return pairs == null ? 0 : show(pairs.overdue(Instant.now()));
    }

    /** Shows what is still unanswered. */
    public void end() {
        if (pairs != null) {
            show(pairs.rest());
        }
    }

    private int showAsCommand(ExecuteRequest request) {
        session.io().display().show(new Outcome.Text(List.of(CommandLines.line(request, session.language()))));
        return 1;
    }

    private int show(List<Outcome.Exchange> rows) {
        int shown = 0;
        for (Outcome.Exchange row : rows) {
            if (condition == null || condition.holds(row.facts())) {
                session.io().display().show(row);
                shown++;
            }
        }
        return shown;
    }
}
