package io.github.hubsh.shell.session.network;

import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.value.ContentException;
import java.util.List;

/**
 * A plugin in this process that stands for another one: what it replies is encoded already.
 *
 * @param commands what it tells about its commands; there may be others
 */
public record FakePlugin(String name, List<KnownCommand> commands, Answers answers) {
    /** What the plugin replies. */
    public interface Answers {
        /**
         * Answers a request; may be called on several threads at once, and may take its time.
         *
         * @throws ContentException if the arguments cannot be read
         */
        FakeReply to(ExecuteRequest request) throws ContentException;
    }
}
