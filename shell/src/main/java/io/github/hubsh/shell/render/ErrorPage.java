package io.github.hubsh.shell.render;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.word.Place;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.SourceLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error: what was wrong, the place with a caret under it, and what to do; or one object of JSON. */
public final class ErrorPage {
    private static final String INDENT = "  ";

    /** Columns kept to the right of the caret when a long line is cut. */
    private static final int AFTER_CARET = 10;

    private ErrorPage() {}

    public static List<StyledLine> of(ShellException error, View view) {
        return of(error, error.source(), "", view);
    }

    /**
     * As {@link #of(ShellException, View)}.
     *
     * @param source where the statement stands, or {@code null}
     * @param job the number and the line of the job that failed, or empty
     */
    public static List<StyledLine> of(ShellException error, @Nullable SourceLine source, String job, View view) {
        List<StyledLine> lines = new ArrayList<>();
        if (view.format() == OutputFormat.JSON) {
            lines.add(StyledLine.of(Json.write(Map.of("error", object(error, source, job)))));
            return lines;
        }
        said(lines, error, view);
        Place place = error.place();
        if (place != null) {
            caret(lines, place, view.width());
        }
        for (String call : error.calls()) {
            lines.add(StyledLine.of(INDENT + Sanitizer.text(call), Role.NOTE));
        }
        String hint = advice(error, view);
        if (hint != null && !hint.isEmpty() && !view.quiet()) {
            for (String row : rows(INDENT + Sanitizer.text(hint), view)) {
                lines.add(StyledLine.of(row, Role.NOTE));
            }
        }
        if (view.debug()) {
            traces(lines, error);
        }
        String where = source == null ? job : source.toString();
        if (!where.isEmpty()) {
            lines.add(StyledLine.of(INDENT + "in " + Sanitizer.text(where), Role.NOTE));
        }
        return lines;
    }

    /** What was wrong; a statement that the user has stopped has not failed. */
    private static void said(List<StyledLine> lines, ShellException error, View view) {
        String mark = error.isInterruption() ? "" : "error: ";
        List<String> rows = rows(mark + sentence(error), view);
        int marked = Math.min(mark.length(), rows.get(0).length());
        lines.add(StyledLine.of(
                new StyledSpan(rows.get(0).substring(0, marked), Role.ERROR),
                new StyledSpan(rows.get(0).substring(marked), Role.PLAIN)));
        rows.subList(1, rows.size()).forEach(row -> lines.add(StyledLine.of(row)));
    }

    /** What to do, as far as it helps: a traceback that is not there, or is shown, is not offered. */
    private static @Nullable String advice(ShellException error, View view) {
        boolean offersTraceback = error.problem() == Problem.REMOTE_ERROR && error.hint() == null;
        if (offersTraceback && (view.debug() || error.remoteTraceback() == null)) {
            return null;
        }
        return error.problem() == Problem.USAGE ? error.hint() : error.remedy();
    }

    private static List<String> rows(String text, View view) {
        return view.terminal() ? WordWrap.rows(text, view.width()) : List.of(text);
    }

    private static String sentence(ShellException error) {
        String about = error.plugin() == null ? "" : error.plugin() + " " + error.command() + ": ";
        return Sanitizer.text(about + error.text());
    }

    private static void caret(List<StyledLine> lines, Place place, int width) {
        String text = place.line();
        int offset = Math.min(place.offset(), text.length() + 1);
        int start = text.lastIndexOf('\n', Math.min(offset, text.length()) - 1) + 1;
        int end = text.indexOf('\n', start);
        String before = padded(text, start, offset);
        String after = offset > text.length() ? "" : text.substring(offset, end < offset ? text.length() : end);
        String shownBefore = Sanitizer.text(before);
        int room = Math.max(AFTER_CARET, width - INDENT.length() - AFTER_CARET);
        if (TextWidth.of(shownBefore) > room) {
            shownBefore = "…" + shownBefore.substring(TextWidth.start(shownBefore, room - 1));
        }
        int column = TextWidth.of(shownBefore);
        int left = Math.max(AFTER_CARET, width - INDENT.length() - column);
        String shown = shownBefore + TextWidth.cut(Sanitizer.text(after), left);
        lines.add(StyledLine.of(INDENT + shown.stripTrailing()));
        lines.add(StyledLine.of(INDENT + " ".repeat(column) + "^", Role.CARET));
    }

    private static String padded(String text, int start, int offset) {
        return offset <= text.length() ? text.substring(start, offset) : text.substring(start) + " ";
    }

    private static void traces(List<StyledLine> lines, ShellException error) {
        String traceback = error.remoteTraceback();
        if (traceback != null) {
            // Where the plugin failed; where its error arrived here tells nothing.
            lines.addAll(ValuePage.text(traceback));
            return;
        }
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            lines.add(StyledLine.of(Sanitizer.text(cause.toString())));
            for (StackTraceElement element : cause.getStackTrace()) {
                lines.add(StyledLine.of(INDENT + "at " + element));
            }
        }
    }

    static Map<String, @Nullable Object> object(ShellException error) {
        return object(error, error.source(), "");
    }

    private static Map<String, @Nullable Object> object(ShellException error, @Nullable SourceLine source, String job) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("kind", error.problem().kind());
        if (error.plugin() != null) {
            object.put("plugin", error.plugin());
            object.put("command", error.command());
        }
        object.put("message", error.text());
        if (!error.calls().isEmpty()) {
            object.put("stack", error.calls());
        }
        if (source != null) {
            object.put("file", source.file());
            object.put("line", (long) source.row());
        }
        if (!job.isEmpty()) {
            object.put("job", job);
        }
        return object;
    }
}
