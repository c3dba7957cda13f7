package io.github.hubsh.core.cluster;

import io.github.hubsh.core.protocol.cluster.ClusterEntry;
import io.github.hubsh.core.protocol.cluster.ClusterMessage;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Ask;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Beat;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Broadcast;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Changes;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Findings;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Inquiry;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Ping;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Pong;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Reply;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Request;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Snapshot;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.State;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Taken;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * Writes what hubs say to each other: version, kind, sender, the fields in their order, and then the text as it came.
 */
final class HeadWriter {
    private final ByteArrayOutputStream bytes;
    private final DataOutputStream out;

    private HeadWriter(int textSize) {
        bytes = new ByteArrayOutputStream(128 + textSize);
        out = new DataOutputStream(bytes);
    }

    /** @throws IOException if a name is longer than 65,535 bytes */
    static byte[] write(ClusterMessage head, byte[] text) throws IOException {
        HeadWriter writer = new HeadWriter(text.length);
        writer.head(head);
        writer.out.write(text);
        return writer.bytes.toByteArray();
    }

    private void head(ClusterMessage head) throws IOException {
        out.writeByte(HeadKind.VERSION);
        out.writeByte(HeadKind.of(head).number());
        out.writeUTF(head.from().hub());
        out.writeLong(head.from().epoch());
        if (head instanceof Taken taken) {
            out.writeLong(taken.newcomer());
        } else if (head instanceof Beat beat) {
            state(beat.state());
        } else if (head instanceof Changes changes) {
            out.writeLong(changes.base());
            entries(changes.entries());
        } else if (head instanceof Ask ask) {
            out.writeLong(ask.since());
        } else if (head instanceof Snapshot part) {
            state(part.state());
            out.writeShort(part.page());
            out.writeShort(part.pages());
            entries(part.entries());
        } else if (head instanceof Inquiry inquiry) {
            numbers(inquiry.numbers());
        } else if (head instanceof Findings findings) {
            numbers(findings.underWay());
            numbers(findings.unknown());
        } else if (head instanceof Ping ping) {
            out.writeLong(ping.sentAt());
        } else if (head instanceof Pong pong) {
            out.writeLong(pong.sentAt());
        } else {
            beforeText(head);
        }
    }

    private void beforeText(ClusterMessage head) throws IOException {
        if (head instanceof Request request) {
            out.writeLong(request.to());
            out.writeLong(request.number());
            out.writeUTF(request.key().session());
            out.writeUTF(request.key().requester());
            out.writeUTF(request.key().target());
        } else if (head instanceof Reply reply) {
            out.writeLong(reply.number());
        } else if (head instanceof Broadcast broadcast) {
            out.writeUTF(broadcast.source());
            out.writeUTF(broadcast.target());
            out.writeUTF(broadcast.type());
        }
    }

    private void state(State state) throws IOException {
        out.writeLong(state.version());
        out.writeLong(state.digest());
    }

    private void entries(List<ClusterEntry> entries) throws IOException {
        out.writeShort(entries.size());
        for (ClusterEntry entry : entries) {
            out.writeByte(entry.kind().number());
            out.writeUTF(entry.text());
            out.writeLong(entry.since());
        }
    }

    private void numbers(List<Long> numbers) throws IOException {
        out.writeShort(numbers.size());
        for (Long number : numbers) {
            out.writeLong(number);
        }
    }
}
