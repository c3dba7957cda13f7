package io.github.hubsh.shell.verb.observe.replay;

import io.github.hubsh.shell.recording.RecordingHeader;
import io.github.hubsh.shell.recording.RecordingReader;
import io.github.hubsh.shell.recording.replay.CarryOver;
import io.github.hubsh.shell.recording.replay.ReplayChoice;
import io.github.hubsh.shell.recording.replay.ReplayPlan;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.MessageLevel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a replay, one after the other. */
record ReplayFiles(ReplayOptions options, Session session) {
    /** What is done with the requests of a file. */
    interface Use {
        /** Takes the requests of a file, which is named as it was given. */
        void of(ReplayPlan plan, RecordingHeader header, String file);
    }

    /**
     * Reads them.
     *
     * @param carry {@code null} where nothing is carried
     */
    void forEach(@Nullable CarryOver carry, Use use) {
        int before = 0;
        for (int i = 0; i < options.arguments().operandCount(); i++) {
            String file = options.arguments().operand(i);
            try (RecordingReader reader =
                    new RecordingReader(file, session.io().files().input(file))) {
                RecordingHeader header = reader.header();
                ReplayChoice choice = new ReplayChoice(options.only(), header.hubName(), options.span(header));
                ReplayPlan plan = new ReplayPlan(reader, choice, carry, before);
                use.of(plan, header, file);
                before = plan.number();
                tell(choice, reader.isCut() ? file : "");
            }
        }
    }

    private void tell(ReplayChoice choice, String cut) {
        List<String> left = new ArrayList<>();
        if (choice.toHub() > 0) {
            left.add(choice.toHub() + " to the hub");
        }
        if (choice.nested() > 0) {
            left.add(choice.nested() + " that plugins send by themselves");
        }
        if (!left.isEmpty()) {
            session.io().display().say(MessageLevel.NOTE, "left out: " + String.join(", ", left));
        }
        if (!cut.isEmpty()) {
            session.io().display().say(MessageLevel.WARNING, "the end of " + cut + " is missing");
        }
    }
}
