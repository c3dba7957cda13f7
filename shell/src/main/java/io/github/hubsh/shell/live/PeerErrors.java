package io.github.hubsh.shell.live;

import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.Set;

/** What other peers call an error, as the kinds of error that a person meets. */
final class PeerErrors {
    /** Errors that say that there is one, and no more. */
    private static final Set<String> EMPTY = Set.of("", "{}", "[]", "true", "false", "0", "1");

    private PeerErrors() {}

    static ShellException ofRemote(RemoteError error) {
        if (error.isUnsupportedRoute()) {
            return new ShellException(Problem.NO_SUCH_PLUGIN, "no such plugin is registered");
        }
        if (error.name().equals("NotConnected")) {
            return new ShellException(Problem.NO_SUCH_PLUGIN, "registered, but not connected");
        }
        if (error.isUnknownCommand()) {
            return new ShellException(Problem.NO_SUCH_COMMAND, "no such command");
        }
        ShellException failed = error.isInvalidReply() ? invalidReply(error) : failure(error);
        String traceback = error.traceback().isEmpty() ? error.value() : String.join("\n", error.traceback());
        return traceback.isEmpty() ? failed : failed.remoteTraceback(traceback);
    }

    private static ShellException invalidReply(RemoteError error) {
        return new ShellException(Problem.REMOTE_ERROR, "the reply is invalid: " + error.value())
                .hint("the plugin breaks the protocol; --debug shows the reply as it came");
    }

    private static ShellException failure(RemoteError error) {
        String said = error.summary();
        if (!EMPTY.contains(said)) {
            ShellException failed = new ShellException(Problem.REMOTE_ERROR, said);
            boolean hasTraceback = !error.traceback().isEmpty() || error.value().contains("\n");
            return hasTraceback ? failed : failed.hint("the plugin's own log may say more");
        }
        String shown = said.isEmpty() ? "''" : said;
        return new ShellException(Problem.REMOTE_ERROR, "the plugin reports an error and does not say which: " + shown)
                .hint("the plugin's own log may say more");
    }
}
