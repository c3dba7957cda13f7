package io.github.hubsh.core.plugin;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.value.ContentException;
import org.jspecify.annotations.Nullable;

/** What is in a reply. */
final class Replies {
    private Replies() {}

    /** Returns the reply's value; throws its error. */
    static @Nullable Object value(ExecuteReply reply) {
        RemoteError error = reply.error();
        if (error != null) {
            throw new RemoteErrorException(error);
        }
        try {
            return ContentData.decode(reply.result());
        } catch (ContentException e) {
            throw new PluginException("the result cannot be read: " + e.getMessage(), e);
        }
    }
}
