package io.github.hubsh.shell.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code tail --jsonl} has shown of a recorded message, cut out of its line: the line has more keys, and is else
 * the same text. To decode a line and to write it again takes many times as long. For one thread.
 */
final class ShownJson {
    private static final Set<String> HIDDEN = Set.of(LineWriter.SINCE, LineWriter.SESSION, LineWriter.RAW);
    private static final int MAX_KEY_BYTES = 16;

    private final byte[] line;
    private final byte[] shown;

    // Mutable state
    private int at = 1;
    private int length;
    private boolean escapesHalf;

    private ShownJson(byte[] line) {
        this.line = line;
        this.shown = new byte[line.length];
    }

    /**
     * Returns the text.
     *
     * @param line one JSON object, which has been checked
     * @return {@code null} where the text would be another
     */
    static @Nullable String of(byte[] line) {
        ShownJson shown = new ShownJson(line);
        return line.length > 2 && line[0] == '{' && shown.copy() && !shown.escapesHalf
                ? new String(shown.shown, 0, shown.length, UTF_8)
                : null;
    }

    private boolean copy() {
        shown[length++] = '{';
        while (at < line.length && line[at] == '"') {
            int begin = at;
            skipText();
            String key = at - begin <= MAX_KEY_BYTES ? new String(line, begin + 1, at - begin - 2, UTF_8) : "";
            if (at >= line.length || line[at++] != ':') {
                return false;
            }
            skipValue();
            if (!HIDDEN.contains(key)) {
                copy(begin, at);
            }
            if (at < line.length && line[at] == ',') {
                at++;
            }
        }
        shown[length++] = '}';
        return at == line.length - 1 && line[at] == '}';
    }

    private void copy(int from, int to) {
        if (length > 1) {
            shown[length++] = ',';
        }
        System.arraycopy(line, from, shown, length, to - from);
        length += to - from;
    }

    /** Goes behind a text. A half of a surrogate pair is escaped in a recording, and shown as U+FFFD. */
    private void skipText() {
        at++;
        while (at < line.length && line[at] != '"') {
            if (line[at] == '\\') {
                at++;
                escapesHalf |= at + 1 < line.length && line[at] == 'u' && (line[at + 1] | 0x20) == 'd';
            }
            at++;
        }
        at++;
    }

    private void skipValue() {
        int depth = 0;
        while (at < line.length) {
            switch (line[at]) {
                case '"' -> {
                    skipText();
                    continue;
                }
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    if (depth-- == 0) {
                        return;
                    }
                }
                case ',' -> {
                    if (depth == 0) {
                        return;
                    }
                }
                default -> {
                    // Part of a number or a word.
                }
            }
            at++;
        }
    }
}
