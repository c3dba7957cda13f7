package io.github.hubsh.core.protocol;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.protocol.HubAction.Drop;
import io.github.hubsh.core.protocol.HubAction.Forward;
import io.github.hubsh.core.protocol.HubAction.Publish;
import io.github.hubsh.core.protocol.HubAction.Relay;
import io.github.hubsh.core.protocol.HubAction.Reply;
import java.util.List;
import java.util.stream.Collectors;

/** The actions of a hub in short, as a test compares them: {@code forward a>b, publish; drop c: …}. */
final class ShownActions {
    private ShownActions() {}

    static String shown(List<HubAction> actions) {
        return actions.stream().map(ShownActions::shown).collect(Collectors.joining("; "));
    }

    private static String shown(HubAction action) {
        if (action instanceof Forward forward) {
            return "forward " + shown(forward, "");
        } else if (action instanceof Relay relay) {
            return "relay " + shown(relay.forward(), " to " + relay.way().hub());
        } else if (action instanceof Reply reply) {
            return "reply " + reply.to().peer() + ":" + error(reply.message());
        } else if (action instanceof Drop drop) {
            return "drop " + drop.peer() + ": " + drop.reason();
        }
        return action instanceof Publish ? "publish" : action.toString();
    }

    private static String shown(Forward forward, String way) {
        return forward.from().peer() + ">" + forward.target() + way
                + error(forward.message().message()) + (forward.publish() ? ", publish" : "");
    }

    private static String error(Message message) {
        RemoteError error = message instanceof ExecuteReply reply ? reply.error() : null;
        return error == null ? "" : " " + error.name() + ": " + error.value();
    }
}
