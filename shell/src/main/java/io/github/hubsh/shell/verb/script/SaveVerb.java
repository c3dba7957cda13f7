package io.github.hubsh.shell.verb.script;

import io.github.hubsh.shell.argument.Secrets;
import io.github.hubsh.shell.recording.RecordingSequence;
import io.github.hubsh.shell.recording.save.JournaledSteps;
import io.github.hubsh.shell.recording.save.RecordedSteps;
import io.github.hubsh.shell.recording.save.SavedKind;
import io.github.hubsh.shell.recording.save.SavedScript;
import io.github.hubsh.shell.recording.save.Step;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Journal;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.io.FileEdges;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.memory.LineHistory;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what was done in this session, or what a recording has, as a script or a test. */
public final class SaveVerb implements Verb {
    private static final String STDOUT = "-";
    private static final Duration LONG_PAUSE = Duration.ofSeconds(2);

    private static final Syntax SYNTAX = Syntax.of(VerbName.SAVE, "the session, or a recording, as a script or test")
            .operand("FILE", Kind.FILE)
            .optional("RANGE", Kind.TEXT)
            .option(FakeOptions.FROM, "RECORDING", Kind.FILE, "the requests of a recording; repeatable")
            .choice("--as", "KIND", List.of("hubsh", "js", "test"), "hubsh, js or test; default: as FILE is called")
            .option("--only", "NAME", Kind.TEXT, "only what asks this plugin, or for this command")
            .flag("--force", "replace a file that is there")
            .example("save dispense.test.js --from run.jsonl --force")
            .example("save - --from run.jsonl --as hubsh --only pump")
            .detail("A file .hubsh gets lines of the shell, .js or .mjs a script, .test.js a test")
            .detail("that expects what came back; - is stdout. It works at once on the same network:")
            .detail("variables hand on what replies gave, polls are one until, measured numbers have")
            .detail("a tolerance, and what is new each time is expected by its kind.")
            .detail("At the prompt it saves this session, or its lines 3-7, 5, 3- or -2 (the last")
            .detail("two): history shows which these are. What the history does not keep,")
            .detail("such as secrets, is left out. In .hubsh a request that failed is a comment.")
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
        HistoryRange range = range(arguments, session);
        Set<String> only = arguments.all("--only").stream().map(Word::text).collect(Collectors.toSet());
        List<Step> steps = arguments.has(FakeOptions.FROM)
                ? recorded(arguments, only, session)
                : typed(range, kind, only, session);
        SavedScript saved = new SavedScript(file, source(arguments, range), LocalDate.now(ZoneId.systemDefault()));
        String text = saved.text(steps, kind, session.language(), Secrets::isSecret);
        if (printed) {
            return new Outcome.Text(text.lines().toList());
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

    private static @Nullable HistoryRange range(Arguments arguments, Session session) {
        if (arguments.operandCount() < 2) {
            return null;
        }
        Word word = arguments.operandWord(1);
        if (arguments.has(FakeOptions.FROM)) {
            throw ShellException.at(word.place(0), "a recording has no lines of the history")
                    .hint("--only chooses some of its requests");
        }
        // The last line is this one.
        LineHistory history = session.memory().history();
        return HistoryRange.of(word, history.firstNumber() + history.lines().size() - 2);
    }

    private static List<Step> recorded(Arguments arguments, Set<String> only, Session session) {
        String files = FakeOptions.files(arguments);
        List<Step> steps = RecordingSequence.read(
                arguments.all(FakeOptions.FROM), session, new RecordedSteps(files, only, LONG_PAUSE)::of);
        if (steps.isEmpty()) {
            throw new ShellException(Problem.USAGE, "there are no such requests in " + files)
                    .hint("recording show " + files.replace(", ", " ") + " --as-commands lists them");
        }
        return steps;
    }

    private static List<Step> typed(@Nullable HistoryRange range, SavedKind kind, Set<String> only, Session session) {
        List<Journal.Entry> entries = session.memory().journal().entries().stream()
                .filter(each -> range == null || range.has(each.statement().line()))
                .toList();
        JournaledSteps.Scripts scripts =
                kind == SavedKind.HUBSH ? JournaledSteps.Scripts.AS_LINES : JournaledSteps.Scripts.AS_REQUESTS;
        List<Step> steps = new JournaledSteps(scripts, only).of(entries);
        if (steps.isEmpty()) {
            String where = range == null ? "this session" : range.toString();
            throw new ShellException(Problem.USAGE, "there is nothing to save in " + where)
                    .hint("execute something first, or save a recording: save FILE --from RECORDING");
        }
        return steps;
    }

    private static String source(Arguments arguments, @Nullable HistoryRange range) {
        return arguments.has(FakeOptions.FROM)
                ? FakeOptions.files(arguments)
                : range == null ? "a session" : range + " of a session";
    }
}
