package io.github.hubsh.core.hub;

import io.github.hubsh.core.access.AccessRights;
import io.github.hubsh.core.driver.MachineDriver;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.protocol.HubAction;
import io.github.hubsh.core.protocol.HubProtocol;
import io.github.hubsh.core.protocol.MalformedMessage;
import io.github.hubsh.core.protocol.MessageOrigin;
import io.github.hubsh.core.protocol.MessageOrigin.Channel;
import io.github.hubsh.core.protocol.WireMessage;
import io.github.hubsh.core.wire.HubFrames;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.core.wire.ReceivedMessage;
import io.github.hubsh.core.wire.ShortenedText;
import io.github.hubsh.core.wire.UnreadableFramesException;
import java.util.List;

/** Reads the messages that a hub does not pass on unread, and lets the machine decide about them. On the hub's loop. */
final class HubReader {
    /** To read a message takes many times its size. */
    private static final long MAX_READ_BYTES =
            Math.max(1 << 20, Runtime.getRuntime().maxMemory() / 32);

    private final MachineDriver<HubProtocol> driver;

    HubReader(MachineDriver<HubProtocol> driver) {
        this.driver = driver;
    }

    /** Reads frames of a socket that serves this channel. */
    List<HubAction> decide(Channel channel, List<byte[]> frames, AccessRights rights) {
        try {
            HubFrames.Received text =
                    channel == Channel.QUERY ? HubFrames.readQuery(frames) : HubFrames.readCommand(frames);
            return decide(new MessageOrigin(channel, text.peer(), text.envelope(), rights), text.json());
        } catch (UnreadableFramesException e) {
            return driver.decide(protocol -> protocol.receiveUnreadable(e.peer(), String.valueOf(e.getMessage())));
        }
    }

    private List<HubAction> decide(MessageOrigin from, byte[] json) {
        if (json.length > MAX_READ_BYTES) {
            return refuse(from, json);
        }
        try {
            ReceivedMessage received = ReceivedMessage.read(json);
            WireMessage message = new WireMessage(received.message(), received.json());
            return driver.decideNow((protocol, now) -> protocol.receive(from, message, now));
        } catch (MalformedMessageException e) {
            MalformedMessage malformed =
                    new MalformedMessage(e.header(), e.isSilent(), String.valueOf(e.getMessage()), json);
            return driver.decideNow((protocol, now) -> protocol.receiveMalformed(from, malformed, now));
        }
    }

    /** Answers a message that is too large to be read, and could not be passed on unread. */
    private List<HubAction> refuse(MessageOrigin from, byte[] json) {
        byte[] text = ShortenedText.of(json);
        Header header;
        try {
            header = ReceivedMessage.read(text).message().header();
        } catch (MalformedMessageException e) {
            header = e.header();
        }
        String reason = "its " + json.length + " bytes can only go to a plugin that takes them at once; "
                + "the hub itself reads at most " + MAX_READ_BYTES;
        MalformedMessage refused = new MalformedMessage(header, false, reason, text);
        return driver.decideNow((protocol, now) -> protocol.receiveMalformed(from, refused, now));
    }
}
