package io.github.hubsh.shell.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One word of a line, without its quotes, that still knows where each of its characters came from: an error in the
 * middle of a quoted JSON text points at the right column.
 */
public final class Word {
    private final String line;
    private final String text;
    private final int[] offsets;
    private final boolean[] quoted;
    private final int start;
    private final int end;
    private final List<Reference> references;
    private final List<Inserted> inserted;

    /**
     * A value that stands in a word where a reference stood.
     *
     * @param from where its text begins in the word's text
     * @param to where that ends, exclusive
     */
    public record Inserted(int from, int to, @Nullable Object value) {}

    /**
     * Takes what the lexer found.
     *
     * @param offsets of each char of {@code text} in {@code line}
     * @param quoted which chars of {@code text} are taken literally, and so are never operators
     * @param start where the word starts in the line, its quotes included
     * @param end where it ends, exclusive
     */
    public Word(String line, String text, int[] offsets, boolean[] quoted, int start, int end) {
        this(line, text, offsets.clone(), quoted.clone(), start, end, List.of(), List.of());
    }

    /** Keeps the arrays, which nothing writes to any more. */
    private Word(
            String line,
            String text,
            int[] offsets,
            boolean[] quoted,
            int start,
            int end,
            List<Reference> references,
            List<Inserted> inserted) {
        this.line = line;
        this.text = text;
        this.offsets = offsets;
        this.quoted = quoted;
        this.start = start;
        this.end = end;
        this.references = references;
        this.inserted = inserted;
    }

    /** Returns another word at this one's place, of which nothing was typed. */
    public Word named(String name) {
        int[] places = new int[name.length()];
        Arrays.fill(places, start);
        boolean[] literal = new boolean[name.length()];
        Arrays.fill(literal, true);
        return new Word(line, name, places, literal, start, end);
    }

    /** Returns the same word with references in it, whose chars must be quoted. */
    public Word referring(List<Reference> found) {
        return new Word(line, text, offsets, quoted, start, end, List.copyOf(found), inserted);
    }

    /** Returns whether the word is known only when it runs: its references stand for values of then. */
    public boolean isOpen() {
        return !references.isEmpty();
    }

    public List<Reference> references() {
        return references;
    }

    /** Returns the inserted value that everything from {@code index} is, or {@code null} if there is more or less. */
    public @Nullable Inserted insertedFrom(int index) {
        for (Inserted each : inserted) {
            if (each.from() == index && each.to() == text.length()) {
                return each;
            }
        }
        return null;
    }

    /**
     * Returns the inserted values between two indexes of the text, as they stand in the part from the first of them.
     */
    public List<Inserted> insertedIn(int from, int to) {
        List<Inserted> within = new ArrayList<>();
        for (Inserted each : inserted) {
            if (each.from() >= from && each.to() <= to) {
                within.add(new Inserted(each.from() - from, each.to() - from, each.value()));
            }
        }
        return within;
    }

    /**
     * Returns the word with each reference replaced by its value's text; that is never an operator.
     *
     * @param values of the references, in their order
     * @param texts of those values
     */
    public Word resolved(List<@Nullable Object> values, List<String> texts) {
        int length = text.length();
        for (int i = 0; i < references.size(); i++) {
            length += texts.get(i).length()
                    - references.get(i).to()
                    + references.get(i).from();
        }
        // A value's text may be as long as the largest reply: nothing here takes an object for each char.
        StringBuilder now = new StringBuilder(length);
        int[] places = new int[length];
        boolean[] literal = new boolean[length];
        List<Inserted> put = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < references.size(); i++) {
            Reference reference = references.get(i);
            copy(at, reference.from(), now, places, literal);
            int begin = now.length();
            now.append(texts.get(i));
            Arrays.fill(places, begin, now.length(), offsets[reference.from()]);
            Arrays.fill(literal, begin, now.length(), true);
            put.add(new Inserted(begin, now.length(), values.get(i)));
            at = reference.to();
        }
        copy(at, text.length(), now, places, literal);
        return new Word(line, now.toString(), places, literal, start, end, List.of(), put);
    }

    private void copy(int begin, int stop, StringBuilder now, int[] places, boolean[] literal) {
        System.arraycopy(offsets, begin, places, now.length(), stop - begin);
        System.arraycopy(quoted, begin, literal, now.length(), stop - begin);
        now.append(text, begin, stop);
    }

    /** Returns the whole line that the word stands in. */
    public String line() {
        return line;
    }

    public String text() {
        return text;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /** Returns whether the char at {@code index} is {@code c}, and an operator rather than quoted. */
    public boolean isBare(int index, char c) {
        return index < text.length() && text.charAt(index) == c && !quoted[index];
    }

    /** Returns whether the whole word is {@code operator}, unquoted. */
    public boolean isBare(String operator) {
        return text.equals(operator) && startsBare(operator);
    }

    /** Returns whether the word starts with {@code prefix}, unquoted. */
    public boolean startsBare(String prefix) {
        for (int i = 0; i < prefix.length(); i++) {
            if (!isBare(i, prefix.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the index of the first unquoted {@code c} from {@code from}, or -1. */
    public int indexOfBare(char c, int from) {
        for (int i = from; i < text.length(); i++) {
            if (isBare(i, c)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns where the char at {@code index} stands; the word's end for an index past the text. */
    public Place place(int index) {
        if (index == 0) {
            return new Place(line, start);
        }
        return new Place(line, index < offsets.length ? offsets[index] : end);
    }

    /** Returns the place after this word, where a further one is missing. */
    public Place after() {
        return new Place(line, end + 1);
    }

    /** Returns the rest of this word from {@code index}, as a word. */
    public Word from(int index) {
        return part(index, text.length());
    }

    /** Returns the chars from {@code from} to before {@code to}, as a word. */
    public Word part(int from, int to) {
        List<Reference> within = new ArrayList<>();
        for (Reference each : references) {
            if (each.from() >= from && each.to() <= to) {
                within.add(new Reference(each.from() - from, each.to() - from, each.name(), each.path()));
            }
        }
        int partStart = from < offsets.length ? offsets[from] : end;
        int partEnd = to < offsets.length ? offsets[to] : end;
        return new Word(
                line,
                text.substring(from, to),
                Arrays.copyOfRange(offsets, from, to),
                Arrays.copyOfRange(quoted, from, to),
                partStart,
                partEnd,
                within,
                List.of());
    }

    @Override
    public String toString() {
        return text;
    }
}
