package io.github.hubsh.shell.render;

import io.github.hubsh.core.message.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How wide the columns of rows that come one by one are: as wide as what was shown so far needs, and no wider than
 * leaves room for arguments and results. Names that are too long are cut so that they stay distinct.
 */
final class BroadcastColumns {
    /** From this width on, rows stand below each other; in a narrower terminal there is no blank to spare. */
    private static final int MIN_ALIGNED_WIDTH = 60;

    private static final String ARROW = " → ";
    private static final int MAX_NAMES = 1_000;

    private final ShortNames shortNames = new ShortNames();

    // Mutable state
    private final Set<String> shown = new LinkedHashSet<>();
    private final Map<String, String> cut = new HashMap<>();
    private List<String> known = List.of();
    private int cutWidth;
    private int source;
    private int target;
    private int command;

    /** Takes the names of all plugins, from which those that are shown have to be distinct. */
    void know(List<String> names) {
        if (known != names) {
            known = names;
            names.forEach(shortNames::add);
        }
    }

    /** Returns the sides of a message, in columns of one width: its reply goes the other way. */
    String route(Message message, int width) {
        String from = name(message.source(), width);
        String to = name(message.target(), width);
        source = Math.max(source, Math.max(TextWidth.of(from), TextWidth.of(to)));
        target = source;
        return padded(from, source, width) + ARROW + padded(to, target, width);
    }

    /** As {@link #route}, of requests only. */
    String requestRoute(Message request, int width) {
        String from = name(request.source(), width);
        String to = name(request.target(), width);
        source = Math.max(source, TextWidth.of(from));
        target = Math.max(target, TextWidth.of(to));
        return padded(from, source, width) + ARROW + padded(to, target, width);
    }

    String command(String name, int width) {
        String text = shortCommand(name, width);
        command = Math.max(command, TextWidth.of(text));
        return padded(text, command, width);
    }

    /** As {@link #command}, without blanks behind it. */
    static String shortCommand(String name, int width) {
        return MiddleCut.of(List.of(Sanitizer.text(name)), Math.max(8, width / 4))
                .get(0);
    }

    private static String padded(String text, int column, int width) {
        int room = Math.min(column, width / 4);
        return width < MIN_ALIGNED_WIDTH ? text : text + " ".repeat(Math.max(0, room - TextWidth.of(text)));
    }

    private String name(String name, int width) {
        String text = Sanitizer.text(shortNames.of(name));
        int most = Math.max(6, width / 6);
        if (TextWidth.of(text) <= most) {
            return text;
        }
        boolean added = shown.size() < MAX_NAMES && shown.add(text);
        if (added || most != cutWidth) {
            List<String> names = new ArrayList<>(shown);
            List<String> shorter = MiddleCut.of(names, most);
            cut.clear();
            for (int i = 0; i < names.size(); i++) {
                cut.put(names.get(i), shorter.get(i));
            }
            cutWidth = most;
        }
        String shorter = cut.get(text);
        return shorter == null ? TextWidth.cut(text, most) : shorter;
    }
}
