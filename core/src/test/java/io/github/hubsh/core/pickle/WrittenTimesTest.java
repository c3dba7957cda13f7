package io.github.hubsh.core.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PandasTime;
import io.github.hubsh.core.value.array.DtypeCodes;
import io.github.hubsh.core.value.array.NumpyScalar;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of numpy and pandas in the form in which we write them: a call with a text or a count. */
final class WrittenTimesTest {
    static Stream<Object> times() {
        return Stream.of(
                new PandasTime(LocalDateTime.parse("2026-11-22T18:31")),
                new PandasTime(LocalDateTime.parse("2026-11-22T18:31:23.123456789")),
                new PandasTime(OffsetDateTime.parse("2026-11-22T18:31:23-05:30")),
                new PandasTime(OffsetDateTime.parse("2026-11-22T18:31:23Z")),
                new PandasTime(Duration.ofNanos(-5)),
                numpy("datetime64[m]", LocalDateTime.parse("2026-11-22T18:31")),
                numpy("datetime64[ns]", LocalDateTime.parse("2026-11-22T18:31:23.123456789")),
                numpy("timedelta64[s]", Duration.ofSeconds(90)),
                numpy("timedelta64[W]", Duration.ofDays(-7)));
    }

    @ParameterizedTest
    @MethodSource("times")
    void what_we_write_is_read_as_what_it_was(Object time) throws Exception {
        assertThat(PickleReader.read(PickleWriter.write(time))).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cpandas\nTimestamp\n(Vtoday\ntR.",
                "cpandas\nTimestamp\n(V2026-11-22\ntR.",
                "cnumpy\ndatetime64\n(V2026\nVY\ntR.",
                "cnumpy\ndatetime64\n(L5L\nVs\ntR.",
                "cnumpy\ntimedelta64\n(V2026-11-22T18:31\nVs\ntR.",
                "cnumpy\ntimedelta64\n(L5L\nVfortnight\ntR.",
                "cnumpy\ntimedelta64\n(L5L\ntR.",
            })
    void a_call_that_says_something_else_stays_an_object(String pickle) throws Exception {
        assertThat(PickleReader.read(pickle.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Opaque.class);
    }

    private static NumpyScalar numpy(String dtype, Object value) {
        return new NumpyScalar(Objects.requireNonNull(DtypeCodes.parse(dtype, false)), value);
    }
}
