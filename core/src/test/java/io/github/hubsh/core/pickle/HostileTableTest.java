package io.github.hubsh.core.pickle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.table.Index;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small pickles that say to be large arrays and tables: they cost what they weigh, or are no tables. */
final class HostileTableTest {
    private static final String INT8 = "cnumpy\ndtype\n(Vi1\nI0\nI1\ntR(I3\nV|\nNNNI-1\nI-1\nI0\ntb";

    /** A Series of the one entry of the memo. */
    private static final String ENTRY = "cpandas\nSeries\n((lg0\nacpandas\nIndex\n((lVi\natRNNtR";

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

    /** Each type has ten fields that are the type before: 10^14 values in one byte. */
    @Test
    void fields_that_are_one_type_cost_as_often_as_they_stand() {
        StringBuilder dtype = new StringBuilder(INT8 + "p0\n0");
        for (int i = 0; i < 14; i++) {
            dtype.append("cnumpy\ndtype\n(VV1\nI0\nI1\ntR(I3\nV|\nN(")
                    .append("Vf\n".repeat(10))
                    .append("t(Vf\n(g0\nI0\ntdI1\nI1\nI0\ntbp0\n0");
        }
        refusedOfMegabyte(dtype + array("(I1\nt", "g0\n", "Va\n") + ".");
    }

    /** A field that has no name in the list is never read: here it is the type itself, or 2^40 times another. */
    @Test
    void fields_without_a_name_are_not_looked_at() throws ContentException {
        String cycle = "cnumpy\ndtype\n(VV1\nI0\nI1\ntRp0\n" + unnamed(INT8);
        assertThat(read(array("(I1\nt", cycle, "Va\n") + ".")).isEqualTo(List.of(Map.of("a", 97L)));
        StringBuilder dtype = new StringBuilder(INT8 + "p1\n" + "p0\n0");
        for (int i = 0; i < 40; i++) {
            dtype.append("cnumpy\ndtype\n(VV1\nI0\nI1\ntR" + unnamed("g1\n") + "p0\n0");
        }
        assertThat(read(dtype + array("(I1\nt", "g0\n", "Va\n") + ".")).isEqualTo(List.of(Map.of("a", 97L)));
    }

    private static String unnamed(String type) {
        return "(I3\nV|\nN(Va\nt(Va\n(" + type + "I0\ntVb\n(g0\nI0\ntVc\n(g0\nI0\ntdI1\nI1\nI0\ntb";
    }

    /** Lists that have the list before twice, 40 deep, within the text of an interval, a period, a sparse type. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cpandas\nInterval\n(g0\nI0\nVright\ntR",
                "cpandas\nfrom_arrays\n((lI0\na(lI1\nag0\ntR",
                "cpandas\nfrom_arrays\n((lg0\na(lI1\naVright\ntR",
                "cpandas\nCategorical\n((lI1\nacpandas\nIndex\n((l" + ENTRY + "atRI00\ntR",
                "cpandas\nPeriod\n(Ng0\nI1\ntR",
                "cpandas\narray\n((lI1\nacpandas\nSparseDtype\n(Vf8\ng0\ntRtR"
            })
    void a_text_within_a_table_holds_no_lists(String call) throws ContentException {
        assertThat(PickleReader.read((laughs() + call + ".").getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Opaque.class);
    }

    /** Such lists within a Series or a dict, which would be looked up among the categories. */
    @Test
    void a_value_that_holds_lists_is_none_of_the_categories() throws ContentException {
        String labels = "cpandas\nIndex\n((lVx\natR";
        StringBuilder laughs = laughs();
        Object read = PickleReader.read((laughs + "cpandas\nCategorical\n((l" + ENTRY + "aVx\na" + labels + "I00\ntR.")
                .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read).hasToString("[null, x]");
    }

    private static StringBuilder laughs() {
        StringBuilder laughs = new StringBuilder("(lI1\nap0\n0");
        for (int i = 0; i < 40; i++) {
            laughs.append("(lg0\nag0\nap0\n0");
        }
        return laughs;
    }

    /** The text of each interval has that of the one before twice. */
    @Test
    void an_interval_of_intervals_costs_its_text() {
        String twice = "cpandas\nInterval\n(g0\ng0\nVright\ntRp0\n0";
        refusedOfMegabyte("I1\np0\n0" + twice.repeat(40) + "g0\n.");
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

    /** As what costs more than a usual pickle may, of which each byte takes its time. */
    private static void refusedOfMegabyte(String pickle) {
        PickleBudget budget = new PickleBudget(1 << 20, 1 << 20, 1 << 20, 500, 1000, 1 << 20);
        assertThatThrownBy(() -> PickleReader.read(pickle.getBytes(StandardCharsets.ISO_8859_1), budget))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining("more than 1048576 bytes copied");
    }

    private static Object read(String pickle) throws ContentException {
        Object value = PickleReader.read(pickle.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Json.write(value)).hasSizeLessThan(40 << 20);
        return requireNonNull(value);
    }
}
