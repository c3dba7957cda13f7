package io.github.hubsh.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.access.AccessException;
import io.github.hubsh.core.access.AccessRights;
import io.github.hubsh.core.access.AccessRule;
import io.github.hubsh.core.message.ConnectReply.CommandSocket;
import io.github.hubsh.core.message.ConnectReply.PublishSocket;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.protocol.cluster.ClusterEntry;
import io.github.hubsh.core.protocol.cluster.ClusterMessage;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Beat;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Changes;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Request;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Snapshot;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.State;
import io.github.hubsh.core.protocol.cluster.ClusterProtocol;
import io.github.hubsh.core.protocol.cluster.ClusterSettings;
import io.github.hubsh.core.protocol.cluster.HubStart;
import io.github.hubsh.core.protocol.cluster.RequestKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a hub with keys accepts from the other hubs of its cluster. */
final class ClusterPolicyTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final HubStart SELF = new HubStart("here", 5);
    private static final HubStart OTHER = new HubStart("there", 7);

    private final Messages messages = Messages.create();
    private final HubProtocol hub =
            new HubProtocol("here", messages, new CommandSocket("", 1, "here"), new PublishSocket("", 2));
    private final List<AccessRights> clients = new ArrayList<>();
    private final ClusterPolicy policy = new ClusterPolicy(
            name -> clients.stream().filter(each -> each.name(name) == null).toList());
    private final ClusterProtocol cluster = new ClusterProtocol(
            SELF, new ClusterSettings(ClusterSettings.DEFAULT_DEADLINE.toNanos(), 0, policy::accepts));

    @BeforeEach
    void join() {
        hub.join(cluster, policy);
        hub.connected("pump", 0);
        decide(new Beat(OTHER, new State(0, 0)));
    }

    @Test
    void names_that_no_client_may_use_are_not_known_from_elsewhere() throws AccessException {
        client("ann", Map.of());
        decide(new Changes(OTHER, 0, List.of(live("ann"), live("stranger"), live("ann-2"))));
        assertThat(hub.registry()).containsOnlyKeys("pump", "ann", "ann-2");
        assertThat(cluster.counts().refused()).isEqualTo(1);
    }

    @Test
    void a_name_has_no_more_rights_from_elsewhere_than_here() throws AccessException {
        client("ann", Map.of("deny", "pump/reset"));
        client("guest", Map.of("read-only", "true"));
        assertThat(asks("ann", "dispense", 1)).hasSize(1).first().isInstanceOf(HubAction.Forward.class);
        refused(asks("ann", "reset", 2), AccessRule.DENY, "(deny = pump/reset)");
        refused(asks("guest", "dispense", 3), AccessRule.READ_ONLY, "(read-only = true)");
        refused(asks("stranger", "dispense", 4), AccessRule.NAMES, "'stranger'");
    }

    @Test
    void a_name_that_two_clients_may_use_has_the_rights_that_both_have() throws AccessException {
        client("boss", Map.of("names", "*"));
        client("guest", Map.of("read-only", "true"));
        assertThat(asks("ann", "dispense", 1)).hasSize(1);
        refused(asks("guest", "dispense", 2), AccessRule.READ_ONLY, "at another hub");
    }

    @Test
    void what_changes_in_the_folder_holds_for_plugins_that_are_announced_already() throws AccessException {
        client("ann", Map.of());
        decide(new Changes(OTHER, 0, List.of(live("ann"), live("bob"))));
        clients.clear();
        client("bob", Map.of());
        policy.changed();
        hub.decideCluster(ClusterProtocol::recheck, null, SECOND);
        assertThat(hub.registry()).containsOnlyKeys("pump");

        State state = new State(2, 99);
        assertThat(decide(new Beat(OTHER, state))).hasSize(1); // asks for all
        decide(new Snapshot(OTHER, state, 0, 1, List.of(live("ann"), live("bob"))));
        assertThat(hub.registry()).containsOnlyKeys("pump", "bob");
        assertThat(decide(new Beat(OTHER, state))).isEmpty();
    }

    private static void refused(List<HubAction> actions, AccessRule rule, String reason) {
        assertThat(actions).hasSize(2);
        assertThat(((HubAction.Refused) actions.get(0)).refusal().rule()).isEqualTo(rule);
        ExecuteReply reply = (ExecuteReply) ((HubAction.Reply) actions.get(1)).message();
        assertThat(reply.error()).isNotNull();
        assertThat(reply.error().name()).isEqualTo(RemoteError.ACCESS_REFUSED);
        assertThat(reply.error().value()).contains(reason);
    }

    private List<HubAction> asks(String requester, String command, long number) {
        ExecuteRequest request = messages.executeRequest(requester, "pump", command, Payload.NONE);
        RequestKey key = new RequestKey(request.session(), requester, "pump");
        Request head = new Request(OTHER, SELF.epoch(), number, key);
        return hub.decideCluster(joined -> joined.receive(head, SECOND), WireMessage.of(request), SECOND);
    }

    private List<HubAction> decide(ClusterMessage message) {
        return hub.decideCluster(joined -> joined.receive(message, SECOND), null, SECOND);
    }

    private void client(String owner, Map<String, String> metadata) throws AccessException {
        clients.add(AccessRights.of(owner, metadata));
    }

    private static ClusterEntry live(String plugin) {
        return new ClusterEntry(ClusterEntry.Kind.LIVE, plugin, 1);
    }
}
