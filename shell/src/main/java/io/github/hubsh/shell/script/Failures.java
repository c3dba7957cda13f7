package io.github.hubsh.shell.script;

import io.github.hubsh.shell.word.Place;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Turns failures of a script into the errors that people meet, each with its cause and the line of the script. */
final class Failures {
    private static final Pattern UNPARSED =
            Pattern.compile("^(/.*?):(\\d{1,9}):(\\d{1,9}) ([^\\n]*)\\n.*", Pattern.DOTALL);

    // With --debug the cause is shown too.
    private static final String DEFECT = "what runs the scripts has failed";

    private final SourceTexts sources;
    private final Function<Value, ErrorDetails> describe;

    /**
     * Knows one script's errors.
     *
     * @param describe gives the details of what a script threw; on the script's thread
     */
    Failures(SourceTexts sources, Function<Value, ErrorDetails> describe) {
        this.sources = sources;
        this.describe = describe;
    }

    /**
     * Returns the error for a throwable that was thrown while a script ran; that of the engine, where it cannot even
     * describe the error. On the script's thread.
     */
    ShellException of(Throwable thrown) {
        try {
            return described(thrown);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError undescribed) {
            undescribed.addSuppressed(thrown);
            boolean stopped = undescribed instanceof PolyglotException failed && failed.isInterrupted();
            return stopped
                    ? ShellException.interrupted("the script was stopped")
                    : new ShellException(Problem.INTERNAL, DEFECT, undescribed);
        }
    }

    private ShellException described(Throwable thrown) {
        if (thrown instanceof ShellException failed) {
            return failed;
        }
        if (thrown instanceof ScriptError error) {
            return of(error.details());
        }
        if (thrown instanceof PolyglotException failed) {
            return of(failed);
        }
        if (thrown instanceof OutOfMemoryError) {
            return MemoryGuard.exhausted();
        }
        return new ShellException(Problem.INTERNAL, DEFECT, thrown);
    }

    private ShellException of(PolyglotException failed) {
        if (failed.isInterrupted() || failed.isCancelled()) {
            return ShellException.interrupted("the script was stopped");
        }
        if (failed.isResourceExhausted()) {
            return MemoryGuard.exhausted();
        }
        if (failed.isHostException()) {
            return of(failed.asHostException());
        }
        if (failed.isSyntaxError()) {
            return syntax(failed);
        }
        if (failed.isInternalError()) {
            return new ShellException(Problem.INTERNAL, DEFECT, failed);
        }
        Value thrown = failed.getGuestObject();
        return thrown == null
                ? new ShellException(Problem.SCRIPT_FAILED, String.valueOf(failed.getMessage()), failed)
                : of(describe.apply(thrown));
    }

    private ShellException syntax(PolyglotException failed) {
        SourceSection section = failed.getSourceLocation();
        String message = String.valueOf(failed.getMessage());
        String first = message.substring(0, (message + "\n").indexOf('\n'));
        if (section == null) {
            return new ShellException(Problem.SCRIPT_FAILED, first);
        }
        Location at = new Location(
                section.getSource().getPath() == null
                        ? section.getSource().getName()
                        : section.getSource().getPath(),
                section.getStartLine(),
                section.getStartColumn());
        // The engine writes the place into the message too, as it knows it.
        String plain = first.replaceFirst("^SyntaxError: .*:\\d+:\\d+ ", "SyntaxError: ");
        return pointing(new ShellException(Problem.SCRIPT_FAILED, plain + sources.at(at)), at);
    }

    /** A module that cannot be parsed rejects its import with an error that has its place in the message only. */
    private @Nullable ShellException unparsed(ErrorDetails told) {
        Matcher place = UNPARSED.matcher(told.text("message"));
        if (!told.text("name").equals("SyntaxError") || !place.matches()) {
            return null;
        }
        Location at =
                new Location(place.group(1), Integer.parseInt(place.group(2)), Integer.parseInt(place.group(3)) + 1);
        return pointing(
                new ShellException(Problem.SCRIPT_FAILED, "SyntaxError: " + place.group(4) + sources.at(at)), at);
    }

    private ShellException of(ErrorDetails told) {
        ShellException unparsed = unparsed(told);
        if (unparsed != null) {
            return unparsed;
        }
        Location at = Location.ofStack(told.text("stack"), sources);
        Problem problem = told.problem();
        String name = told.text("name");
        boolean known = problem != Problem.SCRIPT_FAILED && !told.text("kind").isEmpty();
        String text = (known || name.isEmpty() ? "" : name + ": ") + told.message();
        String cause = told.optional("cause");
        ShellException failed = new ShellException(
                problem, text + (at == null ? "" : sources.at(at)) + (cause == null ? "" : "; caused by " + cause));
        failed.calls(StackFrames.of(told.text("stack"), sources));
        String plugin = told.optional("plugin");
        String command = told.optional("command");
        if (plugin != null && command != null) {
            failed.during(plugin, command);
        }
        String traceback = told.optional("remoteTraceback");
        if (traceback != null && !traceback.isEmpty()) {
            failed.remoteTraceback(traceback);
        }
        String hint = told.optional("hint");
        return pointing(hint == null ? failed : failed.hint(hint), at);
    }

    private ShellException pointing(ShellException failed, @Nullable Location at) {
        Place place = at == null ? null : sources.place(at);
        return place == null ? failed : failed.pointing(place);
    }
}
