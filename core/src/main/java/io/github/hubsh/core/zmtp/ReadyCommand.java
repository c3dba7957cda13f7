package io.github.hubsh.core.zmtp;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The READY command ⇄ bytes. Two properties mean something here; any others of the peer are ignored. */
final class ReadyCommand {
    static final String NAME = "READY";

    private static final String SOCKET_TYPE = "Socket-Type";
    private static final String IDENTITY = "Identity";

    private ReadyCommand() {}

    /** Returns the command in its frame. */
    static Octets encode(LocalSocket self) {
        return CommandCodec.frame(NAME, metadata(self));
    }

    /** Returns what we say of ourselves, as it stands in the command. */
    static byte[] metadata(LocalSocket self) {
        Map<String, Octets> properties = new LinkedHashMap<>();
        properties.put(SOCKET_TYPE, Octets.ofText(self.type().name()));
        if (self.type().hasIdentity()) {
            properties.put(IDENTITY, self.identity());
        }
        return PropertyList.encode(properties);
    }

    /** Reads what the peer says of itself, and refuses a socket that ours has nothing to say to. */
    static PeerReady parse(Octets data, LocalSocket self, HandshakeLimits limits) throws ZmtpException {
        Map<String, Octets> properties = PropertyList.parse(data);
        ZmtpSocketType type = type(properties.get(SOCKET_TYPE.toLowerCase(Locale.ROOT)), self);
        Octets identity = properties.getOrDefault(IDENTITY.toLowerCase(Locale.ROOT), Octets.EMPTY);
        return new PeerReady(type, type.hasIdentity() ? checked(identity, limits) : Octets.EMPTY);
    }

    private static ZmtpSocketType type(@Nullable Octets value, LocalSocket self) throws ZmtpException {
        if (value == null) {
            throw new ZmtpException("READY without the property " + SOCKET_TYPE);
        }
        Optional<ZmtpSocketType> type = ZmtpSocketType.named(value.toString());
        if (type.isEmpty() || !self.type().accepts(type.get())) {
            throw new ZmtpException("a " + value + " socket can't be connected to this " + self.type());
        }
        return type.get();
    }

    private static Octets checked(Octets identity, HandshakeLimits limits) throws ZmtpException {
        if (identity.size() > limits.maxIdentityBytes()) {
            throw MessageBounds.tooMuch("an identity of " + identity.size() + " bytes", limits.maxIdentityBytes());
        }
        if (!identity.isEmpty() && identity.get(0) == 0) {
            throw new ZmtpException("an identity that begins with a zero byte, which is reserved");
        }
        return identity;
    }
}
