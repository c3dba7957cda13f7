package io.github.hubsh.shell.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Marks what differs from one picture to the next: the line with a sign before it, and the words with a role. */
final class ChangeMarker {
    /** Columns before each line. */
    static final int GUTTER = 2;

    private static final StyledSpan SAME = new StyledSpan("  ", Role.PLAIN);
    private static final StyledSpan DIFFERENT = new StyledSpan("* ", Role.WARNING);

    private ChangeMarker() {}

    /**
     * Returns the lines behind a gutter.
     *
     * @param before the lines of the picture before, or {@code null} for the first
     */
    static List<StyledLine> marked(List<StyledLine> lines, @Nullable List<StyledLine> before) {
        List<StyledLine> marked = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            String old =
                    before == null || i >= before.size() ? "" : before.get(i).text();
            marked.add(marked(lines.get(i), before == null ? lines.get(i).text() : old));
        }
        return marked;
    }

    private static StyledLine marked(StyledLine line, String before) {
        List<Word> words = words(line.text());
        List<Word> old = words(before);
        List<StyledSpan> spans = new ArrayList<>();
        if (texts(words).equals(texts(old))) {
            spans.add(SAME);
            spans.addAll(line.spans());
            return new StyledLine(spans);
        }
        spans.add(DIFFERENT);
        int at = 0;
        for (Word word : changed(words, old)) {
            spans.addAll(piece(line, at, word.from()));
            spans.add(new StyledSpan(word.text(), Role.CHANGED));
            at = word.from() + word.text().length();
        }
        spans.addAll(piece(line, at, line.text().length()));
        return new StyledLine(spans);
    }

    private record Word(int from, String text) {}

    /** Cuts at blanks: the distance of two words is no difference, because a number may need more room. */
    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean blank = i == text.length() || text.charAt(i) == ' ';
            if (!blank && from < 0) {
                from = i;
            } else if (blank && from >= 0) {
                words.add(new Word(from, text.substring(from, i)));
                from = -1;
            }
        }
        return words;
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }

    /** Compares word by word if their number is the same; else marks all between the common beginning and end. */
    private static List<Word> changed(List<Word> words, List<Word> before) {
        if (words.size() != before.size()) {
            int begin = 0;
            int least = Math.min(words.size(), before.size());
            while (begin < least
                    && words.get(begin).text().equals(before.get(begin).text())) {
                begin++;
            }
            int end = words.size();
            int oldEnd = before.size();
            while (end > begin
                    && oldEnd > begin
                    && words.get(end - 1).text().equals(before.get(oldEnd - 1).text())) {
                end--;
                oldEnd--;
            }
            return words.subList(begin, end);
        }
        List<Word> changed = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).text().equals(before.get(i).text())) {
                changed.add(words.get(i));
            }
        }
        return changed;
    }

    /** Returns a part of a line with the roles that it has there. */
    private static List<StyledSpan> piece(StyledLine line, int from, int to) {
        List<StyledSpan> spans = new ArrayList<>();
        int at = 0;
        for (StyledSpan span : line.spans()) {
            int begin = Math.max(from - at, 0);
            int end = Math.min(to - at, span.text().length());
            if (begin < end) {
                spans.add(new StyledSpan(span.text().substring(begin, end), span.role()));
            }
            at += span.text().length();
        }
        return spans;
    }
}
