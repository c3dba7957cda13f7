package io.github.hubsh.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RoundTripTest {
    private static final int SEEDS = 3000;

    @Test
    void anyValueComesBackThroughAPickle() throws ContentException {
        for (long seed = 0; seed < SEEDS; seed++) {
            Object value = List.of(Tuple.of(new RandomValues(seed, false).next()));

            Object back = ContentData.decode(ContentData.encode(value, Payload.PICKLE));

            assertThat(back).as("seed %s", seed).isEqualTo(value);
            assertThat(Json.write(back)).as("seed %s", seed).isEqualTo(Json.write(value));
        }
    }

    @Test
    void anyJsonValueComesBackThroughJson() throws ContentException {
        for (long seed = 0; seed < SEEDS; seed++) {
            Object value = List.of(Tuple.of(new RandomValues(seed, true).next()));

            assertThat(ContentData.decode(ContentData.encode(value, Payload.JSON)))
                    .as("seed %s", seed)
                    .isEqualTo(value);
            assertThat(Json.parse(Json.writeIndented(value)))
                    .as("seed %s", seed)
                    .isEqualTo(value);
        }
    }
}
