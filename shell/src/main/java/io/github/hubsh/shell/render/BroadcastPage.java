package io.github.hubsh.shell.render;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.shell.session.TimedBroadcast;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A broadcast: one line for people, one object for programs. */
final class BroadcastPage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private BroadcastPage() {}

    static Page of(TimedBroadcast broadcast, View view) {
        if (view.format() == OutputFormat.RAW) {
            return Page.ofData(StyledLine.of(view.terminal() ? Sanitizer.text(broadcast.raw()) : broadcast.raw()));
        }
        if (view.format() == OutputFormat.JSON || !view.terminal()) {
            return Page.ofData(Renderer.json(object(broadcast), view));
        }
        return Page.ofData(line(broadcast, view));
    }

    static Map<String, @Nullable Object> object(TimedBroadcast broadcast) {
        Message message = broadcast.message();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("time", broadcast.time().toString());
        object.put("source", message.source());
        object.put("target", message.target());
        object.put("type", message.header().type().wireName());
        if (message instanceof ExecuteRequest request) {
            object.put("command", request.command());
            object.put("data", ContentData.decodeOrExplain(request.arguments()));
        } else if (message instanceof ExecuteReply reply) {
            object.put("command", reply.command());
            object.put("data", ContentData.decodeOrExplain(reply.result()));
            RemoteError error = reply.error();
            if (error != null) {
                object.put("error", error.value());
            }
        }
        return object;
    }

    private static StyledLine line(TimedBroadcast broadcast, View view) {
        Message message = broadcast.message();
        String route = Sanitizer.text(message.source() + " → " + message.target());
        String time = time(broadcast.time(), view);
        String what = " " + Sanitizer.text(what(message));
        int left = Math.max(20, view.width() - time.length() - TextWidth.of(route) - 1);
        return StyledLine.of(
                new StyledSpan(time + " ", Role.TIME),
                new StyledSpan(route, Role.NAME),
                new StyledSpan(TextWidth.cut(what, left), isFailed(message) ? Role.ERROR : Role.PLAIN));
    }

    private static String what(Message message) {
        if (message instanceof ExecuteRequest request) {
            return request.command() + " ? " + ValuePage.cell(ContentData.decodeOrExplain(request.arguments()));
        }
        if (message instanceof ExecuteReply reply) {
            RemoteError error = reply.error();
            return reply.command()
                    + (error == null
                            ? " = " + ValuePage.cell(ContentData.decodeOrExplain(reply.result()))
                            : " ! " + error.summary());
        }
        return message.header().type().wireName();
    }

    private static boolean isFailed(Message message) {
        return message instanceof ExecuteReply reply && reply.failed();
    }

    private static String time(Instant time, View view) {
        return TIME.format(time.atZone(view.time().getZone()));
    }
}
