package io.github.hubsh.shell.recording.fake;

import io.github.hubsh.shell.recording.RecordedLine;
import io.github.hubsh.shell.recording.RecordedLines;
import io.github.hubsh.shell.recording.RecordedMessage;
import io.github.hubsh.shell.session.memory.Catalog;
import io.github.hubsh.shell.session.memory.Learner;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a recording shows of a network.
 *
 * @param hubName the hub's own name
 * @param catalog of its plugins, the hub among them if it has answered
 */
public record RecordedKnowledge(String hubName, Catalog catalog) {
    /**
     * Reads a recording to its end, and adds what it shows to what is known of the present hub.
     *
     * @param learner one that knows nothing yet
     * @throws ShellException BAD_FILE if it cannot be read
     */
    public static RecordedKnowledge learn(RecordedLines recording, Learner learner) {
        for (RecordedLine line = recording.next(); line != null; line = recording.next()) {
            ShellException.throwIfInterrupted();
            if (line instanceof RecordedMessage message && (message.isRequest() || message.isReply())) {
                learner.heard(message.broadcast());
            }
        }
        learner.keep();
        return new RecordedKnowledge(recording.hubName(), learner.catalog());
    }

    /** Returns the plugins, the hub first. */
    public List<String> plugins() {
        List<String> plugins = new ArrayList<>(catalog.plugins());
        if (plugins.remove(hubName)) {
            plugins.add(0, hubName);
        }
        return plugins;
    }

    /** Returns the name of the peer that a person means: {@code hub} means the hub, unless a plugin is called so. */
    public String addressee(String target) {
        return target.equals("hub") && !catalog.plugins().contains(target) ? hubName : target;
    }
}
