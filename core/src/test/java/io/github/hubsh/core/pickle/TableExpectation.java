package io.github.hubsh.core.pickle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.PandasTime;
import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.NumpyScalar;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.Levels;
import io.github.hubsh.core.value.table.Series;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks what numpy and pandas wrote against the description that stands beside it. */
final class TableExpectation {
    private TableExpectation() {}

    static void check(@Nullable Object value, JsonNode expected, String type) {
        switch (type) {
            case "numpy.ndarray" -> array((NdArray) requireNonNull(value), expected);
            case "numpy.datetime64", "pandas.Timestamp" -> {
                String iso = expected.path("iso").asText(expected.path("value").asText());
                assertThat(value).isInstanceOf(type.startsWith("numpy") ? NumpyScalar.class : PandasTime.class);
                assertThat(TypedScalar.plain(value)).isEqualTo(LocalDateTime.parse(iso));
            }
            case "pandas.Series" -> series((Series) requireNonNull(value), expected);
            case "pandas.DataFrame" -> frame((DataFrame) requireNonNull(value), expected);
            default -> same(value, expected.get("value"));
        }
    }

    private static void array(NdArray array, JsonNode expected) {
        List<Integer> shape = new ArrayList<>();
        expected.get("shape").forEach(extent -> shape.add(extent.intValue()));
        assertThat(array.shape()).isEqualTo(shape);
        if (!expected.has("fields")) {
            assertThat(array.dtype().code()).isEqualTo(expected.get("dtype").asText());
            same(array.flattened(), expected.get("values"));
            return;
        }
        expected.get("fields").properties().forEach(field -> {
            List<@Nullable Object> values = new ArrayList<>();
            array.forEach(element -> values.add(((Map<?, ?>) requireNonNull(element)).get(field.getKey())));
            same(values, field.getValue().get("values"));
        });
    }

    private static void series(Series series, JsonNode expected) {
        assertThat(series.dtype()).isEqualTo(expected.get("dtype").asText());
        same(series.name(), expected.get("name"));
        same(series.values(), expected.get("values"));
        index(series.index(), expected.get("index"));
    }

    private static void frame(DataFrame frame, JsonNode expected) {
        same(frame.values(), expected.get("rows"));
        same(frame.data().stream().map(Column::dtypeName).toList(), expected.get("dtypes"));
        index(frame.index(), expected.get("index"));
        index(frame.columns(), expected.get("columns"));
    }

    private static void index(List<?> labels, JsonNode expected) {
        Index index = (Index) labels;
        if (index.labels() instanceof Levels levels) {
            same(levels.names(), expected.get("names"));
            same(levels, expected.get("tuples"));
            return;
        }
        assertThat(index.dtypeName()).isEqualTo(expected.get("dtype").asText());
        same(index.name(), expected.get("name"));
        same(index, expected.get("values"));
    }

    private static void same(@Nullable Object value, JsonNode expected) {
        assertThat(Json.write(value)).isEqualTo(expected.toString());
    }
}
