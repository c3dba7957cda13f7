package io.github.hubsh.shell.verb.observe.replay;

import io.github.hubsh.shell.recording.RecordingSequence;
import io.github.hubsh.shell.recording.replay.CarryOver;
import io.github.hubsh.shell.recording.replay.ReplayChoice;
import io.github.hubsh.shell.recording.replay.ReplayPlan;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recordings of a replay, one after the other, each with all its parts. */
record ReplayFiles(ReplayOptions options, Session session) {
    /** What is done with the requests of a recording. */
    interface Use {
        /** Takes the requests; the file is the first part, as it was named. */
        void of(ReplayPlan plan, String file);
    }

    /**
     * Reads them.
     *
     * @param carry {@code null} where nothing is carried
     */
    void forEach(@Nullable CarryOver carry, Use use) {
        List<String> named =
                options.arguments().operandsFrom(0).stream().map(Word::text).toList();
        Deque<String> files =
                new ArrayDeque<>(RecordingSequence.inOrder(named, session.io().files()));
        int before = 0;
        while (!files.isEmpty()) {
            String file = files.element();
            try (RecordingSequence recording =
                    RecordingSequence.ofParts(files, session.io().files())) {
                ReplayChoice choice = new ReplayChoice(options.only(), options.span(recording.header()));
                ReplayPlan plan = new ReplayPlan(recording, choice, carry, before);
                use.of(plan, file);
                before = plan.number();
                tell(choice);
                recording.warnOfCuts(session.io().display());
            }
        }
        if (before == 0) {
            throw new ShellException(Problem.USAGE, "there is no request to send")
                    .hint("recording info FILE --commands lists what there is");
        }
    }

    private void tell(ReplayChoice choice) {
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
    }
}
