package io.github.hubsh.shell.session.network;

import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What other peers call an error, as the kinds of error that a person meets. */
public final class PeerErrors {
    /** Where the reason begins, behind the plugin's name: it is at another hub, or its queue is full. */
    private static final List<String> WAYS =
            List.of(" is at another hub, ", " is at the hub ", " takes no more messages");

    /** Errors that say that there is one, and no more. */
    private static final Set<String> EMPTY = Set.of("", "{}", "[]", "true", "false", "0", "1");

    private PeerErrors() {}

    public static ShellException ofRemote(RemoteError error) {
        if (error.isUnsupportedRoute()) {
            return new ShellException(Problem.NO_SUCH_PLUGIN, "no such plugin is registered");
        }
        ShellException unanswered = unanswered(error);
        if (unanswered != null) {
            return unanswered;
        }
        String refusal = error.refusal();
        if (refusal != null) {
            return new ShellException(Problem.REMOTE_ERROR, "the hub refuses: " + refusal)
                    .hint("the hub's certificate of a key says what it may do: help curve");
        }
        if (error.isUnknownCommand()) {
            return furtherLines(new ShellException(Problem.NO_SUCH_COMMAND, "no such command"), error.value());
        } else if (error.name().equals(FakeReply.NOT_RECORDED)) {
            String first = error.value().lines().findFirst().orElse("");
            return furtherLines(new ShellException(Problem.REMOTE_ERROR, first), error.value());
        }
        ShellException failed = error.isInvalidReply() ? invalidReply(error) : failure(error);
        String traceback = error.traceback().isEmpty() ? error.value() : String.join("\n", error.traceback());
        return traceback.isEmpty() ? failed : failed.remoteTraceback(traceback);
    }

    /** What a hub says in the place of a plugin that did not answer. */
    private static @Nullable ShellException unanswered(RemoteError error) {
        String why = why(error.value());
        return switch (error.name()) {
            case RemoteError.NOT_CONNECTED ->
                why == null
                        ? new ShellException(Problem.NO_SUCH_PLUGIN, "registered, but not connected")
                        : new ShellException(Problem.REMOTE_ERROR, why).hint(remedy(why));
            case RemoteError.DISCONNECTED ->
                new ShellException(Problem.REMOTE_ERROR, why == null ? "the plugin went before it replied" : why)
                        .hint("it may have executed the command; plugins shows whether it is back");
            case RemoteError.TOO_MANY_REQUESTS ->
                new ShellException(Problem.REMOTE_ERROR, "too many requests are without a reply")
                        .hint("wait for replies before you send more");
            case RemoteError.NO_REPLY ->
                new ShellException(Problem.REMOTE_ERROR, "no reply came for hours, and the hub gave the request up");
            default -> null;
        };
    }

    /** Returns what a hub says of the way to a plugin, or {@code null} if it says no more than its kind of error. */
    private static @Nullable String why(String value) {
        for (String way : WAYS) {
            int place = value.indexOf(way);
            if (place >= 0 && value.startsWith("Plugin ")) {
                String text = "the plugin" + value.substring(place);
                return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
            }
        }
        return null;
    }

    private static String remedy(String why) {
        return why.startsWith("the plugin is at ")
                ? "hub status shows the hubs, and what is between them"
                : "it is slow, or hangs: plugins --ping shows whether it answers";
    }

    /** A fake says in further lines what it knows. */
    private static ShellException furtherLines(ShellException failure, String text) {
        int more = text.indexOf('\n');
        return more < 0 ? failure : failure.hint(text.substring(more + 1));
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
