package io.github.hubsh.shell.verb.observe;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.HubEvents;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.OutputBatch;
import io.github.hubsh.shell.session.network.BroadcastStream;
import io.github.hubsh.shell.session.network.HubEvent;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.verb.timing.Repetition;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.time.Duration;
import java.util.List;

/** Shows broadcasts as they come. */
public final class TailVerb implements Verb {
    private static final Syntax SYNTAX = TailOptions.addTo(Syntax.of(VerbName.TAIL, "show broadcasts as they come")
                    .live()
                    .optional("FILTER", Kind.PLUGIN))
            .flag("--pairs", "each request with its reply and round-trip time")
            .flag("--as-commands", "requests only, as lines that send them again")
            .option("--count", "N", Kind.COUNT, "end after N broadcasts")
            .option("--for", "TIME", Kind.DURATION, "end after this time")
            .example("tail --count 10 --for 5s")
            .example("tail plugin_a --for 5s")
            .example("tail 'plugin_*' --command 'do_*' --for 5s")
            .example("tail --source plugin_a --type execute_reply --for 1m")
            .example("tail --where '.command == \"do_thing\"' --for 5s")
            .example("tail --pairs --for 1m")
            .example("tail --as-commands --target plugin_a --count 20")
            .detail("FILTER is a plugin on either side, or a command. In it, and in the names of")
            .detail("options, * stands for any characters and ? for one. What is given has to fit")
            .detail("together; all of it works with --where, --pairs and --as-commands, too.")
            .detail("With --pairs, what has no reply after a minute, or at the end, is unanswered.")
            .detail("Without --count and --for it runs until Ctrl-C.")
            .detail("> FILE writes each one at once, also as .csv or .jsonl; a .json at the end.")
            .detail("What came too fast is counted, here and at a hub of ours; --jsonl writes")
            .detail("{\"event\":\"missed\",\"count\":…,\"by\":\"hub\"}, or \"shell\", among the others.")
            .detail("A hub that is lost and back within --timeout or --wait is listened to again.")
            .detail("At the prompt it runs beside what you type: Ctrl-C on an empty line stops it.")
            .build();

    /** Long enough to cost nothing, short enough to notice a deadline that moved. */
    private static final Duration MAX_WAIT = Duration.ofMinutes(1);

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        // With --where the line's parser counts behind that filter, so only what passes counts.
        boolean counted = !arguments.has("--where") || arguments.has("--as-commands");
        int count = !counted ? Integer.MAX_VALUE : arguments.count("--count", Integer.MAX_VALUE);
        Repetition repetition = new Repetition(count, arguments.duration("--for"));
        TailListener listener = new TailListener(arguments, session);
        HubEvents.during(session, () -> listen(listener, repetition, session));
        requireAll(arguments, repetition);
        return Outcome.NOTHING;
    }

    private static Outcome listen(TailListener listener, Repetition repetition, Session session) {
        Display display = session.io().display();
        LossReport losses = new LossReport(display, session.hub().settings().observing());
        try (BroadcastStream broadcasts = session.hub().network().listen(listener.filter());
                OutputBatch batch = display.batch()) {
            session.io().ready();
            try {
                Duration wait = repetition.remaining(MAX_WAIT);
                while (repetition.hasTurns() && !wait.isNegative()) {
                    ShellException.throwIfInterrupted();
                    losses.say(broadcasts.missed());
                    if (!broadcasts.isReady()) {
                        batch.write();
                    }
                    TimedBroadcast broadcast = broadcasts.next(wait);
                    show(broadcasts.hubEvents(), session);
                    repetition.count(broadcast == null ? listener.idle() : listener.heard(broadcast));
                    wait = repetition.remaining(MAX_WAIT);
                }
            } finally {
                losses.say(broadcasts.lastMissed());
                listener.end();
            }
        }
        return Outcome.NOTHING;
    }

    /** To programs; people read it beside the broadcasts. */
    private static void show(List<HubEvent> events, Session session) {
        if (session.io().display().wantsJson()) {
            events.forEach(event -> session.io().display().show(Outcome.value(event.facts())));
        }
    }

    /** Behind {@code --where} a filter counts, and stops this verb when it has enough. */
    private static void requireAll(Arguments arguments, Repetition repetition) {
        Word count = arguments.word("--count");
        Word time = arguments.word("--for");
        if (count != null && time != null && repetition.hasTurns()) {
            throw new ShellException(Problem.TIMEOUT, "fewer than " + count + " results of tail in " + time)
                    .hint("wait longer with --for, or leave --count out");
        }
    }
}
