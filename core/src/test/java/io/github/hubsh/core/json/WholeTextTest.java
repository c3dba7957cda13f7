package io.github.hubsh.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WholeTextTest {
    @Test
    void half_a_pair_is_replaced_and_a_whole_one_kept() {
        assertThat(WholeText.of("x\ud83d")).isEqualTo("x\ufffd");
        assertThat(WholeText.of("\ud83dx")).isEqualTo("\ufffdx");
        assertThat(WholeText.of("\udc00")).isEqualTo("\ufffd");
        assertThat(WholeText.of("\udc00\ud83d")).isEqualTo("\ufffd\ufffd");
        assertThat(WholeText.of("\ud83d\ud83d\ude00")).isEqualTo("\ufffd\ud83d\ude00");
        assertThat(WholeText.of("\ud83d\ude00\ude00")).isEqualTo("\ud83d\ude00\ufffd");
    }

    @Test
    void other_text_is_the_very_same() {
        String text = "caf\u00e9";
        assertThat(WholeText.of(text)).isSameAs(text);
        assertThat(WholeText.of("")).isEmpty();
    }
}
