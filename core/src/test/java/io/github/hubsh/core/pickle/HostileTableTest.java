package io.github.hubsh.core.pickle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.table.Index;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small pickles that say to be large arrays and tables: they cost what they weigh, or are no tables. */
final class HostileTableTest {
    private static final String INT8 = "cnumpy\ndtype\n(Vi1\nI0\nI1\ntR(I3\nV|\nNNNI-1\nI-1\nI0\ntb";

    @Test
    void a_range_of_a_trillion_labels_is_too_much() {
        refused(range("0", "1000000000000", "1") + ".", "bytes copied");
        refused(range("0", "60000000", "1") + "0" + range("0", "60000000", "1") + ".", "bytes copied");
    }

    @Test
    void a_range_that_stands_still_or_overflows_is_none() throws ContentException {
        refused(range("0", "5", "0") + ".", "bytes copied");
        refused(range("-9223372036854775808", "9223372036854775807", "1") + ".", "bytes copied");
        assertThat(read(range("5", "0", "-2") + ".")).isEqualTo(List.of(5L, 3L, 1L));
        assertThat(read(range("0", "9", "5") + ".")).isInstanceOf(Index.class).isEqualTo(List.of(0L, 5L));
        assertThat(read(range("3", "3", "1") + ".")).isEqualTo(List.of());
    }

    @Test
    void a_billion_rows_of_nothing_are_too_much() {
        refused(array("(I1000000000\nI0\nt", INT8, "V\n") + ".", "more than");
        refused(array("(I0\nI1000000000\nI1000000000\nt", INT8, "V\n") + ".", "more than");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(I3\nt",
                "(I-1\nt",
                "(I2\nI2147483647\nt",
                "(I65536\nI65536\nt",
                "(I4294967297\nt",
                "(Va\nt",
                "N",
                "(I1\nI1\nI1\nI3\nt"
            })
    void a_shape_that_the_bytes_do_not_fill_is_no_array(String shape) throws ContentException {
        assertThat(read(array(shape, INT8, "Vab\n") + ".")).isInstanceOf(Opaque.class);
    }

    /** Each type has two fields at the same place that are the type before: 2^40 values in one byte. */
    @Test
    void fields_that_overlap_are_no_dtype() throws ContentException {
        StringBuilder dtype = new StringBuilder(INT8 + "p0\n0");
        for (int i = 0; i < 40; i++) {
            String both = "(Va\n(g0\nI0\ntVb\n(g0\nI0\ntd";
            dtype.append("cnumpy\ndtype\n(VV1\nI0\nI1\ntR(I3\nV|\nN(Va\nVb\nt")
                    .append(both)
                    .append("I1\nI1\nI0\ntbp0\n0");
        }
        assertThat(read(dtype + array("(I1\nt", "g0\n", "Va\n") + ".")).isInstanceOf(Opaque.class);
    }

    @Test
    void a_field_beyond_its_element_is_no_dtype() throws ContentException {
        String dtype = "cnumpy\ndtype\n(VV1\nI0\nI1\ntR(I3\nV|\nN(Va\nt(Va\n(" + INT8 + "I7\ntdI1\nI1\nI0\ntb";
        assertThat(read(array("(I1\nt", dtype, "Va\n") + ".")).isInstanceOf(Opaque.class);
    }

    @Test
    void codes_out_of_range_are_missing() throws ContentException {
        String categories = "cpandas\n_new_Index\n(cpandas\nIndex\n(dVdata\n(lVx\nasVname\nNstR";
        String dtype = "cpandas\nCategoricalDtype\n(tR(dVcategories\n" + categories + "sVordered\nI00\nsb";
        String array = "cpandas\nCategorical\n(tR(dV_codes\n" + array("(I3\nt", INT8, "V\\u0000\\u0001\\u007f\n")
                + "sV_dtype\n" + dtype + "sb.";
        assertThat(Json.write(read(array))).isEqualTo("[\"x\",null,null]");
    }

    /** A thousand columns that are one array. */
    @Test
    void a_frame_costs_what_it_shows() {
        String column = array("(I1\nI200000\nt", INT8, "V" + "a".repeat(200_000) + "\n");
        StringBuilder blocks = new StringBuilder("(l");
        for (int i = 0; i < 1000; i++) {
            blocks.append("(dVvalues\ng1\nsVmgr_locs\n(lI").append(i).append("\nasa");
        }
        String axes = "(l" + range("0", "1000", "1") + "a" + range("0", "200000", "1") + "a";
        String state = "(NNN(dV0.14.1\n(dVaxes\n" + axes + "sVblocks\n" + blocks + "sst";
        refused(
                column + "p1\n0cpandas\nDataFrame\n(tR(dV_mgr\ncpandas\nBlockManager\n(tR" + state + "bsb.",
                "bytes copied");
    }

    private static String range(String start, String stop, String step) {
        return "cpandas\n_new_Index\n(cpandas\nRangeIndex\n(dVstart\nL" + start + "L\nsVstop\nL" + stop + "L\nsVstep\nL"
                + step + "L\nstR";
    }

    private static String array(String shape, String dtype, String data) {
        return "cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I0\ntVb\ntR(I1\n" + shape + dtype + "I00\n"
                + data + "tb";
    }

    private static void refused(String pickle, String message) {
        assertThatThrownBy(() -> read(pickle))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining(message);
    }

    private static Object read(String pickle) throws ContentException {
        Object value = PickleReader.read(pickle.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Json.write(value)).hasSizeLessThan(40 << 20);
        return requireNonNull(value);
    }
}
