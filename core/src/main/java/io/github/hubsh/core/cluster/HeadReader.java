package io.github.hubsh.core.cluster;

import io.github.hubsh.core.protocol.cluster.ClusterEntry;
import io.github.hubsh.core.protocol.cluster.ClusterMessage;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.State;
import io.github.hubsh.core.protocol.cluster.HubStart;
import io.github.hubsh.core.protocol.cluster.RequestKey;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what another hub has written; what is not that is an {@link IOException}, whatever it is. */
final class HeadReader {
    /** No hub says more in its life; counting on from there does not overflow. */
    private static final long MAX_COUNT = 1L << 48;

    private static final ClusterEntry.Kind[] ENTRY_KINDS = ClusterEntry.Kind.values();

    private final DataInputStream in;

    private HeadReader(byte[] bytes) {
        in = new DataInputStream(new ByteArrayInputStream(bytes));
    }

    static ClusterText read(byte[] bytes) throws IOException {
        HeadReader reader = new HeadReader(bytes);
        try {
            ClusterMessage head = reader.head();
            int rest = reader.in.available();
            return new ClusterText(head, Arrays.copyOfRange(bytes, bytes.length - rest, bytes.length));
        } catch (IllegalArgumentException e) {
            throw new IOException("not from a hub: " + e.getMessage(), e);
        } catch (EOFException e) {
            throw new IOException("not from a hub: it is cut off", e);
        }
    }

    private ClusterMessage head() throws IOException {
        int version = in.readUnsignedByte();
        if (version != HeadKind.VERSION) {
            throw new IOException("a hub writes version " + version + ", this one reads " + HeadKind.VERSION);
        }
        HeadKind kind = HeadKind.of(in.readUnsignedByte());
        HubStart from = new HubStart(in.readUTF(), in.readLong());
        return switch (kind) {
            case HELLO -> new ClusterMessage.Hello(from);
            case TAKEN -> new ClusterMessage.Taken(from, in.readLong());
            case BEAT -> new ClusterMessage.Beat(from, state());
            case CHANGES -> new ClusterMessage.Changes(from, count(), entries());
            case BYE -> new ClusterMessage.Bye(from);
            case ASK -> new ClusterMessage.Ask(from, in.readLong());
            case SNAPSHOT ->
                new ClusterMessage.Snapshot(from, state(), in.readUnsignedShort(), in.readUnsignedShort(), entries());
            case REQUEST -> new ClusterMessage.Request(from, in.readLong(), in.readLong(), key());
            case REPLY -> new ClusterMessage.Reply(from, in.readLong());
            case INQUIRY -> new ClusterMessage.Inquiry(from, numbers());
            case FINDINGS -> new ClusterMessage.Findings(from, numbers(), numbers());
            case PING -> new ClusterMessage.Ping(from, in.readLong());
            case PONG -> new ClusterMessage.Pong(from, in.readLong());
            case BROADCAST -> new ClusterMessage.Broadcast(from, in.readUTF(), in.readUTF(), in.readUTF());
        };
    }

    private RequestKey key() throws IOException {
        return new RequestKey(in.readUTF(), in.readUTF(), in.readUTF());
    }

    private State state() throws IOException {
        return new State(count(), in.readLong());
    }

    private long count() throws IOException {
        long count = in.readLong();
        if (count < 0 || count > MAX_COUNT) {
            throw new IOException("not from a hub: it has announced " + count + " entries");
        }
        return count;
    }

    private List<ClusterEntry> entries() throws IOException {
        int count = in.readUnsignedShort();
        List<ClusterEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(new ClusterEntry(entryKind(in.readUnsignedByte()), in.readUTF(), in.readLong()));
        }
        return entries;
    }

    private static ClusterEntry.Kind entryKind(int number) throws IOException {
        for (ClusterEntry.Kind kind : ENTRY_KINDS) {
            if (kind.number() == number) {
                return kind;
            }
        }
        throw new IOException("not from a hub: an entry of kind " + number);
    }

    private List<Long> numbers() throws IOException {
        int count = in.readUnsignedShort();
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(in.readLong());
        }
        return numbers;
    }
}
