package io.github.hubsh.core.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonWordTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "\"date\"", "\"msg_id\"", "\"version\"", "\"execution_count\""})
    void a_word_is_found_where_all_of_it_stands(String text) {
        JsonWord word = JsonWord.of(text);
        for (String behind : new String[] {"", ":", ": \"and more than eight\""}) {
            byte[] bytes = (" " + text + behind).getBytes(US_ASCII);
            assertThat(word.isAt(bytes, 1, bytes.length)).isTrue();
            assertThat(word.isAt(bytes, 1, text.length())).isFalse();
            for (int i = 1; i <= text.length(); i++) {
                byte[] other = bytes.clone();
                other[i]++;
                assertThat(word.isAt(other, 1, other.length)).isFalse();
            }
        }
        assertThat(word.length()).isEqualTo(text.length());
    }
}
