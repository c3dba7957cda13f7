package io.github.hubsh.shell.recording;

import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.word.ShellException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of files in which the parts of a recording were written. {@code rec*.jsonl} gives them by name, which puts
 * the first one behind all others, and the tenth before the second.
 */
final class PartOrder {
    /** {@code rec}, {@code -2}, {@code .jsonl.gz}: as {@link RecordingFiles#name} makes them. */
    private static final Pattern NUMBERED = Pattern.compile("(.*?)(-\\d{1,9})?((?:\\.[^./\\\\]*)?(?:\\.gz)?)");

    private PartOrder() {}

    /**
     * Returns the names, with the parts of each recording in their order where they may stand; all else stays where it
     * is. Opens only files whose names are those of parts.
     */
    static List<String> of(Collection<String> names, FileAccess files) {
        List<String> ordered = new ArrayList<>(names);
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            groups.computeIfAbsent(base(ordered.get(i)), base -> new ArrayList<>())
                    .add(i);
        }
        groups.values().forEach(places -> order(ordered, places, files));
        return ordered;
    }

    private static String base(String name) {
        Matcher parts = NUMBERED.matcher(name);
        return parts.matches() ? parts.group(1) + parts.group(3) : name;
    }

    /** A file that is named twice is wanted twice, in that order. */
    private static void order(List<String> names, List<Integer> places, FileAccess files) {
        List<String> group = places.stream().map(names::get).toList();
        if (group.size() < 2 || new HashSet<>(group).size() < group.size()) {
            return;
        }
        Map<String, Integer> parts = new HashMap<>();
        Instant start = null;
        for (String name : group) {
            Optional<RecordingHeader> header = header(name, files);
            if (header.isEmpty() || (start != null && !header.get().start().equals(start))) {
                return;
            }
            start = header.get().start();
            parts.put(name, header.get().part());
        }
        List<String> sorted =
                group.stream().sorted(Comparator.comparing(parts::get)).toList();
        for (int i = 0; i < places.size(); i++) {
            names.set(places.get(i), sorted.get(i));
        }
    }

    /** What is wrong with a file is said when its turn comes. */
    private static Optional<RecordingHeader> header(String name, FileAccess files) {
        try (RecordingReader reader = new RecordingReader(name, files.input(name))) {
            return Optional.of(reader.header());
        } catch (ShellException unreadable) {
            return Optional.empty();
        }
    }
}
