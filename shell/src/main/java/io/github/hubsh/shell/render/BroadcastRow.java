package io.github.hubsh.shell.render;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.ItemText;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A broadcast, or a request with its reply, as one row at any width. */
final class BroadcastRow {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    /** From this width on, there is room for milliseconds. */
    private static final int MIN_WIDTH_OF_MILLIS = 100;

    private static final String DOT = " · ";

    private BroadcastRow() {}

    /** Returns {@code 14:02:07 ui → pump set_rate ul_per_s=2}, or with {@code = 2} the reply. */
    static StyledLine of(TimedBroadcast broadcast, BroadcastColumns columns, View view) {
        Message message = broadcast.message();
        int width = view.width();
        DateTimeFormatter format = width < MIN_WIDTH_OF_MILLIS ? SECONDS : MILLIS;
        String command = columns.command(command(message), width);
        List<StyledSpan> row = beginning(time(broadcast, format, view), columns.route(message, width), command);
        String detail = message instanceof ExecuteRequest request
                ? cut(arguments(request), width - TextWidth.of(new StyledLine(row).text()))
                : detail(message);
        row.add(new StyledSpan(detail, failed(message) ? Role.ERROR : Role.PLAIN));
        return fitted(row, view);
    }

    /** Returns {@code 14:02:07 ui → pump set_rate ul_per_s=2 · ok 4.1 ms · 2}. */
    static StyledLine of(Outcome.Exchange exchange, BroadcastColumns columns, View view) {
        Message request = exchange.request().message();
        String time = time(exchange.request(), SECONDS, view);
        String command = BroadcastColumns.shortCommand(command(request), view.width());
        List<StyledSpan> row = beginning(time, columns.requestRoute(request, view.width()), command);
        TimedBroadcast reply = exchange.reply();
        boolean failed = reply == null || failed(reply.message());
        String arguments = detail(request);
        String state = state(exchange.request(), reply);
        String text = reply == null ? "" : result(reply.message());
        String result = text.isEmpty() ? "" : DOT + text;
        int room = view.width() - TextWidth.of(new StyledLine(row).text()) - TextWidth.of(state);
        int least = Math.max(room / 2, room - TextWidth.of(result));
        if (!arguments.isEmpty()) {
            row.add(new StyledSpan(cut(arguments, least), Role.PLAIN));
        }
        // The space behind the command is the one before the dot.
        String end = arguments.isEmpty() ? state.stripLeading() + result : state + result;
        row.add(new StyledSpan(end, failed ? Role.ERROR : Role.PLAIN));
        return fitted(row, view);
    }

    /** Cuts arguments in their middle: the end of a name and the last values tell more than the first words alone. */
    private static String cut(String arguments, int room) {
        return MiddleCut.of(List.of(arguments), Math.max(1, room)).get(0);
    }

    private static List<StyledSpan> beginning(String time, String route, String command) {
        List<StyledSpan> spans = new ArrayList<>();
        spans.add(new StyledSpan(time + " ", Role.TIME));
        spans.add(new StyledSpan(route, Role.NAME));
        spans.add(new StyledSpan(" " + command + " ", Role.PLAIN));
        return spans;
    }

    private static StyledLine fitted(List<StyledSpan> row, View view) {
        int last = row.size() - 1;
        StyledSpan end = row.get(last);
        row.set(last, new StyledSpan(end.text().stripTrailing(), end.role()));
        if (end.text().isEmpty()) {
            StyledSpan command = row.get(last - 1);
            row.set(last - 1, new StyledSpan(command.text().stripTrailing(), command.role()));
        }
        return new StyledLine(row).cut(view.width());
    }

    private static String time(TimedBroadcast broadcast, DateTimeFormatter format, View view) {
        return format.format(broadcast.time().atZone(view.time().getZone()));
    }

    private static String command(Message message) {
        if (message instanceof ExecuteRequest request) {
            return request.command();
        }
        return message instanceof ExecuteReply reply
                ? reply.command()
                : message.header().type().wireName();
    }

    private static String detail(Message message) {
        if (message instanceof ExecuteRequest request) {
            return arguments(request);
        }
        if (!(message instanceof ExecuteReply reply)) {
            return "";
        }
        String result = result(reply);
        return reply.error() != null ? "! " + result : result.isEmpty() ? "ok" : "= " + result;
    }

    private static boolean failed(Message message) {
        return message instanceof ExecuteReply reply && reply.failed();
    }

    private static String result(Message message) {
        if (!(message instanceof ExecuteReply reply)) {
            return "";
        }
        RemoteError error = reply.error();
        Object value = error == null ? ContentData.decodeOrExplain(reply.result()) : null;
        return error == null ? ValuePage.cell(value) : Sanitizer.text(error.summary());
    }

    private static String state(TimedBroadcast request, @Nullable TimedBroadcast reply) {
        if (reply == null) {
            return DOT + "unanswered";
        }
        String time = Durations.format(Duration.between(request.time(), reply.time()));
        return DOT + (failed(reply.message()) ? "failed " : "ok ") + time;
    }

    private static String arguments(ExecuteRequest request) {
        StringBuilder text = new StringBuilder(arguments(ContentData.decodeOrExplain(request.arguments())));
        request.more()
                .forEach((key, value) -> text.append(text.length() == 0 ? "" : " ")
                        .append("--content ")
                        .append(argument(key, value)));
        return Sanitizer.text(text.toString());
    }

    private static String arguments(@Nullable Object data) {
        if (!(data instanceof Map<?, ?> map)) {
            return ValuePage.cell(data);
        }
        List<String> items = new ArrayList<>();
        map.forEach((key, value) -> items.add(argument(String.valueOf(key), value)));
        return String.join(" ", items);
    }

    /** Texts stand as they are typed, so that {@code 1} and {@code "1"} differ; all else as everywhere. */
    private static String argument(String name, @Nullable Object value) {
        boolean typed = value == null || value instanceof String;
        return ItemText.quoteName(name) + (typed ? ItemText.ofValue(value) : "=" + ValuePage.cell(value));
    }
}
