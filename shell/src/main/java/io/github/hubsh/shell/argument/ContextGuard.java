package io.github.hubsh.shell.argument;

import io.github.hubsh.shell.session.HubContext;
import io.github.hubsh.shell.session.io.Dialog;
import io.github.hubsh.shell.session.io.Questions;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Guards a context where requests need a check before they are sent. A verb asks for permission once, however often it
 * sends its request; for a request without permission, such as a script's, the guard asks when it is sent. Thread-safe.
 */
public final class ContextGuard {
    private static final int MAX_PERMITTED = 32;

    private final HubContext context;

    // Mutable state, guarded by this: the newest last
    private final Deque<Request> permitted = new ArrayDeque<>();

    public ContextGuard(HubContext context) {
        this.context = context;
    }

    public HubContext context() {
        return context;
    }

    /**
     * Permits a request from now on, or throws.
     *
     * @param confirmed whether the user has agreed already
     * @throws ShellException USAGE, or INTERRUPTED if the user says no
     */
    public void permit(Request request, boolean confirmed, Dialog dialog) {
        if (context.readonly()) {
            throw new ShellException(Problem.USAGE, "the context " + context.name() + " is read-only; nothing is sent")
                    .during(request.target(), request.command())
                    .hint("context add " + context.name() + " --no-readonly lifts that");
        }
        if (context.confirm() && !confirmed && !dialog.isConfirmed()) {
            confirm(request, dialog);
        }
        synchronized (this) {
            permitted.add(request);
            if (permitted.size() > MAX_PERMITTED) {
                permitted.remove();
            }
        }
    }

    /** As {@link #permit}, unless that was asked before. */
    public void pass(Request request, Dialog dialog) {
        if (!isPermitted(request)) {
            permit(request, false, dialog);
        }
    }

    private void confirm(Request request, Dialog dialog) {
        Questions questions;
        try {
            questions = dialog.questions();
        } catch (ShellException noTerminal) {
            throw new ShellException(
                            Problem.USAGE,
                            "the context " + context.name()
                                    + " asks before requests, and there is no terminal to ask at",
                            noTerminal)
                    .during(request.target(), request.command())
                    .hint("--yes sends without asking");
        }
        String answer = questions.ask(
                "send " + request.target() + " " + request.command() + " to " + context.name() + "? [y/N] ");
        if (!answer.strip().equalsIgnoreCase("y") && !answer.strip().equalsIgnoreCase("yes")) {
            throw ShellException.interrupted("not confirmed")
                    .during(request.target(), request.command())
                    .hint("nothing was sent");
        }
    }

    /** A request with less time left counts as the same. */
    private synchronized boolean isPermitted(Request request) {
        for (Request known : permitted) {
            if (known.body() == request.body()
                    && known.target().equals(request.target())
                    && known.command().equals(request.command())) {
                return true;
            }
        }
        return false;
    }
}
