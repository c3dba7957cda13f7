package io.github.hubsh.shell.live;

import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;

/** What other peers call an error, as the kinds of error that a person meets. */
final class PeerErrors {
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
        ShellException failed = new ShellException(Problem.REMOTE_ERROR, error.summary());
        String traceback = error.traceback().isEmpty() ? error.value() : String.join("\n", error.traceback());
        return traceback.isEmpty() ? failed : failed.remoteTraceback(traceback);
    }
}
