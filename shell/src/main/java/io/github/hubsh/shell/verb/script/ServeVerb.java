package io.github.hubsh.shell.verb.script;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import org.jspecify.annotations.Nullable;

/** Serves a plugin that is written in JavaScript, or that answers as one of a recording did. */
public final class ServeVerb implements Verb {
    private static final Syntax SYNTAX = FakeOptions.addTo(
                    ScriptOptions.addPermissions(Syntax.of(VerbName.SERVE, "be a plugin: in JavaScript, or as recorded")
                            .live()
                            .operand("NAME", Kind.TEXT)
                            .optional("FILE", Kind.FILE)),
                    "answer as the plugin NAME did in a recording")
            .option(MissingAnswers.OPTION, "URI", Kind.URI, "ask the real NAME there what was not recorded")
            .flag(MissingAnswers.CONFIRMED, "ask the real NAME without asking for confirmation")
            .flag("--echo", "without a file: answer the command echo with its arguments")
            .option("--for", "TIME", Kind.DURATION, "end after this time")
            .example("serve fake_dropbot fake-dropbot.js --for 200ms")
            .example("serve heater --from session.jsonl --for 200ms")
            .example("serve parrot --echo --for 200ms")
            .detail("Commands are the functions that FILE exports, or those of its default export.")
            .detail("A command may be {run, documentation, arguments, examples} to describe itself.")
            .detail("From a recording it answers by command and arguments, in recorded order, and")
            .detail("with the last answer again after that; after the recorded time. What was not")
            .detail("recorded is an error that names the nearest request. --record-missing asks the")
            .detail("real plugin instead, and adds its answer to the recording.")
            .detail("--from may be repeated: the parts of one recording are read as one.")
            .detail("It runs until Ctrl-C. A hub that is lost and back within --timeout or --wait is")
            .detail("joined again.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        String file = arguments.optionalOperand(1);
        Word recording = arguments.word(FakeOptions.FROM);
        int sources = (file == null ? 0 : 1) + (arguments.has("--echo") ? 1 : 0) + (recording == null ? 0 : 1);
        if (sources != 1) {
            throw ShellException.at(
                    arguments.operandWord(0).after(), "expected one of FILE, --from RECORDING and --echo");
        }
        if (recording != null) {
            return ServedRecording.run(arguments, session);
        }
        refuseOptionsOfRecordings(arguments);
        return session.program()
                .services()
                .scripting()
                .serve(
                        arguments.operand(0),
                        file,
                        arguments.duration("--for"),
                        ScriptOptions.limits(arguments),
                        session);
    }

    private static void refuseOptionsOfRecordings(Arguments arguments) {
        FakeOptions.policy(arguments, null);
        refuse(arguments.word(MissingAnswers.OPTION), MissingAnswers.OPTION + " needs --from RECORDING");
        refuse(
                arguments.word(MissingAnswers.CONFIRMED),
                MissingAnswers.CONFIRMED + " needs " + MissingAnswers.OPTION + " URI");
    }

    private static void refuse(@Nullable Word option, String why) {
        if (option != null) {
            throw ShellException.at(option.place(0), why);
        }
    }
}
