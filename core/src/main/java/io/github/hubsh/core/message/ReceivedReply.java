package io.github.hubsh.core.message;

/**
 * A reply with the text it came in, which holds what a parsed message does not: unknown keys, the order of keys,
 * spaces.
 *
 * @param json the text as it came; the array is shared, and nothing writes to it
 */
@SuppressWarnings("ArrayRecordComponent") // the text is passed on and never compared
public record ReceivedReply(ExecuteReply reply, byte[] json) {}
