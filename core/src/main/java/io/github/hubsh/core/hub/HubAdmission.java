package io.github.hubsh.core.hub;

import io.github.hubsh.core.access.AccessRights;
import io.github.hubsh.core.access.AccessRule;
import io.github.hubsh.core.access.Refusal;
import io.github.hubsh.core.hub.RefusedAccess.Who;
import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.protocol.ClusterPolicy;
import io.github.hubsh.core.protocol.MessageOrigin;
import io.github.hubsh.core.server.PeerGate;
import io.github.hubsh.core.server.ServerSecurity;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.SocketSecurity;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Who may come to a hub, and do what there: each key is asked for its rights as they are now. */
final class HubAdmission {
    private final @Nullable HubSecurity security;
    private final RefusalLog refusals;

    /** @param security {@code null} lets every peer do everything */
    HubAdmission(@Nullable HubSecurity security, Logger log) {
        this.security = security;
        this.refusals = new RefusalLog(InstantSource.system(), log::warn);
    }

    boolean isCurve() {
        return security != null;
    }

    /** Returns what the sockets are secured by. */
    ServerSecurity sockets() {
        SocketSecurity mechanism = security == null
                ? SocketSecurity.NONE
                : SocketSecurity.curveServer(security.server(), new SecureRandom());
        return new ServerSecurity(mechanism, this::refused);
    }

    /** Returns the rights of the owner of a key; a key without any may do nothing. */
    @Nullable
    AccessRights rights(@Nullable CurveKey key) {
        if (security == null) {
            return AccessRights.ALL;
        }
        return key == null ? null : security.clients().rights(key);
    }

    /** Whether a key lets its owner send every message of a type, under the name that its connection has. */
    boolean isFree(MessageType type, @Nullable CurveKey key) {
        AccessRights rights = rights(key);
        return rights != null && (type == MessageType.EXECUTE_REPLY ? rights.answersFreely() : rights.isUnrestricted());
    }

    /** Decides who may ask on the query socket: every client. */
    @Nullable
    String refuseClient(Octets identity, @Nullable CurveKey key) {
        AccessRights rights = rights(key);
        return rights == null ? refuse(Refusal.UNKNOWN_KEY, "", key) : null;
    }

    /** Decides who may connect to the command socket: the plugins of a client that may use their name. */
    @Nullable
    String refusePlugin(Octets identity, @Nullable CurveKey key) {
        AccessRights rights = rights(key);
        String name = identity.text();
        Refusal refusal = rights == null ? Refusal.UNKNOWN_KEY : rights.name(name);
        return refusal == null ? null : refuse(refusal, name, key);
    }

    /** Decides who may hear broadcasts. */
    PeerGate subscribers() {
        return (identity, key) -> {
            AccessRights rights = rights(key);
            Refusal refusal = rights == null ? Refusal.UNKNOWN_KEY : rights.subscribe();
            return refusal == null ? null : refuse(refusal, "", key);
        };
    }

    /** A message was refused. */
    void refused(MessageOrigin from, Refusal refusal, @Nullable CurveKey key) {
        String unused = refuse(refusal, from.channel() == MessageOrigin.Channel.QUERY ? "" : from.peer(), key);
    }

    /** Returns what is accepted from the other hubs of a cluster. */
    ClusterPolicy clusterPolicy() {
        return security == null ? ClusterPolicy.OPEN : new ClusterPolicy(security.clients()::rightsOfName);
    }

    Map<AccessRule, Long> counts() {
        return refusals.counts();
    }

    List<RefusedAccess> last() {
        return refusals.last();
    }

    private void refused(ServerSecurity.RefusedPeer peer) {
        CurveKey key = peer.key();
        Who who = new Who(peer.identity().text(), key == null ? "" : key.z85(), peer.address());
        refusals.add(AccessRule.HANDSHAKE, who, peer.reason());
    }

    private String refuse(Refusal refusal, String name, @Nullable CurveKey key) {
        refusals.add(refusal.rule(), new Who(name, key == null ? "" : key.z85(), ""), refusal.reason());
        return refusal.reason();
    }
}
