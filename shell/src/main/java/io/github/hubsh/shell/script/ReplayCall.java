package io.github.hubsh.shell.script;

import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replays a recording for a script, with the verb {@code replay} and the script's rights. */
record ReplayCall(Connections connections) {
    /** More differences, or failures, say no more. */
    private static final int MAX_ROWS = 10_000;

    /**
     * Returns what replays.
     *
     * @param files a list of names, in the text of a script's value
     * @param options a list of options, each with its value if it has one, in the text of a script's value
     */
    Operation prepare(int connection, String files, String options) {
        StringBuilder line = new StringBuilder(VerbName.REPLAY.text()).append(" --quiet");
        ScriptText.readTexts(files).forEach(file -> line.append(' ').append(Operations.quoted(file)));
        boolean compares = false;
        if (ScriptText.read(options) instanceof List<?> all) {
            compares = all.contains(List.of("--verify"));
            all.forEach(option -> line.append(typed((List<?>) option)));
        }
        Rows rows = new Rows(compares);
        return () -> {
            try {
                connections.session(0).language().run(line.toString(), connections.sandboxed(connection), rows::take);
            } catch (ShellException failed) {
                if (!rows.areComplete() || !isVerdict(failed)) {
                    throw failed;
                }
            }
            return ScriptText.write(rows.result());
        };
    }

    private static String typed(List<?> option) {
        String value = option.size() == 1 ? "" : " " + Operations.quoted(String.valueOf(option.get(1)));
        return " " + option.get(0) + value;
    }

    /** The result says as much. */
    private static boolean isVerdict(ShellException failed) {
        return failed.problem() == Problem.ASSERTION_FAILED || failed.problem() == Problem.REMOTE_ERROR;
    }

    /** Collects what the verb shows. */
    private static final class Rows {
        private final boolean compares;
        private final List<Map<String, @Nullable Object>> kept = new ArrayList<>();

        // Mutable state
        private @Nullable Map<?, ?> summary;

        Rows(boolean compares) {
            this.compares = compares;
        }

        void take(Outcome outcome) {
            if (!(outcome instanceof Outcome.Row row)) {
                return;
            }
            Map<String, @Nullable Object> facts = row.facts();
            if (facts.get("summary") instanceof Map<?, ?> sums) {
                summary = sums;
            } else if (facts.get("differences") instanceof List<?> differences) {
                differences.forEach(each -> keep(facts, (Map<?, ?>) each));
            } else if (!compares && facts.get("error") != null) {
                keep(facts, Map.of("error", String.valueOf(facts.get("error"))));
            }
        }

        boolean areComplete() {
            return summary != null;
        }

        Map<String, @Nullable Object> result() {
            Map<?, ?> sums = summary == null ? Map.of() : summary;
            Map<String, @Nullable Object> result = new LinkedHashMap<>();
            result.put(
                    "ok",
                    isZero(sums.get("newly_failed")) && isZero(sums.get("different")) && isZero(sums.get("missing")));
            result.put(compares ? "differences" : "failures", kept);
            result.put("summary", sums);
            return result;
        }

        private static boolean isZero(@Nullable Object count) {
            return count == null || Long.valueOf(0).equals(count);
        }

        private void keep(Map<String, @Nullable Object> row, Map<?, ?> part) {
            if (kept.size() < MAX_ROWS) {
                Map<String, @Nullable Object> whole = new LinkedHashMap<>();
                whole.put("request", row.get("request"));
                whole.put("plugin", row.get("target"));
                whole.put("command", row.get("command"));
                part.forEach((key, value) -> whole.put(String.valueOf(key), value));
                kept.add(whole);
            }
        }
    }
}
