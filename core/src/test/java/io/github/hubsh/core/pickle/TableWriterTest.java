package io.github.hubsh.core.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.RangeLabels;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.core.value.table.TypedColumn;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

final class TableWriterTest {
    private static final Index ROW = new Index(new RangeLabels(0, 1, 1), null);
    private static final NdArray OBJECTS = NdArray.ofObjects(Arrays.asList("a", null));

    @Test
    void names_that_are_no_keys_are_set_in_the_one_way_that_every_pandas_has() throws ContentException {
        List<Column> data = List.of(NdArray.ofLongs(1), NdArray.ofObjects(List.of("x")));
        DataFrame frame = DataFrame.of(ROW, data, new Index(NdArray.ofObjects(List.of("a", "a")), null));

        byte[] written = PickleWriter.write(List.of(frame, frame));

        assertThat(text(written)).containsOnlyOnce("setattr").doesNotContain("set_axis");
        assertThat(PickleReader.read(written))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .satisfies(frames -> assertThat(frames.get(0)).isSameAs(frames.get(1)))
                .first()
                .satisfies(read -> assertThat(((DataFrame) read).columns()).isEqualTo(List.of("a", "a")))
                .satisfies(read ->
                        assertThat(((DataFrame) read).data().get(0).dtypeName()).isEqualTo("int64"));
    }

    @Test
    void texts_of_pandas_3_and_objects_that_are_texts_stay_apart() throws ContentException {
        for (Column column : List.of(new TypedColumn("str", OBJECTS), OBJECTS)) {
            Series series = Series.of(new Index(column, null), column, null);
            DataFrame frame = DataFrame.of(new Index(column, null), List.of(column), ROW);

            Series read = (Series) PickleReader.read(PickleWriter.write(series));
            DataFrame readFrame = (DataFrame) PickleReader.read(PickleWriter.write(frame));

            assertThat(read.dtype()).isEqualTo(column.dtypeName());
            assertThat(read.indexDtype()).isEqualTo(column.dtypeName());
            assertThat(readFrame.data().get(0).dtypeName()).isEqualTo(column.dtypeName());
        }
    }

    @Test
    void nothing_else_is_set_on_what_a_pickle_holds() throws ContentException {
        String frame = text(PickleWriter.write(
                DataFrame.of(ROW, List.of(NdArray.ofLongs(1)), new Index(NdArray.ofObjects(List.of("a")), null))));
        String body = frame.substring(2, frame.length() - 1);

        for (String name : List.of("index", "attrs")) {
            Object set = PickleReader.read(
                    ("\u0080\u0002(" + body + "p900\nc__builtin__\nsetattr\n(g900\nV" + name + "\nNtRt.")
                            .getBytes(StandardCharsets.ISO_8859_1));

            assertThat(((Tuple) set).get(0)).isInstanceOf(DataFrame.class);
            assertThat(((Tuple) set).get(1)).isInstanceOf(Opaque.class);
        }
    }

    private static String text(byte[] pickle) {
        return new String(pickle, StandardCharsets.ISO_8859_1);
    }
}
