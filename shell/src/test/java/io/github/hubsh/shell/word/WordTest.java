package io.github.hubsh.shell.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
