package io.github.hubsh.shell.recording;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.HubIdentity;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.session.result.ResultCondition;
import io.github.hubsh.shell.word.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a recording is to hold.
 *
 * @param file that it goes into
 * @param filter which broadcasts
 * @param condition on what programs get of a broadcast, or {@code null}
 * @param count how many
 * @param limit how long, or {@code null}
 * @param rotation how large a file may become, or {@code null}
 * @param filters as the header names them
 */
public record RecordingPlan(
        String file,
        TailFilter filter,
        @Nullable ResultCondition condition,
        long count,
        @Nullable Duration limit,
        @Nullable Long rotation,
        Map<String, String> filters) {
    private static final long MAX_ROOM = 128L << 20;
    private static final List<String> FILTERS =
            List.of("--plugin", "--command", "--source", "--target", "--type", "--where");

    /**
     * Reads what {@code record} was asked for.
     *
     * @param any a pattern for a plugin on either side or a command
     * @param session whose language conditions have
     */
    public static RecordingPlan of(String file, @Nullable String any, Arguments arguments, Session session) {
        Word where = arguments.word("--where");
        return new RecordingPlan(
                file,
                TailFilter.of(any, arguments),
                where == null ? null : session.language().condition(where),
                arguments.count("--count", Integer.MAX_VALUE),
                arguments.duration("--for"),
                arguments.size("--rotate"),
                filters(any, arguments));
    }

    private static Map<String, String> filters(@Nullable String any, Arguments arguments) {
        Map<String, String> filters = new LinkedHashMap<>();
        if (any != null) {
            filters.put("filter", any);
        }
        for (String option : FILTERS) {
            String text = arguments.text(option);
            if (text != null) {
                filters.put(option.substring(2), text);
            }
        }
        return filters;
    }

    /**
     * Opens the file.
     *
     * @throws io.github.hubsh.shell.word.ShellException as {@link Session#hub} for the network; BAD_FILE
     */
    public Recorder open(Session session) {
        HubIdentity hub = session.hub().network().identity();
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("hubsh", session.program().services().version());
        versions.put("java", Runtime.version().toString());
        RecordingHeader header = new RecordingHeader(Instant.now(), hub.uri(), hub.hubName(), versions, filters, 1);
        RecordingFiles files = new RecordingFiles(file, rotation, session.io().files());
        return new Recorder(this, header, files, session.io().display());
    }

    /** Returns what to listen to. While the program is cold, or the disk is busy, much may wait; none may be missed. */
    public BroadcastFilter beforeReading() {
        return filter.beforeReading()
                .withRoom(Math.min(MAX_ROOM, Runtime.getRuntime().maxMemory() / 4));
    }

    boolean wants(TimedBroadcast broadcast) {
        return filter.accepts(broadcast.message())
                && (condition == null || condition.holds(broadcast.facts(ContentData::decodeOrExplain)));
    }
}
