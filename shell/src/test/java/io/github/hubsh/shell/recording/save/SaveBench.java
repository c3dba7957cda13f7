package io.github.hubsh.shell.recording.save;

import io.github.hubsh.shell.fake.FakeRecording;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Saves a recording as a script or a test, and cuts out what stands in it. */
final class SaveBench {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 30);

    final FakeRecording recording = new FakeRecording();

    String test() {
        return text("saved.test.js");
    }

    String script() {
        return text("saved.js");
    }

    String text(String name) {
        List<Step> steps = new RecordedSteps("rec.jsonl", Set.of(), Duration.ofSeconds(2)).of(recording.reader());
        return new SavedScript(name, "rec.jsonl", DATE).text(steps, SavedKind.ofFile(name), null, SaveBench::isSecret);
    }

    private static boolean isSecret(String name, @Nullable Object value) {
        return Set.of("password", "token").contains(name) || "https://ann:geheim@host/".equals(value);
    }

    /** Returns what stands behind the declarations. */
    static String steps(String text) {
        int end = text.indexOf("\n\n", text.lastIndexOf("hub.plugin("));
        String steps = text.substring(end + 2);
        return steps.endsWith("});\n") && steps.contains("\n});\n")
                ? steps.substring(0, steps.lastIndexOf("});\n"))
                : steps;
    }
}
