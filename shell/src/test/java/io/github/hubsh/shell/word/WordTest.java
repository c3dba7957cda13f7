package io.github.hubsh.shell.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordTest {
    private static final int MEGABYTE = 1 << 20;

    @Test
    void a_resolved_word_knows_where_each_char_came_from() {
        Word word = word("a=$v:$w!").referring(List.of(reference(2, 4), reference(5, 7)));
        Word resolved = word.resolved(List.of(12L, "x"), List.of("12", "'x'"));

        assertThat(resolved.text()).isEqualTo("a=12:'x'!");
        assertThat(IntStream.range(0, 9)
                        .map(index -> resolved.place(index).offset())
                        .toArray())
                .containsExactly(0, 1, 2, 2, 4, 5, 5, 5, 7);
        assertThat(IntStream.range(0, 9)
                        .mapToObj(
                                index -> resolved.isBare(index, resolved.text().charAt(index))))
                .containsExactly(true, true, false, false, true, false, false, false, true);
        assertThat(resolved.insertedIn(0, 9))
                .containsExactly(new Word.Inserted(2, 4, 12L), new Word.Inserted(5, 8, "x"));
    }

    /** A value may be a table of millions of rows. */
    @Test
    void a_long_text_of_a_value_takes_a_few_bytes_for_each_char() {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        String text = "x".repeat(MEGABYTE);
        Word word = word("a=$v").referring(List.of(reference(2, 4)));

        long before = threads.getCurrentThreadAllocatedBytes();
        Word resolved = word.resolved(List.of(text), List.of(text));

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10L * MEGABYTE);
        assertThat(resolved.text()).hasSize(MEGABYTE + 2);
    }

    /**
     * Columns: a word, {@code q} below what is quoted, an operator; whether it is the word, begins it, and where its
     * first char stands unquoted, from the beginning and from the second char on.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            >>   | ..   | >>  | true  | true  | 0  | 1
            >>   | ..   | >   | false | true  | 0  | 1
            >    | .    | >>  | false | false | 0  | -1
            >>   | q.   | >>  | false | false | 1  | 1
            >>   | .q   | >>  | false | false | 0  | -1
            >>   | .q   | >   | false | true  | 0  | -1
            --a  | ...  | --  | false | true  | 0  | 1
            --a  | ...  | --a | true  | true  | 0  | 1
            a=b= | .q.. | =   | false | false | 3  | 3
            a=b= | .q.q | =   | false | false | -1 | -1
            ab   | ..   | x   | false | false | -1 | -1
            ``   | ``   | x   | false | false | -1 | -1
            """)
    void a_quoted_char_is_no_operator(
            String text, String mask, String operator, boolean all, boolean begins, int first, int second) {
        boolean[] quoted = new boolean[text.length()];
        for (int i = 0; i < quoted.length; i++) {
            quoted[i] = mask.charAt(i) == 'q';
        }
        Word word = new Word(text, text, IntStream.range(0, quoted.length).toArray(), quoted, 0, quoted.length);

        assertThat(word.isBare(operator)).isEqualTo(all);
        assertThat(word.startsBare(operator)).isEqualTo(begins);
        assertThat(word.indexOfBare(operator.charAt(0), 0)).isEqualTo(first);
        assertThat(word.indexOfBare(operator.charAt(0), 1)).isEqualTo(second);
    }

    /** The word is {@code 'a b'} with its quotes: its text begins one char behind it, and ends one before. */
    @ParameterizedTest
    @CsvSource({"0, 5", "1, 7", "2, 8", "3, 10", "9, 10"})
    void the_first_char_stands_where_the_word_begins_and_what_is_behind_the_text_where_it_ends(int index, int offset) {
        assertThat(quoted().place(index)).isEqualTo(new Place("ping 'a b' x", offset));
    }

    @Test
    void what_is_missing_stands_behind_the_word_and_a_blank() {
        assertThat(quoted().after()).isEqualTo(new Place("ping 'a b' x", 11));
    }

    @Test
    void a_name_that_was_not_typed_stands_at_the_word_and_is_no_operator() {
        Word word = quoted().named(">x");

        assertThat(word).hasToString(">x").matches(named -> !named.startsBare(">"));
        assertThat(word.place(1).offset()).isEqualTo(5);
        assertThat(word.start() + "-" + word.end()).isEqualTo("5-10");
    }

    /** Columns: the first char of the part and the one behind its last; then its text, bounds, and references. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 9 | a=$v:$w!x | 0-9 | 2-4 5-7
            2 | 7 | $v:$w     | 2-7 | 0-2 3-5
            3 | 7 | v:$w      | 3-7 | 2-4
            2 | 6 | $v:$      | 2-6 | 0-2
            3 | 6 | v:$       | 3-6 |
            9 | 9 | ''        | 9-9 |
            """)
    void a_part_has_the_references_that_are_wholly_in_it(
            int from, int to, String text, String bounds, @Nullable String references) {
        Word word = word("a=$v:$w!x").referring(List.of(reference(2, 4), reference(5, 7)));
        Word part = word.part(from, to);

        assertThat(part.text()).isEqualTo(text);
        assertThat(part.start() + "-" + part.end()).isEqualTo(bounds);
        assertThat(part.references())
                .extracting(each -> each.from() + "-" + each.to())
                .isEqualTo(references == null ? List.of() : List.of(references.split(" ")));
        assertThat(part.isOpen()).isEqualTo(references != null);
        assertThat(word.from(from)).hasToString("a=$v:$w!x".substring(from));
    }

    /** Columns: from where, to where; then the inserted values between them, and the one that is all of the rest. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            0 | 8 | 2-4 5-8 | -
            2 | 8 | 0-2 3-6 | -
            3 | 8 | 2-5     | -
            2 | 7 | 0-2     | -
            5 | 8 | 0-3     | 5-8
            6 | 8 | -       | -
            """)
    void an_inserted_value_is_found_where_it_stands(int from, int to, @Nullable String inside, @Nullable String rest) {
        Word word = word("a=$v:$w")
                .referring(List.of(reference(2, 4), reference(5, 7)))
                .resolved(List.of(12L, "x"), List.of("12", "'x'"));

        assertThat(word.insertedIn(from, to))
                .extracting(WordTest::bounds)
                .isEqualTo(inside == null ? List.of() : List.of(inside.split(" ")));
        Word.Inserted found = word.insertedFrom(from);
        assertThat(found == null ? null : bounds(found)).isEqualTo(rest);
    }

    private static String bounds(Word.Inserted inserted) {
        return inserted.from() + "-" + inserted.to();
    }

    /** The second word of {@code ping 'a b' x}. */
    private static Word quoted() {
        return new Word("ping 'a b' x", "a b", new int[] {6, 7, 8}, new boolean[] {true, true, true}, 5, 10);
    }

    private static Reference reference(int from, int to) {
        return new Reference(from, to, "v", List.of());
    }

    private static Word word(String text) {
        int[] offsets = IntStream.range(0, text.length()).toArray();
        boolean[] quoted = new boolean[text.length()];
        for (int i = 0; i < text.length(); i++) {
            quoted[i] = text.charAt(i) == '$' || (Character.isLetter(text.charAt(i)) && i > 0);
        }
        return new Word(text, text, offsets, quoted, 0, text.length());
    }
}
