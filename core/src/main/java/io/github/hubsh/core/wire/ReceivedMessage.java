package io.github.hubsh.core.wire;

import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.MessageType;

/**
 * A message that has come, with its text.
 *
 * @param json the text as it came; for a reply that needed {@link ReplyRepair}, the repaired text, which every peer
 *     takes. The array is shared, and nothing writes to it
 */
@SuppressWarnings("ArrayRecordComponent") // the text is passed on and never compared
public record ReceivedMessage(Message message, byte[] json) {
    /**
     * Reads one message as peers send it: the verdict is that of {@link MessageReader}, except for replies with the
     * habits that {@link ReplyRepair} knows.
     *
     * @throws MalformedMessageException saying which field is wrong
     */
    public static ReceivedMessage read(byte[] json) throws MalformedMessageException {
        try {
            return new ReceivedMessage(MessageReader.read(json), json);
        } catch (MalformedMessageException e) {
            boolean reply = e.header() != null && e.header().type() == MessageType.EXECUTE_REPLY;
            byte[] repaired = reply ? ReplyRepair.of(json) : null;
            if (repaired == null) {
                throw e;
            }
            return new ReceivedMessage(MessageReader.read(repaired), repaired);
        }
    }
}
