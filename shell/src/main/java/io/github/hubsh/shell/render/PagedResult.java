package io.github.hubsh.shell.render;

import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.session.result.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a pager gets of a result that is longer than the screen: all of it, for the pager scrolls in both directions.
 */
public final class PagedResult {
    /** More parts than that are written to a file rather than read. */
    private static final int MAX_PARTS = 200_000;

    private PagedResult() {}

    /**
     * Returns the lines with nothing left out or folded; none where that is too much.
     *
     * @param page as it fits the screen
     */
    public static List<StyledLine> of(Outcome outcome, Page page, View view) {
        if (!(outcome instanceof Outcome.Value value) || view.format() == OutputFormat.JSON) {
            return page.data();
        }
        return room(value.value(), MAX_PARTS) < 0
                ? List.of()
                : Renderer.render(outcome, view.unlimited()).data();
    }

    /** Returns how much room is left after a value, negative if there is not enough. */
    private static int room(@Nullable Object value, int room) {
        int left = room - 1;
        if (value instanceof Map<?, ?> map) {
            for (Object each : map.values()) {
                left = left < 0 ? left : room(each, left);
            }
        } else if (value instanceof Collection<?> elements) {
            for (Object each : elements) {
                left = left < 0 ? left : room(each, left);
            }
        } else if (value instanceof DataFrame frame) {
            left = room(frame.values(), left);
        } else if (value instanceof Series series) {
            left = room(series.values(), left);
        }
        return left;
    }
}
