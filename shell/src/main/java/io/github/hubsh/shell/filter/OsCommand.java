package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Sends every result, as it would be written into a pipe, to a command of the operating system, which starts with the
 * first result: a failure before that starts no command.
 */
final class OsCommand implements Stage {
    private final Word command;
    private final Stage next;
    private final FilterContext context;

    // Mutable state
    private @Nullable OsProcess process;

    /** Throws USAGE if commands may not run here. */
    OsCommand(Word command, Stage next, FilterContext context) {
        try {
            context.commands().requireAllowed();
        } catch (ShellException refused) {
            throw refused.pointing(command.place(0));
        }
        this.command = command;
        this.next = next;
        this.context = context;
    }

    @Override
    public void accept(Outcome outcome) {
        boolean taken = outcome instanceof Outcome.Binary binary
                ? started().write(binary.content().toArray())
                : started().write(context.text(outcome));
        if (!taken) {
            throw new PipelineClosed();
        }
    }

    @Override
    public void end() {
        int status = started().finish();
        if (status != 0) {
            throw new ShellException(Problem.COMMAND_FAILED, command.text() + " ended with exit code " + status)
                    .pointing(command.place(0));
        }
        next.end();
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        next.close();
    }

    private OsProcess started() {
        if (process == null) {
            try {
                process = new OsProcess(command.text(), context);
            } catch (IOException failed) {
                throw new ShellException(Problem.COMMAND_FAILED, "cannot start sh: " + failed.getMessage(), failed)
                        .pointing(command.place(0));
            }
        }
        return process;
    }
}
