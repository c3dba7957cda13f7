package io.github.hubsh.shell.verb.observe.replay;

import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.shell.recording.CarriedValue;
import io.github.hubsh.shell.recording.RecordedMessage;
import io.github.hubsh.shell.recording.replay.PlannedRequest;
import io.github.hubsh.shell.recording.replay.ReplayPlan;
import io.github.hubsh.shell.recording.replay.ReplayRhythm;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.verb.observe.CommandLines;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows what a replay would send, and sends nothing. For one thread. */
final class ReplayList {
    private final Session session;
    private final ReplayOptions options;
    private final ReplayRhythm rhythm;

    ReplayList(Session session, ReplayOptions options) {
        this.session = session;
        this.options = options;
        this.rhythm = new ReplayRhythm(options.speed());
    }

    void show(ReplayPlan plan) {
        Display display = session.io().display();
        for (PlannedRequest next = plan.next(); next != null; next = plan.next()) {
            ShellException.throwIfInterrupted();
            Duration due = Duration.ofNanos(rhythm.due(next.exchange().request()));
            ExecuteRequest message = remapped(next.message());
            String line = CommandLines.line(message, session.language());
            String text = ReplayRows.start(next.number(), due) + line;
            display.show(new Outcome.Row(text, facts(next, due, message, line)));
            for (CarriedValue carried : next.carried()) {
                display.say(MessageLevel.ASIDE, " ".repeat(18) + text(carried));
            }
        }
    }

    private Map<String, @Nullable Object> facts(
            PlannedRequest next, Duration due, ExecuteRequest message, String line) {
        RecordedMessage request = next.exchange().request();
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("request", (long) next.number());
        facts.put("time", request.time().toString());
        facts.put("since", due.toNanos() / 1e9);
        facts.put("source", request.source());
        facts.put("target", message.header().target());
        facts.put("command", message.command());
        facts.put("arguments", next.arguments());
        facts.put("line", line);
        List<String> carried = new ArrayList<>();
        next.carried().forEach(each -> carried.add(text(each)));
        facts.put("carried", carried);
        return facts;
    }

    private static String text(CarriedValue carried) {
        String to = carried.to().isRoot() ? "arguments" : carried.to().text().replaceFirst("^\\.", "");
        return to + " ← reply " + carried.exchange() + " "
                + (carried.from().isRoot() ? "." : carried.from().text());
    }

    private ExecuteRequest remapped(ExecuteRequest message) {
        String target = message.header().target();
        return ReplayedRequest.withTarget(message, options.remap().getOrDefault(target, target), message.arguments());
    }
}
