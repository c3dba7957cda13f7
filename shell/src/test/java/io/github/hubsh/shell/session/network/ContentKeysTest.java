package io.github.hubsh.shell.session.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.argument.TypedFunctions;
import io.github.hubsh.shell.word.JsonInput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may stand beside the data of a request. */
final class ContentKeysTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            priority | 1             |
            priority | None          |
            priority | {"a":[1,"b"]} |
            Data     | 1             |
            command  | 1             | 'command' is a key of every request, and cannot stand beside the data
            data     | 1             | 'data' is a key of every request, and cannot stand beside the data
            silent   | true          | 'silent' is a key of every request, and cannot stand beside the data
            priority | tuple(1)      | JSON would change the value of 'priority', and what stands beside the data is JSON
            priority | [set(1)]      | JSON would change the value of 'priority', and what stands beside the data is JSON
            """)
    void a_key_of_its_own_with_a_value_of_json_may_stand_there(String key, String typed, @Nullable String flaw)
            throws Exception {
        Object value = JsonInput.operands(typed, TypedFunctions.all(), List.of())
                .positional()
                .get(0);
        assertThat(ContentKeys.flaw(key, value)).isEqualTo(flaw);
    }
}
