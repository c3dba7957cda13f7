package io.github.hubsh.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void a_list_that_contains_itself_is_refused() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        assertThatThrownBy(() -> PandasJson.encode(list)).isInstanceOf(ContentException.class);
    }
}
