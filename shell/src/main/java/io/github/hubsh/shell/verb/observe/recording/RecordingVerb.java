package io.github.hubsh.shell.verb.observe.recording;

import io.github.hubsh.shell.recording.RecordingSequence;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.verb.observe.TailOptions;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.List;

/** Looks at recordings: what is in them, their messages, a part of them. */
public final class RecordingVerb implements Verb {
    private static final String INFO = "info";
    private static final String SHOW = "show";
    private static final String CUT = "cut";

    private static final Syntax SYNTAX = TailOptions.addTo(Syntax.of(VerbName.RECORDING, "look at recordings")
                    .operand(INFO + "|" + SHOW + "|" + CUT, Kind.CHOICE)
                    .givesBytesFor(CUT)
                    .several("FILE", Kind.FILE)
                    .option("--only", "NAME", Kind.PLUGIN, "only this plugin or command; * and ? stand for others")
                    .option("--from", "TIME", Kind.TEXT, "from this time on: 30s since the start, 14:05:10")
                    .option("--to", "TIME", Kind.TEXT, "up to this time"))
            .flag(RecordingInfo.COMMANDS, "info: each command with its replies and errors")
            .flag("--pairs", "show: each request with its reply and round-trip time")
            .flag("--as-commands", "show: requests only, as lines that send them again")
            .option("--count", "N", Kind.COUNT, "end after N messages")
            .example("recording info session.jsonl")
            .example("recording info session.jsonl --commands")
            .example("recording show session.jsonl --pairs")
            .example("recording show session.jsonl --only plugin_a --where '.error != null'")
            .example("recording show session.jsonl --as-commands --count 20")
            .example("recording cut session.jsonl --from 1s --to 5m --only 'plugin_*' > part.jsonl")
            .detail("info counts messages, requests with a reply (pairs) and without, errors, names,")
            .detail("and what is missing: missed broadcasts, and gaps. show prints as tail does. cut")
            .detail("gives a recording: the header and the lines that are wanted, as they stand.")
            .detail("Several FILEs are one recording, one behind the other; - is stdin. They may be")
            .detail("compressed. What a killed recorder has left is read up to its last line.")
            .detail("A TIME is since the start (30s), of the day of the start (14:05:10), or a date")
            .detail("and time in ISO 8601. The options that choose are those of tail.")
            .build();

    private static final List<String> OF_SHOW = List.of("--pairs", "--as-commands");

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        String action = arguments.operand(0);
        refuseStray(action, arguments);
        List<String> names = arguments.operandsFrom(1).stream().map(Word::text).toList();
        if (action.equals(INFO)) {
            return new RecordingInfo(arguments, session)
                    .of(RecordingSequence.inOrder(names, session.io().files()));
        }
        try (RecordingSequence recording =
                RecordingSequence.of(names, session.io().files())) {
            RecordingChoice choice = new RecordingChoice(arguments, session, recording.header());
            if (action.equals(CUT)) {
                new RecordingCut(choice, session).of(recording);
            } else {
                new RecordingShow(choice, arguments, session).of(recording);
            }
            recording.warnOfCuts(session.io().display());
        }
        return Outcome.NOTHING;
    }

    private static void refuseStray(String action, Arguments arguments) {
        for (String name : OF_SHOW) {
            Word word = arguments.word(name);
            if (word != null && !action.equals(SHOW)) {
                throw ShellException.at(word.place(0), name + " is for recording show");
            }
        }
        Word commands = arguments.word(RecordingInfo.COMMANDS);
        if (commands != null && !action.equals(INFO)) {
            throw ShellException.at(commands.place(0), RecordingInfo.COMMANDS + " is for recording info");
        }
        Option count = SYNTAX.option("--count");
        Word word = count == null ? null : arguments.word(count.name());
        if (word != null && action.equals(INFO)) {
            throw ShellException.at(word.place(0), "--count is for recording show and cut");
        }
    }
}
