package io.github.hubsh.shell.verb.script;

import io.github.hubsh.shell.argument.Secrets;
import io.github.hubsh.shell.recording.RecordingReader;
import io.github.hubsh.shell.recording.save.RecordedSteps;
import io.github.hubsh.shell.recording.save.SavedFile;
import io.github.hubsh.shell.recording.save.SavedKind;
import io.github.hubsh.shell.recording.save.Step;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.FileEdges;
import io.github.hubsh.shell.session.MessageLevel;
import io.github.hubsh.shell.session.Outcome;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what was done in this session, or what a recording has, as a script or a test. */
public final class SaveVerb implements Verb {
    private static final String STDOUT = "-";
    private static final Duration LONG_PAUSE = Duration.ofSeconds(2);

    private static final Syntax SYNTAX = Syntax.of(VerbName.SAVE, "the history, or a recording, as a script or test")
            .operand("FILE", Kind.FILE)
            .optional("RANGE", Kind.TEXT)
            .option("--from", "RECORDING", Kind.FILE, "the requests of a recording, not the history")
            .choice("--as", "KIND", List.of("hubsh", "js", "test"), "default: what the name of FILE says")
            .option("--only", "NAME", Kind.TEXT, "only requests to this plugin, or for this command")
            .flag("--force", "replace a file that is there")
            .example("save session.hubsh 3-7")
            .detail("It makes .hubsh lines, .js a script, .test.js a test that expects what came back.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        String file = arguments.operand(0);
        SavedKind kind = kind(arguments);
        boolean printed = file.equals(STDOUT);
        if (!printed) {
            requireFree(file, arguments, session);
        }
        List<Step> steps = steps(arguments, session);
        if (steps.isEmpty()) {
            throw new ShellException(Problem.USAGE, "there is nothing to save").hint("history shows what was typed");
        }
        SavedFile saved = new SavedFile(file, source(arguments), LocalDate.now());
        String text = saved.text(steps, kind, session.language(), Secrets::isSecret);
        if (printed) {
            return new Outcome.Text(List.of(text.split("\n", -1)));
        }
        session.io().files().write(file, text.getBytes(StandardCharsets.UTF_8), false);
        session.io().display().say(MessageLevel.NOTE, "written: " + file);
        return Outcome.NOTHING;
    }

    private static SavedKind kind(Arguments arguments) {
        String named = arguments.text("--as");
        SavedKind kind = named == null ? SavedKind.ofFile(arguments.operand(0)) : SavedKind.named(named);
        if (kind == null) {
            throw ShellException.at(
                            arguments.operandWord(0).place(0), "expected a file that ends in .hubsh, .js or .test.js")
                    .hint("or say with --as hubsh, js or test what to write");
        }
        return kind;
    }

    private static void requireFree(String file, Arguments arguments, Session session) {
        session.io().files().requireWritable(file);
        if (!arguments.has("--force") && !session.io().files().edges(file).equals(FileEdges.EMPTY)) {
            throw new ShellException(Problem.BAD_FILE, "there is already a file " + file).hint("--force replaces it");
        }
    }

    private static List<Step> steps(Arguments arguments, Session session) {
        String recording = arguments.text("--from");
        Set<String> only = new HashSet<>();
        for (Word word : arguments.all("--only")) {
            only.add(word.text());
        }
        if (recording == null) {
            throw new ShellException(Problem.USAGE, "--from is missing");
        }
        try (RecordingReader reader =
                new RecordingReader(recording, session.io().files().input(recording))) {
            return new RecordedSteps(recording, only, LONG_PAUSE).of(reader);
        }
    }

    private static String source(Arguments arguments) {
        @Nullable String recording = arguments.text("--from");
        return recording == null ? "a session" : recording;
    }
}
