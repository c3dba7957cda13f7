package io.github.hubsh.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PandasJsonTest {
    private static final Series SERIES =
            new Series(List.of("e0", "e1"), List.of(0L, 1.5), "object", "float64", "electrode", "state");
    private static final DataFrame FRAME = new DataFrame(
            List.of(10L, 11L),
            List.of(List.of("e0", Double.NaN), List.of("e1", 2L)),
            List.of("id", "area"),
            "int64",
            null);

    @Test
    void a_series_and_a_frame_come_back_from_anywhere_in_a_value() throws ContentException {
        Object value = List.of(Map.of("states", SERIES), FRAME, "text");
        assertThat(PandasJson.decode(PandasJson.encode(value))).isEqualTo(value);
    }

    @Test
    void a_series_is_written_as_the_reference_writes_it() throws ContentException {
        assertThat(PandasJson.encode(SERIES))
                .isEqualTo("{\"index\":[\"e0\",\"e1\"],\"values\":[0,1.5],\"index_dtype\":\"object\","
                        + "\"dtype\":\"float64\",\"type\":\"Series\",\"index_name\":\"electrode\",\"name\":\"state\"}");
    }

    @Test
    void a_frame_is_written_row_by_row_and_without_the_name_that_it_has_not() throws ContentException {
        assertThat(PandasJson.encode(FRAME))
                .isEqualTo("{\"index\":[10,11],\"values\":[[\"e0\",NaN],[\"e1\",2]],\"columns\":[\"id\",\"area\"],"
                        + "\"index_dtype\":\"int64\",\"type\":\"DataFrame\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Series\"}",
                "{\"type\":\"DataFrame\",\"index\":[],\"values\":[],\"index_dtype\":\"int64\"}",
                "{\"type\":\"Series\",\"index\":1,\"values\":[],\"index_dtype\":\"int64\",\"dtype\":\"int64\"}",
                "{\"index\":[],\"values\":[],\"index_dtype\":\"int64\",\"dtype\":\"int64\"}"
            })
    void what_only_looks_like_one_stays_an_object(String json) throws ContentException {
        assertThat(PandasJson.decode(json)).isEqualTo(Json.parse(json));
    }

    /** The name of a Series and of its labels, and whether they are written: Python asks {@code if name}. */
    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("state", true),
                Arguments.of(1L, true),
                Arguments.of(0.5, true),
                Arguments.of(true, true),
                Arguments.of(List.of("a"), true),
                Arguments.of(null, false),
                Arguments.of("", false),
                Arguments.of(0L, false),
                Arguments.of(0.0, false),
                Arguments.of(false, false),
                Arguments.of(List.of(), false));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_name_that_python_takes_for_false_is_left_out(@Nullable Object name, boolean isWritten) throws Exception {
        String written = isWritten ? Json.write(name) : "";
        assertThat(PandasJson.encode(new Series(List.of(), List.of(), "object", "object", name, name)))
                .isEqualTo("{\"index\":[],\"values\":[],\"index_dtype\":\"object\",\"dtype\":\"object\","
                        + "\"type\":\"Series\""
                        + (isWritten ? ",\"index_name\":" + written + ",\"name\":" + written : "") + "}");
        assertThat(PandasJson.encode(new DataFrame(List.of(), List.of(), List.of(), "object", name)))
                .endsWith("\"type\":\"DataFrame\"" + (isWritten ? ",\"index_name\":" + written : "") + "}");
    }

    @Test
    void types_that_a_hand_made_shape_leaves_out_are_objects() throws ContentException {
        assertThat(PandasJson.decode("{\"type\":\"Series\",\"index\":[0],\"values\":[1]}"))
                .isEqualTo(new Series(List.of(0L), List.of(1L), "object", "object", null, null));
        assertThat(PandasJson.decode("{\"type\":\"DataFrame\",\"index\":[0],\"values\":[[1]],\"columns\":[\"a\"],"
                        + "\"index_dtype\":3}"))
                .isEqualTo(new DataFrame(List.of(0L), List.of(List.of(1L)), List.of("a"), "object", null));
    }

    @Test
    void a_list_that_contains_itself_is_refused() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        assertThatThrownBy(() -> PandasJson.encode(list)).isInstanceOf(ContentException.class);
    }
}
