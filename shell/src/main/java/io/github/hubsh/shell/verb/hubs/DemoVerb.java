package io.github.hubsh.shell.verb.hubs;

import io.github.hubsh.shell.recording.fake.AnswerPolicy;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.FakePlugin;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.verb.script.FakeOptions;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.List;

/** Starts a hub and a few plugins to play with. */
public final class DemoVerb implements Verb {
    private static final Syntax SYNTAX = FakeOptions.addTo(
                    Syntax.of(VerbName.DEMO, "a hub and plugins to try hubsh with")
                            .optional("URI", Kind.URI),
                    "a fake for each plugin of a recording instead")
            .option("-c", "LINE", Kind.TEXT, "run this line instead of the prompt; may be repeated")
            .option("-f", "FILE", Kind.FILE, "run the lines of this file instead of the prompt")
            .flag("--keep-going", "continue after an error in -c or -f")
            .flag("--echo", "show each line of -c, -f and stdin before it runs")
            .example("demo")
            .example("demo tcp://127.0.0.1:31005")
            .example("demo -c 'execute plugin_a do_thing x=1'")
            .example("demo --from session.jsonl")
            .detail("With --from it is the network of a recording, for a desk without instruments:")
            .detail("each plugin answers as serve NAME --from RECORDING does; --from may be repeated.")
            .detail("Without URI it listens at tcp://127.0.0.1:31000, or at the next port that is")
            .detail("free. Without a terminal it serves until it is stopped, unless -c, -f or stdin")
            .detail("give lines to run.")
            .build();

    /** Word for word: a test types them. */
    private static final List<String> TO_TRY = List.of(
            "x electrode_controller get_channel_states | where '.state == 0' | head 4",
            "tail --target electrode_controller &",
            "x electrode_controller set_electrode_state electrode_id=electrode001 state=1");

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Word line = arguments.word("-c") != null ? arguments.word("-c") : arguments.word("-f");
        if (line != null) {
            throw ShellException.at(line.place(0), "-c and -f belong to the program: hubsh demo -c 'LINE'");
        }
        start(arguments, session);
        greet(session);
        return Outcome.NOTHING;
    }

    /** Starts what the arguments ask for, and returns where its hub listens. */
    public static String start(Arguments arguments, Session session) {
        AnswerPolicy policy = FakeOptions.policy(arguments, null);
        boolean recorded = arguments.has(FakeOptions.FROM);
        List<FakePlugin> fakes =
                recorded ? FakeOptions.fakes(arguments, session).all(policy) : List.of();
        String uri = session.program().hubs().startDemo(arguments.optionalOperand(0), fakes);
        if (recorded) {
            String names =
                    String.join(", ", fakes.stream().map(FakePlugin::name).toList());
            session.io()
                    .display()
                    .say(MessageLevel.NOTE, "as recorded in " + FakeOptions.files(arguments) + ": " + names);
        }
        return uri;
    }

    /** Shows what there is to try, unless a recording is played. */
    public static void greet(Session session) {
        if (!session.program().hubs().playsRecording()) {
            Display display = session.io().display();
            display.say(MessageLevel.NOTE, "three lines to try:");
            TO_TRY.forEach(line -> display.say(MessageLevel.NOTE, "  " + line));
        }
    }
}
