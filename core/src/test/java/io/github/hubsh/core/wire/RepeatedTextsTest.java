package io.github.hubsh.core.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RepeatedTextsTest {
    private final RepeatedTexts texts = new RepeatedTexts();

    @Test
    void a_text_that_comes_again_is_not_made_again() {
        String first = of("plugin");
        assertThat(first).isEqualTo("plugin");
        assertThat(of("plugin")).isSameAs(first);
    }

    @Test
    void a_long_text_is_not_kept() {
        String first = of("p".repeat(65));
        assertThat(of("p".repeat(65))).isEqualTo(first).isNotSameAs(first);
    }

    @Test
    void texts_that_want_the_same_place_are_not_mixed_up() {
        // "Aa" and "BB" have one hash code.
        for (int round = 0; round < 2; round++) {
            assertThat(of("Aa")).isEqualTo("Aa");
            assertThat(of("BB")).isEqualTo("BB");
        }
    }

    @Test
    void many_texts_come_out_as_they_are() {
        for (int i = 0; i < 20_000; i++) {
            assertThat(of("plugin-" + i)).isEqualTo("plugin-" + i);
        }
        assertThat(of("")).isEmpty();
    }

    private String of(String text) {
        byte[] bytes = ("<" + text + ">").getBytes(US_ASCII);
        return texts.of(bytes, 1, bytes.length - 1);
    }
}
