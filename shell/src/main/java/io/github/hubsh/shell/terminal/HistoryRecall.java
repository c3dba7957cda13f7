package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.session.memory.LineHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of the history, named as in bash: {@code !!} is the last one, {@code !-2} the one before it, {@code !12} has
 * that number, {@code !x pump} is the newest that begins so, also of earlier sessions.
 */
final class HistoryRecall {
    private static final Pattern FORM =
            Pattern.compile("!(?:(?<last>!)|(?<number>\\d{1,9})|-(?<back>\\d{1,9})|(?<prefix>[^\\s!=\\d-].*))\\s*");

    private HistoryRecall() {}

    /** Returns whether a line names another one, which need not be there. */
    static boolean isMeant(String line) {
        return FORM.matcher(line).matches();
    }

    /** Returns the line that is named, or {@code null} where there is none. */
    static @Nullable String find(String line, LineHistory history) {
        Matcher form = FORM.matcher(line);
        if (!form.matches()) {
            return null;
        }
        List<String> lines = history.lines();
        if (form.group("prefix") != null) {
            String prefix = form.group("prefix").stripTrailing();
            List<String> all = new ArrayList<>(history.earlier());
            all.addAll(lines);
            return newest(all, each -> each.startsWith(prefix));
        }
        int index = form.group("last") != null
                ? lines.size() - 1
                : form.group("number") != null
                        ? Integer.parseInt(form.group("number")) - history.firstNumber()
                        : lines.size() - Integer.parseInt(form.group("back"));
        return index < 0 || index >= lines.size() ? null : lines.get(index);
    }

    private static @Nullable String newest(List<String> lines, Predicate<String> fits) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (fits.test(lines.get(i))) {
                return lines.get(i);
            }
        }
        return null;
    }
}
