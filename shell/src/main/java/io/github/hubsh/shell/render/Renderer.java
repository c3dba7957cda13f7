package io.github.hubsh.shell.render;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.session.result.ColumnedRows;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.Rows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Outcomes to pages, in the format that the view wants. */
public final class Renderer {
    private Renderer() {}

    public static Page render(Outcome outcome, View view) {
        if (outcome instanceof Outcome.Value value) {
            String look = view.format() == OutputFormat.AUTO ? value.look() : null;
            return look == null
                    ? value(value, view)
                    : text(new Outcome.Text(look.lines().toList()), view);
        }
        if (outcome instanceof Outcome.Binary binary) {
            return value(new Outcome.Value(binary.content(), null), view);
        }
        if (outcome instanceof Outcome.Text text) {
            return text(text, view);
        }
        if (outcome instanceof Outcome.Heard
                || outcome instanceof Outcome.Exchange
                || outcome instanceof Outcome.Recorded) {
            return new BroadcastPage().of(outcome, view);
        }
        if (outcome instanceof Outcome.Frame frame) {
            return FramePage.of(frame, view);
        }
        if (outcome instanceof Outcome.Row row) {
            return row(row, view);
        }
        boolean oneLineEach = view.format() == OutputFormat.JSON && outcome instanceof Outcome.Nothing;
        return oneLineEach ? Page.ofData(StyledLine.of("null")) : Page.ofData(List.of());
    }

    /** Returns what programs see of an outcome, as data. */
    public static @Nullable Object value(Outcome outcome) {
        if (outcome instanceof Outcome.Value value) {
            return value.value();
        }
        if (outcome instanceof Outcome.Heard heard) {
            return heard.broadcast().facts(ContentData::decodeOrExplain);
        }
        if (outcome instanceof Outcome.Recorded recorded) {
            return value(recorded.heard());
        }
        if (outcome instanceof Outcome.Exchange exchange) {
            return exchange.facts();
        }
        if (outcome instanceof Outcome.Row row) {
            return row.facts();
        }
        if (outcome instanceof Outcome.Frame frame) {
            return FramePage.object(frame);
        }
        if (outcome instanceof Outcome.Binary binary) {
            return binary.content();
        }
        return outcome instanceof Outcome.Text text ? text.lines() : null;
    }

    private static Page row(Outcome.Row row, View view) {
        return view.terminal() && view.format() == OutputFormat.AUTO
                ? Page.ofData(StyledLine.of(TextWidth.cut(Sanitizer.text(row.text()), view.width())))
                : render(Outcome.value(row.facts()), view);
    }

    private static Page value(Outcome.Value outcome, View view) {
        Object value = outcome.value();
        String raw = outcome.raw();
        if (view.format() == OutputFormat.RAW && raw != null) {
            return Page.ofData(StyledLine.of(view.terminal() ? Sanitizer.text(raw) : raw));
        }
        if (view.format() == OutputFormat.JSON || (view.format() == OutputFormat.RAW && value != null)) {
            return Page.ofData(json(value, view));
        }
        if (value == null) {
            return view.quiet() ? Page.ofData(List.of()) : Page.ofMessage("ok (no data)");
        }
        if (view.terminal() && value instanceof ColumnedRows rows) {
            value = RelativeTimes.in(rows, view.time().instant());
        }
        if (view.format() == OutputFormat.TABLE) {
            List<@Nullable Object> rows = Rows.of(value);
            Object table = rows == null ? value : rows;
            return Page.ofData(Table.of(table, view.terminal() ? DisplayLimits.of(view) : DisplayLimits.endless()));
        }
        if (view.terminal()) {
            return Page.ofData(ValuePage.of(value, DisplayLimits.of(view)));
        }
        return Page.ofData(StyledLine.of(Json.text(value)));
    }

    static StyledLine json(@Nullable Object value, View view) {
        String json = Json.write(value);
        return StyledLine.of(view.terminal() ? Sanitizer.text(json) : json);
    }

    private static Page text(Outcome.Text text, View view) {
        if (view.format() == OutputFormat.JSON) {
            return Page.ofData(json(text.lines(), view));
        }
        List<StyledLine> lines = new ArrayList<>();
        for (int i = 0; i < text.lines().size(); i++) {
            String line = (text.margin().isEmpty() ? "" : text.margin().get(i))
                    + text.lines().get(i);
            String shown = view.terminal() ? Sanitizer.text(line) : line;
            if (text.prose() && view.terminal()) {
                WordWrap.rows(shown, view.width()).forEach(row -> lines.add(StyledLine.of(row)));
            } else {
                lines.add(StyledLine.of(shown));
            }
        }
        return Page.ofData(lines);
    }
}
