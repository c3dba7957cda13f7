package io.github.hubsh.core.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.pickle.GoldenPickles.Golden;
import io.github.hubsh.core.value.ContentException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GoldenPickleTest {
    static List<Golden> goldens() {
        return GoldenPickles.all();
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void every_recorded_pickle_reads_as_it_is_described(Golden golden) throws ContentException {
        Object value = PickleReader.read(golden.pickle().toArray());

        Expectation.check(value, golden.expected());
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void every_recorded_pickle_can_be_shown_as_json_that_reads_back(Golden golden) throws ContentException {
        Object value = PickleReader.read(golden.pickle().toArray());

        assertThat(Json.write(Json.parse(Json.write(value)))).isEqualTo(Json.write(value));
    }

    /** A script hands on what it has read out of a pickle of ours, so that one must say all that the first one said. */
    @ParameterizedTest
    @MethodSource("goldens")
    void what_is_written_of_a_recorded_pickle_is_written_the_same_again(Golden golden) throws ContentException {
        Object value = PickleReader.read(golden.pickle().toArray());
        byte[] written;
        try {
            written = PickleWriter.write(value);
        } catch (ContentException unwritable) {
            return;
        }

        Object again = PickleReader.read(written);

        assertThat(Json.write(again)).isEqualTo(Json.write(value));
        assertThat(PickleWriter.write(again)).isEqualTo(written);
    }

    @Test
    void the_recordings_are_all_there() {
        assertThat(goldens()).hasSizeGreaterThan(850);
    }
}
