package io.github.hubsh.core.protocol;

import io.github.hubsh.core.message.Header;
import org.jspecify.annotations.Nullable;

/**
 * What has come instead of a message.
 *
 * @param header what could be read of its header, if anything
 * @param silent whether it asked to be kept out of the broadcasts
 * @param reason what is wrong with it
 * @param json the text as it came; the array is shared, and nothing writes to it
 */
@SuppressWarnings("ArrayRecordComponent") // the text is quoted and never compared
public record MalformedMessage(@Nullable Header header, boolean silent, String reason, byte[] json) {}
