package io.github.hubsh.shell.recording.save;

import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.recording.ValuePath;
import io.github.hubsh.shell.word.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a test expects of answers, as statements in JavaScript. */
final class JsExpectations {
    private static final int MAX_ERROR_LENGTH = 100;

    /** A number by itself, or an address: another one each time. */
    private static final Pattern FRESH_PART =
            Pattern.compile("0x[0-9a-f]+|(?<![\\p{L}\\p{N}_.])\\d+(\\.\\d+)?(?![\\p{L}\\p{N}_])");

    private final Requested requested;
    private final Set<String> imports;

    JsExpectations(Requested requested, Set<String> imports) {
        this.requested = requested;
        this.imports = imports;
    }

    /** Returns whether one statement is enough for what is expected of a value. */
    static boolean isSingle(@Nullable Object value) {
        return !(ExpectedValues.plain(value) instanceof List<?> list && list.size() > ExpectedValues.MAX_ELEMENTS);
    }

    /**
     * Returns the statements that check a value.
     *
     * @param actual the expression that gives it; it is used once where {@link #isSingle}
     * @param fresh the parts that are new each time
     */
    List<JsExpression> of(JsExpression actual, @Nullable Object value, Set<ValuePath> fresh) {
        return of(actual, value, ValuePath.ROOT, fresh);
    }

    private List<JsExpression> of(JsExpression actual, @Nullable Object value, ValuePath path, Set<ValuePath> fresh) {
        List<JsExpression> statements = new ArrayList<>();
        if (isSingle(value)) {
            statements.add(expectation(actual, matcher(value, path, fresh)));
        } else if (ExpectedValues.plain(value) instanceof List<?> list) {
            statements.add(expectation(actual, JsExpression.of("toHaveLength(" + list.size() + ")")));
            statements.addAll(of(actual.before("[0]"), list.get(0), path.then(0), fresh));
        }
        return statements;
    }

    /** What is long breaks into lines: what is expected, or else the call. */
    private static JsExpression expectation(JsExpression actual, JsExpression matcher) {
        JsExpression expected = JsExpression.call("expect", List.of(actual));
        return matcher.parts().isEmpty()
                ? expected.before("." + matcher.flat() + ";")
                : matcher.after(expected.flat() + ".").before(";");
    }

    private JsExpression matcher(@Nullable Object value, ValuePath path, Set<ValuePath> fresh) {
        ExpectedValues values = new ExpectedValues(requested, fresh, imports);
        Object plain = ExpectedValues.plain(value);
        String standIn = values.standIn(plain, path);
        if (plain == null) {
            return JsExpression.of("toBeNull()");
        } else if (standIn != null) {
            return JsExpression.of(matcher(standIn));
        } else if (plain instanceof Map<?, ?> map) {
            boolean table = value instanceof Series || value instanceof DataFrame;
            Map<String, JsExpression> entries = values.entries(map, path, table);
            List<JsExpression> codes = new ArrayList<>();
            entries.forEach((key, code) -> codes.add(code.after(JsLiteral.key(key))));
            String matcher = entries.size() < map.size() ? "toMatchObject" : "toEqual";
            return JsExpression.call(matcher, List.of(JsExpression.object(codes)));
        }
        JsExpression expected = values.of(value, path);
        boolean simple = JsLiteral.scalar(plain) != null || plain instanceof String;
        boolean part = expected.open().startsWith("expect.");
        return part && simple
                ? JsExpression.of(matcher(expected.flat()))
                : JsExpression.call(simple ? "toBe" : "toEqual", List.of(expected));
    }

    /** Returns the matcher that says the same as a stand-in. */
    private static String matcher(String standIn) {
        return standIn.replaceFirst("^expect\\.closeTo", "toBeCloseTo")
                .replaceFirst("^expect\\.stringMatching", "toMatch")
                .replaceFirst("^expect\\.stringContaining", "toContain")
                .replaceFirst("^expect\\.anything\\(\\)$", "not.toBeNull()")
                .replaceFirst("^(expect\\.any.*)$", "toEqual($1)");
    }

    /** Returns the statement that expects an error. */
    JsExpression of(JsExpression call, StepAnswer.Failed failed) {
        JsExpression function = call.after("() => ");
        return expectation(function, JsExpression.call("toThrow", List.of(JsExpression.of(error(failed)))));
    }

    private String error(StepAnswer.Failed failed) {
        String type = type(failed.problem());
        if (!type.isEmpty()) {
            imports.add(type);
            return type;
        }
        String line = failed.text().strip().lines().findFirst().orElse("");
        String text = line.length() > MAX_ERROR_LENGTH ? line.substring(0, MAX_ERROR_LENGTH) : line;
        if (text.isEmpty()) {
            imports.add("RemoteError");
            return "RemoteError";
        }
        Matcher fresh = FRESH_PART.matcher(text);
        return fresh.find() ? pattern(text, fresh.reset()) : JsLiteral.text(text);
    }

    private static String pattern(String text, Matcher fresh) {
        StringBuilder pattern = new StringBuilder("/");
        int from = 0;
        while (fresh.find()) {
            pattern.append(escaped(text.substring(from, fresh.start())));
            pattern.append(
                    fresh.group().startsWith("0x") ? "0x[0-9a-f]+" : fresh.group(1) == null ? "\\d+" : "[\\d.]+");
            from = fresh.end();
        }
        return pattern.append(escaped(text.substring(from))).append('/').toString();
    }

    private static String escaped(String text) {
        String literal = JsLiteral.text(text);
        String inner =
                literal.substring(1, literal.length() - 1).replace("\\'", "'").replace("\\\"", "\"");
        return inner.replaceAll("(?<!\\\\)[.*+?^${}()|\\[\\]/]", "\\\\$0");
    }

    private static String type(Problem problem) {
        return switch (problem) {
            case NO_SUCH_PLUGIN -> "NoSuchPluginError";
            case NO_SUCH_COMMAND -> "NoSuchCommandError";
            case TIMEOUT -> "TimeoutError";
            default -> "";
        };
    }
}
