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

    @Test
    void the_recordings_are_all_there() {
        assertThat(goldens()).hasSizeGreaterThan(850);
    }
}
