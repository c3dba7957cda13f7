package io.github.hubsh.shell.recording.compare;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.shell.recording.ValuePath;
import io.github.hubsh.shell.recording.compare.Difference.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What differs from run to run, as paths to ignore. Bounded in number; for one thread. */
public final class LearnedPaths {
    private static final int MAX_PATHS = 1_000;

    /** A larger deviation is not noise. */
    private static final double MAX_DEVIATION = 0.5;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    // Mutable state
    private final Map<String, Difference> found = new LinkedHashMap<>();
    private double deviation;

    /**
     * A path.
     *
     * @param text as {@code --ignore} takes it
     * @param example the first difference there
     */
    public record LearnedPath(String text, Difference example) {}

    /** Takes a difference in the reply to a request. */
    public void add(ExecuteRequest request, Difference difference) {
        String path = request.header().target() + "." + request.command() + ":" + general(difference.path());
        if (found.size() < MAX_PATHS) {
            found.putIfAbsent(path, difference);
        }
        deviation = Math.max(deviation, deviation(difference));
    }

    /** Returns the paths in the order in which they were found. */
    public List<LearnedPath> paths() {
        List<LearnedPath> paths = new ArrayList<>();
        found.forEach((text, example) -> paths.add(new LearnedPath(text, example)));
        return paths;
    }

    /** Returns a tolerance that takes all differences of numbers; 0 where none does, or no number differs. */
    public double deviation() {
        return deviation > MAX_DEVIATION ? 0 : Math.ceil(deviation * 100) / 100;
    }

    /** Elements and rows differ as their kind does. */
    private static String general(ValuePath path) {
        StringBuilder text = new StringBuilder();
        for (Object step : path.steps()) {
            if (step instanceof Integer) {
                text.append("[]");
            } else if (NAME.matcher(String.valueOf(step)).matches()) {
                text.append('.').append(step);
            } else {
                text.append('.').append(Json.write(step));
            }
        }
        return text.length() == 0 ? "." : text.toString();
    }

    /** As numpy's {@code isclose} counts: with the same tolerance relative and absolute. */
    private static double deviation(Difference difference) {
        Number recorded = PythonEquality.number(PythonEquality.plain(difference.recorded()));
        Number now = PythonEquality.number(PythonEquality.plain(difference.now()));
        if (difference.kind() != Kind.CHANGED || recorded == null || now == null) {
            return 0;
        }
        double far = Math.abs(now.doubleValue() - recorded.doubleValue());
        double needed = far / (1 + Math.abs(recorded.doubleValue()));
        return Double.isNaN(needed) ? Double.MAX_VALUE : needed;
    }
}
