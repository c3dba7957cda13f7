package io.github.hubsh.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RoundTripTest {
    private static final int SEEDS = 3000;

    @Test
    void any_value_comes_back_through_a_pickle() throws ContentException {
        for (long seed = 0; seed < SEEDS; seed++) {
            Object value = List.of(Tuple.of(new RandomValues(seed, false).next()));

            Object back = ContentData.decode(ContentData.encode(value, Payload.PICKLE));

            assertThat(back).as("seed %s", seed).isEqualTo(value);
            assertThat(Json.writeTyped(back)).as("seed %s", seed).isEqualTo(Json.writeTyped(value));
        }
    }

    @Test
    void any_json_value_comes_back_through_json() throws ContentException {
        for (long seed = 0; seed < SEEDS; seed++) {
            Object value = List.of(Tuple.of(new RandomValues(seed, true).next()));

            assertThat(ContentData.decode(ContentData.encode(value, Payload.JSON)))
                    .as("seed %s", seed)
                    .isEqualTo(value);
            assertThat(Json.parse(Json.writeTyped(value))).as("seed %s", seed).isEqualTo(value);
            assertThat(Json.write(Json.parse(Json.writeIndented(value))))
                    .as("seed %s", seed)
                    .isEqualTo(Json.write(value));
        }
    }

    @Test
    void any_json_value_comes_back_through_yaml_unless_it_has_half_a_surrogate_pair() throws ContentException {
        for (long seed = 0; seed < SEEDS / 3; seed++) {
            Object value = List.of(Tuple.of(new RandomValues(seed, true).next()));
            if (Json.writeTyped(value).contains("\\ud")) {
                assertThatThrownBy(() -> ContentData.encode(value, Payload.YAML))
                        .hasMessageContaining("surrogate");
                continue;
            }

            assertThat(ContentData.decode(ContentData.encode(value, Payload.YAML)))
                    .as("seed %s", seed)
                    .isEqualTo(value);
        }
    }

    @Test
    void changed_text_is_a_value_or_an_error() {
        Random random = new Random(7);
        for (long seed = 0; seed < SEEDS; seed++) {
            for (String mimeType : List.of(Payload.JSON, Payload.YAML)) {
                String text = Json.write(new RandomValues(seed, true).next());
                StringBuilder changed = new StringBuilder(text);
                for (int changes = 0; changes < 3; changes++) {
                    int at = random.nextInt(changed.length() + 1);
                    changed.insert(at, "[]{}:,-?&*!|>'\"%@`#\n 0eE.\\~".charAt(random.nextInt(27)));
                }
                readOrRefuse(
                        new Payload(changed.toString(), Map.of("mime_type", mimeType, "transfer_encoding", "8bit")));
            }
        }
    }

    private static void readOrRefuse(Payload payload) {
        try {
            assertThat(Json.write(ContentData.decode(payload))).isNotEmpty();
        } catch (ContentException e) {
            assertThat(e.getMessage()).matches("(?s)(JSON|YAML).*");
        }
    }
}
