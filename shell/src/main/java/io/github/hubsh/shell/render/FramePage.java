package io.github.hubsh.shell.render;

import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.StatementResult;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A frame: a line that says what and how far, and what there is to see below it; or one object for programs. */
public final class FramePage {
    private FramePage() {}

    /**
     * Writes a frame for a screen of so many rows; what does not fit is counted. The last row is left to the cursor.
     *
     * @param rows of the screen; {@link Integer#MAX_VALUE} for all lines
     */
    public static List<StyledLine> lines(Outcome.Frame frame, View view, int rows) {
        List<StyledLine> lines = new ArrayList<>();
        lines.add(header(frame, view.width()));
        StatementResult before = frame.before();
        int gutter = frame.marked() ? ChangeMarker.GUTTER : 0;
        List<StyledLine> body = lines(frame.now(), view.resized(Math.max(1, view.width() - gutter)));
        if (frame.marked()) {
            body = ChangeMarker.marked(
                    body, before == null ? null : lines(before, view.resized(view.width() - gutter)));
        }
        int room = Math.max(1, rows == Integer.MAX_VALUE ? rows : rows - 2);
        if (body.size() > room) {
            int hidden = body.size() - room + 1;
            lines.addAll(body.subList(0, room - 1));
            lines.add(StyledLine.of("… " + hidden + " more lines", Role.NOTE));
        } else {
            lines.addAll(body);
        }
        // A line that is too long would go on in the next row, and push the rest out of its place.
        lines.replaceAll(line -> line.cut(view.width()));
        return lines;
    }

    static Page of(Outcome.Frame frame, View view) {
        boolean looked = view.terminal() || view.format() == OutputFormat.TABLE;
        return looked && view.format() != OutputFormat.JSON
                ? Page.ofData(lines(frame, view, Integer.MAX_VALUE))
                : Page.ofData(Renderer.json(object(frame), view));
    }

    static Map<String, @Nullable Object> object(Outcome.Frame frame) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>(frame.facts());
        ShellException error = frame.now().error();
        if (error != null) {
            object.put("error", ErrorPage.object(error));
        } else if (frame.marked()) {
            object.put("value", value(frame.now().results()));
        }
        return object;
    }

    private static @Nullable Object value(List<Outcome> results) {
        if (results.size() == 1) {
            return Renderer.value(results.get(0));
        }
        List<@Nullable Object> values = new ArrayList<>(results.size());
        for (Outcome result : results) {
            values.add(Renderer.value(result));
        }
        return results.isEmpty() ? null : values;
    }

    private static StyledLine header(Outcome.Frame frame, int width) {
        String state = frame.state();
        String title = TextWidth.cut(Sanitizer.text(frame.title()), Math.max(1, width - TextWidth.of(state) - 2));
        int gap = Math.max(2, width - TextWidth.of(title) - TextWidth.of(state));
        return StyledLine.of(new StyledSpan(title, Role.HEADER), new StyledSpan(" ".repeat(gap) + state, Role.NOTE));
    }

    private static List<StyledLine> lines(StatementResult picture, View view) {
        List<StyledLine> lines = new ArrayList<>();
        for (Outcome result : picture.results()) {
            // The rows of a frame come and go, and stay a table when only one is left.
            boolean rows = Renderer.value(result) instanceof List<?> list && Table.fits(list);
            Page page = Renderer.render(result, rows ? view.as(OutputFormat.TABLE) : view);
            lines.addAll(page.data());
            lines.addAll(page.messages());
        }
        for (String note : picture.notes()) {
            lines.add(StyledLine.of(Sanitizer.text(note), Role.NOTE));
        }
        ShellException error = picture.error();
        if (error != null) {
            lines.addAll(ErrorPage.of(error, view));
        }
        return lines;
    }
}
