package io.github.hubsh.core.wire;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RequestOutline;
import io.github.hubsh.core.message.Route;
import io.github.hubsh.core.value.ContentException;
import java.util.Arrays;

/**
 * A message of the common form, as far as it was read.
 *
 * @param header where its header stands in the text
 * @param command where the value of its {@code command} stands
 */
public record UnreadMessage(Route route, Span header, Span command) {
    /** A part of a text. */
    record Span(int from, int to) {
        static final Span NONE = new Span(0, 0);

        int length() {
            return to - from;
        }

        byte[] of(byte[] text) {
            return Arrays.copyOfRange(text, from, to);
        }
    }

    /** Returns how many bytes {@link #outline} copies. */
    public int outlineSize() {
        return header.length() + command.length();
    }

    /**
     * Returns the outline of this request, which is read when it is asked for.
     *
     * @param text the text that was read; its parts are copied
     */
    public RequestOutline outline(byte[] text) {
        return new UnreadOutline(header.of(text), command.of(text), route.silent());
    }

    /**
     * Returns this message without its data, for one whose text is passed on.
     *
     * @param text the text that was read
     */
    public Message withoutData(byte[] text) {
        if (route.type() == MessageType.EXECUTE_REQUEST) {
            return outline(text).request();
        }
        Header read = header(header.of(text));
        return new ExecuteReply(read, null, "", ExecuteReply.Status.OK, 0, Payload.NONE, null, route.silent());
    }

    private static Header header(byte[] text) {
        try {
            return HeaderReader.read(Fields.of("header", Json.parse(text)));
        } catch (ContentException | MalformedMessageException e) {
            throw new IllegalStateException("can't read what was checked before", e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record UnreadOutline(byte[] header, byte[] command, boolean silent) implements RequestOutline {
        @Override
        public ExecuteRequest request() {
            try {
                String name = String.valueOf(Json.parse(command));
                return new ExecuteRequest(UnreadMessage.header(header), name, Payload.NONE, silent, false);
            } catch (ContentException e) {
                throw new IllegalStateException("can't read what was checked before", e);
            }
        }

        @Override
        public int size() {
            return header.length + command.length;
        }
    }
}
