package io.github.hubsh.core.hub;

import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.protocol.HubProtocol;
import io.github.hubsh.core.protocol.MessageOrigin.Channel;
import io.github.hubsh.core.server.RouterServer;
import io.github.hubsh.core.server.SharedBytes;
import io.github.hubsh.core.zmtp.Octets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a hub's loop what comes by the socket of one channel, and the socket who may come in. On the loop. */
final class ChannelReceiver implements RouterServer.Receiver {
    private final HubLoop loop;
    private final HubAdmission access;
    private final Channel channel;

    ChannelReceiver(HubLoop loop, HubAdmission access, Channel channel) {
        this.loop = loop;
        this.access = access;
        this.channel = channel;
    }

    @Override
    public void received(Octets identity, List<SharedBytes> frames) {
        if (!knowsPeersByIdentity() || !loop.pass(identity, frames)) {
            loop.received(channel, identity, frames);
        }
    }

    @Override
    public @Nullable String refusal(Octets identity, @Nullable CurveKey key) {
        return knowsPeersByIdentity() ? access.refusePlugin(identity, key) : access.refuseClient(identity, key);
    }

    @Override
    public boolean knowsPeersByIdentity() {
        return channel == Channel.COMMAND;
    }

    @Override
    public void connected(Octets identity) {
        if (knowsPeersByIdentity()) {
            loop.presence(identity, HubProtocol::connected);
        }
    }

    @Override
    public void ended(Octets identity) {
        if (knowsPeersByIdentity()) {
            loop.presence(identity, HubProtocol::disconnected);
        }
    }

    @Override
    public void refused(Octets identity) {
        if (knowsPeersByIdentity()) {
            loop.presence(identity, (protocol, peer, now) -> protocol.refused(peer));
        }
    }

    @Override
    public void broken(Octets identity, String reason) {
        loop.broken(identity, reason);
    }
}
