package io.github.hubsh.shell.verb.observe.replay;

import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.KeyPresses;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import org.jspecify.annotations.Nullable;

/** Lets the user decide about each request of a replay, with a key. For the thread that replays. */
final class ReplaySteps {
    /** What is done with a request. */
    enum Step {
        SEND,
        SKIP,
        /** Send it, and all others without asking. */
        GO_ON,
        STOP
    }

    /** More of a request says no more to the one who decides. */
    private static final int MAX_CHARACTERS = 1_000;

    private final Display display;
    private final KeyPresses keys;

    private ReplaySteps(Display display, KeyPresses keys) {
        this.display = display;
        this.keys = keys;
    }

    /** @param option that asks for it */
    static ReplaySteps of(Session session, Word option) {
        KeyPresses keys = session.io().dialog().keys();
        if (keys == null) {
            throw ShellException.at(option.place(0), "there is no terminal for the keys of --step")
                    .hint("leave --step out, or see what would be sent with --dry-run");
        }
        return new ReplaySteps(session.io().display(), keys);
    }

    /** Asks; only a key that means something answers. The request has lines of its own: it is what is decided about. */
    Step ask(String request) {
        boolean whole = request.length() <= MAX_CHARACTERS;
        display.say(MessageLevel.PLAIN, whole ? request : request.substring(0, MAX_CHARACTERS) + "…");
        while (true) {
            display.progress("[n]ext [s]kip [g]o on [q]uit");
            Step step = step(keys.next());
            if (step != null) {
                display.progress("");
                return step;
            }
        }
    }

    private static @Nullable Step step(String key) {
        return switch (key) {
            case "n", "N", "\r", "\n", " " -> Step.SEND;
            case "s", "S" -> Step.SKIP;
            case "g", "G" -> Step.GO_ON;
            case "q", "Q", "\u001b" -> Step.STOP;
            default -> null;
        };
    }
}
