package io.github.hubsh.core.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * How pandas wrote its objects before 1.3, and how pandas 3 does with pyarrow: layouts that no pandas at hand writes.
 */
final class OldLayoutsTest {
    private static final String INT8 = dtype("i1", "|", "NNNI-1\nI-1\nI0\n");
    private static final String BOOL = dtype("b1", "|", "NNNI-1\nI-1\nI0\n");
    private static final String OBJECT = dtype("O8", "|", "NNNI-1\nI-1\nI63\n");
    private static final String MOMENTS =
            "cnumpy\ndtype\n(VM8\nI0\nI1\ntR(I4\nV<\nNNNI-1\nI-1\nI0\n((d(Vns\nI1\nI1\nI1\ntttb";
    private static final String TEXTS = array("(I2\nt", OBJECT, "(lVa\naVb\na");
    private static final String PARIS = "cpytz\n_p\n(VEurope/Paris\nI540\nI0\nVLMT\ntR";
    private static final String SLICE = "c__builtin__\nslice\n(I0\nI1\nI1\ntR";
    private static final String INDEX = index("pandas.indexes.base", "Index", "Vdata\n" + TEXTS + "sVname\nVid\ns");

    @Test
    void a_series_of_pandas_0_20_on_python_2() throws ContentException {
        String values = array("(I2\nt", INT8, "V\\u0001\\u0002\n");
        assertThat(shown(made("pandas.core.series", "Series") + "(dV_data\n"
                        + manager("(l" + INDEX + "a", values, SLICE, true) + "sV_typ\nVseries\nsVname\nVstate\nsb"))
                .isEqualTo("{\"index\":[\"a\",\"b\"],\"values\":[1,2],\"index_dtype\":\"object\",\"dtype\":\"int8\","
                        + "\"type\":\"Series\",\"index_name\":\"id\",\"name\":\"state\"}");
    }

    @Test
    void a_frame_of_pandas_0_20_and_places_as_an_object() throws ContentException {
        String values = array("(I1\nI2\nt", INT8, "V\\u0001\\u0002\n");
        String names =
                index("pandas.core.index", "Index", "Vdata\n" + array("(I1\nt", OBJECT, "(lVx\na") + "sVname\nNs");
        String places = "cpandas._libs.internals\nBlockPlacement\n(" + SLICE + "tR";
        assertThat(shown(made("pandas.core.frame", "DataFrame") + "(dV_data\n"
                        + manager("(l" + names + "a" + INDEX + "a", values, places, false) + "sb"))
                .isEqualTo(
                        "{\"index\":[\"a\",\"b\"],\"values\":[[1],[2]],\"columns\":[\"x\"],\"index_dtype\":\"object\","
                                + "\"type\":\"DataFrame\",\"index_name\":\"id\"}");
    }

    @Test
    void an_index_of_moments_with_its_zone_beside_them() throws ContentException {
        String moments = array("(I1\nt", MOMENTS, "V\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\n");
        assertThat(shown("cpandas.tseries.index\n_new_DatetimeIndex\n(cpandas.tseries.index\nDatetimeIndex\n(dVdata\n"
                        + moments + "sVtz\n" + PARIS + "sVfreq\nNsVname\nNstR"))
                .isEqualTo("[\"1970-01-01T01:00:00+01:00\"]");
    }

    @Test
    void levels_whose_codes_are_called_labels_and_are_arrays_of_pandas_own() throws ContentException {
        String codes =
                array("(I2\nt", INT8, "V\\u0001\\u0000\n").replace("numpy\nndarray", "pandas.core.base\nFrozenNDArray");
        String levels = "Vlevels\ncpandas.core.base\nFrozenList\n((l" + INDEX + "atRsVlabels\n(l" + codes
                + "asVnames\n(lVk\nas";
        assertThat(shown(index("pandas.indexes.multi", "MultiIndex", levels))).isEqualTo("[[\"b\"],[\"a\"]]");
    }

    @Test
    void categories_that_are_attributes_of_the_array() throws ContentException {
        String codes = array("(I3\nt", INT8, "V\\u0001\\u00ff\\u0000\n");
        assertThat(shown(made("pandas.core.categorical", "Categorical") + "(dV_codes\n" + codes + "sV_categories\n"
                        + INDEX + "sV_ordered\nI01\nsb"))
                .isEqualTo("[\"b\",null,\"a\"]");
    }

    @Test
    void arrays_of_pandas_1_0_whose_state_is_a_dict() throws ContentException {
        String moments = array("(I1\nt", MOMENTS, "V\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\n");
        String dtype = made("pandas.core.dtypes.dtypes", "DatetimeTZDtype") + "(dVunit\nVns\nsVtz\n" + PARIS + "sb";
        assertThat(shown(made("pandas.core.arrays.datetimes", "DatetimeArray") + "(dV_data\n" + moments + "sV_dtype\n"
                        + dtype + "sV_freq\nNsb"))
                .isEqualTo("[\"1970-01-01T01:00:00+01:00\"]");
        assertThat(shown(made("pandas.core.arrays.string_", "StringArray") + "(dV_ndarray\n" + TEXTS + "sb"))
                .isEqualTo("[\"a\",\"b\"]");
        assertThat(shown(made("pandas.core.arrays.integer", "IntegerArray") + "(dV_data\n"
                        + array("(I2\nt", INT8, "V\\u0001\\u0002\n") + "sV_mask\n"
                        + array("(I2\nt", BOOL, "V\\u0000\\u0001\n") + "sb"))
                .isEqualTo("[1,null]");
    }

    @Test
    void scalars_that_count_nanoseconds() throws ContentException {
        assertThat(shown("cpandas.tslib\nTimestamp\n(L1459512000000000000L\nNNtR"))
                .isEqualTo("\"2016-04-01T12:00:00\"");
        assertThat(shown("cpandas._libs.tslib\nTimestamp\n(L0L\nN" + PARIS + "tR"))
                .isEqualTo("\"1970-01-01T01:00:00+01:00\"");
        assertThat(shown("cpandas._libs.tslibs.timedeltas\nTimedelta\n(L1500000000L\ntR"))
                .isEqualTo("\"PT1.5S\"");
        assertThat(shown("(lcpandas._libs.tslib\n__nat_unpickle\n(NtRacpandas._libs.missing\nNA\na"))
                .isEqualTo("[null,null]");
    }

    /** Two texts and a missing one: validity bits, ends of 64 bits, UTF-8. */
    @Test
    void texts_that_pyarrow_keeps() throws ContentException {
        String type = "cpyarrow.lib\ntype_for_alias\n(Vlarge_string\ntR";
        String chunk = "cpyarrow.lib\n_restore_array\n((" + type + "I3\nI1\nI0\n(l" + buffer("\\u0005") + "a"
                + buffer("\\u0000" + "\\u0000".repeat(7) + "\\u0001" + "\\u0000".repeat(7) + "\\u0001"
                        + "\\u0000".repeat(7) + "\\u0003" + "\\u0000".repeat(7))
                + "a" + buffer("xyz") + "a(lNttR";
        String array = "cpyarrow.lib\nchunked_array\n((l" + chunk + "a" + type + "tR";
        String dtype = "cpandas\nStringDtype\n(Vpyarrow\nFnan\ntR";
        String nan = made("pandas.arrays", "ArrowStringArray") + "(dV_pa_array\n" + array + "sV_dtype\n" + dtype + "sb";

        assertThat(shown(nan)).isEqualTo("[\"x\",\"NaN\",\"yz\"]");
        assertThat(shown(nan.replace("(Vpyarrow\nFnan\nt", "(Vpyarrow\nt"))).isEqualTo("[\"x\",null,\"yz\"]");
    }

    @Test
    void a_sparse_array_is_written_out() throws ContentException {
        String places = "cpandas._libs.sparse\nBlockIndex\n(I5\n" + array("(I1\nt", INT8, "V\\u0001\n")
                + array("(I1\nt", INT8, "V\\u0002\n") + "tR";
        String dtype =
                made("pandas.core.arrays.sparse", "SparseDtype") + "(dV_dtype\n" + INT8 + "sV_fill_value\nI0\nsb";
        assertThat(shown(made("pandas.core.arrays.sparse", "SparseArray") + "(dV_sparse_index\n" + places
                        + "sV_sparse_values\n" + array("(I2\nt", INT8, "V\\u0007\\u0008\n") + "sV_dtype\n" + dtype
                        + "sb"))
                .isEqualTo("[0,7,8,0,0]");
    }

    private static String shown(String pickle) throws ContentException {
        return Json.write(PickleReader.read((pickle + ".").getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String buffer(String bytes) {
        return "cpyarrow.lib\npy_buffer\n(c_codecs\nencode\n(V" + bytes + "\nVlatin1\ntRtR";
    }

    private static String made(String module, String name) {
        return "ccopy_reg\n_reconstructor\n(c" + module + "\n" + name + "\nc__builtin__\nobject\nNtR";
    }

    private static String manager(String axes, String values, String places, boolean single) {
        String layout = "(dVaxes\n" + axes + "sVblocks\n(l(dVvalues\n" + values + "sVmgr_locs\n" + places + "sas";
        String name = single ? "SingleBlockManager" : "BlockManager";
        return made("pandas.core.internals", name) + "(" + axes + "(l(l(dV0.14.1\n" + layout + "stb";
    }

    private static String index(String module, String name, String parts) {
        return "c" + module + "\n_new_Index\n(c" + module + "\n" + name + "\n(d" + parts + "tR";
    }

    private static String dtype(String code, String order, String rest) {
        return "cnumpy\ndtype\n(V" + code + "\nI0\nI1\ntR(I3\nV" + order + "\n" + rest + "tb";
    }

    /** Python 2's bytes are text here, as each of these is: one character a byte. */
    private static String array(String shape, String dtype, String data) {
        String bytes = data.startsWith("V") ? "c_codecs\nencode\n(" + data + "Vlatin1\ntR" : data;
        return "cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I0\ntVb\ntR(I1\n" + shape + dtype + "I00\n"
                + bytes + "tb";
    }
}
