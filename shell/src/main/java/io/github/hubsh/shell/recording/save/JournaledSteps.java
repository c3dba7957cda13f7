package io.github.hubsh.shell.recording.save;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Journal;
import io.github.hubsh.shell.session.JournaledStatement;
import io.github.hubsh.shell.session.network.Reply;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.syntax.VerbTrait;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The statements of a session as steps. */
public final class JournaledSteps {
    /** A variable or an earlier result; these have other numbers in a file. */
    private static final Pattern REFERENCE = Pattern.compile("\\$(?!\\{)[\\p{L}_]");

    private static final Pattern RESULT = Pattern.compile("\\$_\\d*(?![\\p{L}\\p{N}])|(?<![^ =])_\\d*(?= |$)");

    /** The conditions that can be written in JavaScript, too. */
    private static final Pattern FIELD_CONDITION = Pattern.compile("\\s*\\.([A-Za-z_]\\w*)\\s*==\\s*(.+?)\\s*");

    private final boolean opening;
    private final Set<String> only;

    /** A person's pauses say nothing: no pause is kept. */
    private final StepList steps = new StepList(null);

    /** Which of the forms of a script that ran in the session is saved. */
    public enum Scripts {
        /** The line that ran it. */
        AS_LINES,
        /** The requests that it sent. */
        AS_REQUESTS
    }

    /**
     * @param scripts what becomes of scripts that ran in the session
     * @param only the plugins or commands that are wanted; empty for everything
     */
    public JournaledSteps(Scripts scripts, Set<String> only) {
        this.opening = scripts == Scripts.AS_REQUESTS;
        this.only = Set.copyOf(only);
    }

    /** Returns the steps of these statements. */
    public List<Step> of(List<Journal.Entry> entries) {
        for (Journal.Entry entry : entries) {
            VerbName verb = entry.statement().verb();
            if (!verb.has(VerbTrait.LEFT_OUT_OF_SAVED) && !(opening && verb.has(VerbTrait.RESOLVED_BEFORE_SENDING))) {
                add(verb, entry);
            }
        }
        List<Step> all = steps.closed();
        return only.isEmpty() ? all : all.stream().filter(this::isWanted).toList();
    }

    private boolean isWanted(Step step) {
        SentRequest request = step.sent();
        return request != null && (only.contains(request.target()) || only.contains(request.command()));
    }

    private void add(VerbName verb, Journal.Entry entry) {
        JournaledStatement statement = entry.statement();
        List<Journal.Exchange> sent = entry.exchanges();
        boolean script = opening && verb.has(VerbTrait.SAVED_AS_REQUESTS);
        if (verb == VerbName.EXECUTE || script) {
            sent.forEach(each -> request(each, statement, sent.size() == 1));
        } else if (verb == VerbName.UNTIL && entry.succeeded() && !sent.isEmpty()) {
            polled(sent.get(sent.size() - 1), statement);
        } else if (verb == VerbName.PING && entry.succeeded()) {
            steps.add(new Step.Pinged(statement.arguments().operand(0)));
        } else if (entry.succeeded()) {
            steps.add(new Step.Typed(statement.text(), verb.has(VerbTrait.SHOWN_ONLY) && !statement.filtered()));
        }
    }

    private void request(Journal.Exchange exchange, JournaledStatement statement, boolean alone) {
        try {
            SentRequest request = SentRequest.of(exchange.request());
            StepAnswer answer = answer(exchange);
            String line = alone && keepsLine(statement) ? statement.text() : null;
            String variable = alone && !statement.filtered() ? statement.variable() : null;
            steps.add(new Step.Sent(request, answer, line, variable), exchange.sent(), exchange.answered());
        } catch (ContentException unreadable) {
            steps.add(new Step.Noted(statement.text()));
        }
    }

    /** A line that says more than its request does is better than what can be written of that. */
    private static boolean keepsLine(JournaledStatement statement) {
        String text = statement.text();
        boolean more = statement.filtered()
                || statement.variable() != null
                || REFERENCE.matcher(text).find();
        return more
                && statement.verb() == VerbName.EXECUTE
                && !RESULT.matcher(text).find();
    }

    private void polled(Journal.Exchange last, JournaledStatement statement) {
        Reply reply = last.reply();
        try {
            if (reply != null) {
                StepAnswer.Value value = new StepAnswer.Value(reply.value());
                SentRequest request = SentRequest.of(last.request());
                Polling polling = polling(statement.arguments());
                Step step = polling == null
                        ? new Step.Typed(statement.text(), true)
                        : new Step.Polled(request, polling, value, statement.variable());
                steps.add(step, last.answered());
            }
        } catch (ContentException unreadable) {
            steps.add(new Step.Noted(statement.text()));
        }
    }

    /** Returns {@code null} where the condition is an expression of jq that JavaScript has not. */
    private static @Nullable Polling polling(Arguments typed) {
        Duration every = typed.duration("--every");
        Duration limit = typed.duration("--for");
        String that = typed.text("--that");
        Polling usual = Polling.untilThere(
                every == null ? Polling.DEFAULT_EVERY : every, limit == null ? Polling.DEFAULT_LIMIT : limit);
        if (that == null) {
            return usual;
        }
        Matcher condition = FIELD_CONDITION.matcher(that);
        if (condition.matches()) {
            try {
                Object wanted = Json.parse(condition.group(2));
                if (wanted instanceof String || wanted instanceof Boolean || wanted instanceof Long) {
                    return new Polling(condition.group(1), wanted, usual.every(), usual.limit());
                }
            } catch (ContentException noLiteral) {
                // an expression, then
            }
        }
        return null;
    }

    private static StepAnswer answer(Journal.Exchange exchange) {
        Reply reply = exchange.reply();
        ShellException failure = exchange.failure();
        if (reply != null) {
            return new StepAnswer.Value(reply.value());
        }
        return failure == null ? new StepAnswer.Unknown("no reply came") : StepAnswer.of(failure);
    }
}
