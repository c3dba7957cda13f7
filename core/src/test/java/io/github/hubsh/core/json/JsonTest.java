package io.github.hubsh.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.FrozenSet;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PythonScalar;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.NumpyScalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class JsonTest {
    @Test
    void bytes_that_are_not_utf_8_are_an_error_and_a_replacement_character_is_none() throws ContentException {
        assertThat(Json.parse("\"\ufffd é\"".getBytes(StandardCharsets.UTF_8))).isEqualTo("\ufffd é");
        byte[] latin = "\"é\"".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Json.parse(latin))
                .isInstanceOf(ContentException.class)
                .hasMessage("JSON that is not UTF-8");
    }

    @Test
    void every_kind_of_value_is_read() throws ContentException {
        Object value = Json.parse("""
                {"a": [1, -2.5, "é\\ud83d\\ude00\\ud800", true, false, null, 9223372036854775808, 1e3], "b": {}, "a2": [],
                 "nan": [NaN, Infinity, -Infinity], "a": 1, "": 9223372036854775807}
                """);

        Map<Object, Object> expected = new LinkedHashMap<>();
        expected.put("a", 1L);
        expected.put("b", Map.of());
        expected.put("a2", List.of());
        expected.put("nan", List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
        expected.put("", Long.MAX_VALUE);
        assertThat(value).isEqualTo(expected);
        assertThat(Json.parse("[1, -2.5, \"\\ud800\", null, 9223372036854775808, 1e3]"))
                .isEqualTo(Arrays.asList(1L, -2.5, "\ud800", null, BigInteger.ONE.shiftLeft(63), 1000.0));
    }

    @Test
    void half_a_surrogate_pair_is_written_as_every_reader_takes_it_or_so_that_nothing_is_lost()
            throws ContentException {
        Map<String, Object> value = Map.of("x\ud83d", List.of("\udc00", "\ud83d\ude00"));

        assertThat(Json.write(value)).isEqualTo("{\"x\ufffd\":[\"\ufffd\",\"\ud83d\ude00\"]}");
        assertThat(Json.writeForPeers(value)).isEqualTo("{\"x\\ud83d\":[\"\\udc00\",\"\ud83d\ude00\"]}");
        assertThat(Json.writeTyped(value)).isEqualTo(Json.writeForPeers(value));
        assertThat(Json.writeTyped(Double.NaN)).isEqualTo(Json.write(Double.NaN));
        assertThat(Json.parse(Json.writeTyped(value))).isEqualTo(value);
    }

    @Test
    void what_is_wrong_is_said_without_the_names_of_a_library() {
        String deep = "[".repeat(600);
        String digits = "1".repeat(20_000);
        for (String text :
                List.of("{\"a\": 1", "[1", "{\"a\": \"x", "{a: 1}", "nope", "[1,]", deep, digits, "\"\u0001\"")) {
            assertThatThrownBy(() -> Json.parse(text))
                    .isInstanceOf(ContentException.class)
                    .satisfies(wrong -> assertThat(wrong.getMessage())
                            .startsWith("JSON")
                            .doesNotContain("`", "Source", "Stream", "Json", "Feature", "REDACTED"));
        }
        assertThatThrownBy(() -> Json.parse("{\"a\": 1"))
                .hasMessage("JSON at line 1, column 8: Unexpected end-of-input: expected close marker for Object"
                        + " (begun at line 1, column 1)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``          | there is no value
            [1,         | line 1, column
            {"a": 1} x  | line 1, column 10
            1 2         | line 1, column 3: more after the value
            [+INF]      | INF is not a number
            {'a': 1}    | line 1, column 2
            [01]        | line 1
            nul         | line 1
            """)
    void what_is_not_one_json_value_is_refused_with_its_place(String text, String message) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(ContentException.class)
                .hasMessageStartingWith("JSON")
                .hasMessageContaining(message);
    }

    @Test
    void depth_and_digits_are_bounded() {
        assertThatThrownBy(() -> Json.parse("[".repeat(100_000)))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining("500");
        assertThatThrownBy(() -> Json.parse("9".repeat(2 << 20)))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining("10000");
        assertThatThrownBy(() -> Json.parse(new byte[] {'"', (byte) 0xff, '"'})).hasMessage("JSON that is not UTF-8");
    }

    @Test
    void every_kind_of_value_is_shown() {
        List<@Nullable Object> value = new ArrayList<>(Arrays.asList(
                null, true, 1L, BigInteger.TEN.pow(30), 0.1, 1e7, 1e22, 1.5e-7, Double.NaN, Double.NEGATIVE_INFINITY));
        value.addAll(
                List.of("a\"\\\n\u0001\ud800\u00e9", Bytes.of((byte) 255, (byte) 0), new byte[] {1}, Tuple.of(1L)));
        value.addAll(List.of(new LinkedHashSet<>(List.of("x")), FrozenSet.copyOf(List.of(1L)), new int[] {1, 2}));

        assertThat(Json.write(value))
                .isEqualTo("[null,true,1,1000000000000000000000000000000,0.1,10000000.0,1e+22,1.5e-7,\"NaN\","
                        + "\"-Infinity\",\"a\\\"\\\\\\n\\u0001\ufffdé\",\"/wA=\",\"AQ==\",[1],[\"x\"],[1],[1,2]]");
    }

    @Test
    void times_and_exact_types_are_shown_as_their_text() {
        List<Object> value = List.of(
                LocalDateTime.of(2016, 4, 1, 12, 0),
                OffsetDateTime.of(2016, 4, 1, 12, 0, 0, 983040000, ZoneOffset.UTC),
                LocalDate.of(2016, 4, 1),
                LocalTime.of(1, 2),
                Duration.ofSeconds(86402, 3000),
                ZoneOffset.ofHours(2),
                new BigDecimal("1.50"),
                new UUID(0, 1));

        assertThat(Json.write(value))
                .isEqualTo("[\"2016-04-01T12:00:00\",\"2016-04-01T12:00:00.983040+00:00\",\"2016-04-01\","
                        + "\"01:02:00\",\"PT24H2.000003S\",\"+02:00\",\"1.50\","
                        + "\"00000000-0000-0000-0000-000000000001\"]");
    }

    @Test
    void objects_of_unknown_classes_show_their_class_and_state() {
        Opaque plain = new Opaque("m.C", new ArrayList<>());
        plain.setState(Map.of("a", 1L));
        Opaque slots = new Opaque("m.L", new ArrayList<>(List.of(1L)));
        slots.items().add("i");
        slots.entries().put("k", "v");
        slots.setState(Tuple.of(1L));
        Opaque error = new Opaque("builtins.ValueError", Tuple.of("boom"));
        Opaque fraction = new Opaque("fractions.Fraction", Tuple.of("1/3"));

        assertThat(Json.write(List.of(plain, slots, error, fraction, new Global("builtins.len"))))
                .isEqualTo("[{\"__class__\":\"m.C\",\"a\":1},{\"__class__\":\"m.L\",\"args\":[1],\"items\":[\"i\"],"
                        + "\"entries\":{\"k\":\"v\"},\"state\":[1]},{\"__class__\":\"builtins.ValueError\",\"args\":"
                        + "[\"boom\"]},\"1/3\",{\"__global__\":\"builtins.len\"}]");
    }

    @Test
    void keys_become_text() {
        Map<@Nullable Object, Object> map = new LinkedHashMap<>();
        for (Object key : Arrays.asList(null, 1L, 1.5, true, Tuple.of(1L, "a"), Bytes.of((byte) 1))) {
            map.put(key, 0L);
        }

        assertThat(Json.write(map))
                .isEqualTo("{\"null\":0,\"1\":0,\"1.5\":0,\"true\":0,\"[1,\\\"a\\\"]\":0,\"AQ==\":0}");
    }

    @Test
    void a_dict_with_two_keys_of_one_text_is_shown_as_pairs() {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put(1L, "a");
        map.put("1", Map.of(2L, "b"));

        assertThat(Json.write(map)).isEqualTo("[[1,\"a\"],[\"1\",{\"2\":\"b\"}]]");
    }

    @Test
    void the_indented_form_has_one_value_a_line() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", List.of(1L, List.of()));
        map.put("b", Map.of());

        assertThat(Json.writeIndented(map)).isEqualTo("""
                        {
                          "a": [
                            1,
                            []
                          ],
                          "b": {}
                        }""");
    }

    @Test
    void peers_get_bare_tokens() throws ContentException {
        assertThat(Json.writeForPeers(List.of(Double.NaN, Double.POSITIVE_INFINITY, 1.0)))
                .isEqualTo("[NaN,Infinity,1.0]");
    }

    @Test
    void no_class_of_databind_is_used() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.databind..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.github.hubsh.core.json", "io.github.hubsh.core.content"));
    }

    @Test
    void what_a_terminal_obeys_is_written_as_an_escape_that_means_the_same() throws Exception {
        String text = "a\u001b[31m\u009b2J\u202e\u2066\u200b\u061c\ufeff\u007f\u2028é👩‍👧";

        String written = Json.write(text);

        assertThat(written)
                .isEqualTo("\"a\\u001b[31m\\u009b2J\\u202e\\u2066\\u200b\\u061c\\ufeff\\u007f\\u2028é👩‍👧\"");
        assertThat(Json.parse(written)).isEqualTo(text);
    }

    @Test
    void of_a_value_that_has_no_end_the_beginning_costs_little() {
        Object value = "x".repeat(100);
        for (int i = 0; i < 60; i++) {
            value = List.of(value, Map.of("k", value));
        }

        assertThat(Json.displayInside(value, 500)).hasSizeBetween(500, 2_000);
        assertThat(Json.writeWithin(value, 500)).isNull();
        assertThat(Json.writeTypedWithin(value, 500)).isNull();
        assertThat(Json.display("x".repeat(1_000), 10)).hasSize(11);
        assertThat(Json.writeWithin(Map.of("a", 1L), 7)).isEqualTo("{\"a\":1}");
    }

    /** A value, its text, how it is displayed, and how within another. */
    static Stream<Arguments> texts() {
        Opaque word = Opaque.subclassOf("a\"b", "m.Word");
        return Stream.of(
                Arguments.of("a\"b", "a\"b", "a\"b", "\"a\\\"b\""),
                Arguments.of("", "", "", "\"\""),
                Arguments.of(null, "null", "null", "null"),
                Arguments.of(1.50, "1.5", "1.5", "1.5"),
                Arguments.of(Double.NaN, "NaN", "NaN", "NaN"),
                Arguments.of(new BigDecimal("1.50"), "1.50", "1.50", "1.50"),
                Arguments.of(LocalDate.of(2016, 4, 1), "2016-04-01", "2016-04-01", "2016-04-01"),
                Arguments.of(Bytes.of((byte) 1, (byte) 0xff), "Af8=", "0x01ff", "0x01ff"),
                Arguments.of(List.of("a", 1L), "[\"a\",1]", "[\"a\",1]", "[\"a\",1]"),
                Arguments.of(List.of(Double.NaN), "[\"NaN\"]", "[NaN]", "[NaN]"),
                Arguments.of(new NumpyScalar(Dtype.FLOAT64, 2.5), "2.5", "2.5", "2.5"),
                Arguments.of(new PythonScalar("a\"b", word), "a\"b", "a\"b", "\"a\\\"b\""),
                Arguments.of(new Opaque("fractions.Fraction", List.of("1/3")), "1/3", "1/3", "\"1/3\""),
                Arguments.of(
                        new Opaque("builtins.ValueError", List.of("bad", 3L)),
                        "bad, 3",
                        "bad, 3",
                        "{\"__class__\":\"builtins.ValueError\",\"args\":[\"bad\",3]}"),
                Arguments.of(
                        new Opaque("builtins.complex", List.of(1.0, -2.5)),
                        "(1-2.5j)",
                        "(1-2.5j)",
                        "{\"__class__\":\"builtins.complex\",\"args\":[1.0,-2.5]}"),
                Arguments.of(
                        new Opaque("m.C", List.of(1L)),
                        "{\"__class__\":\"m.C\",\"args\":[1]}",
                        "{\"__class__\":\"m.C\",\"args\":[1]}",
                        "{\"__class__\":\"m.C\",\"args\":[1]}"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_value_has_a_text_and_a_form_for_people(
            @Nullable Object value, String text, String displayed, String inside) {
        assertThat(Json.text(value)).isEqualTo(text);
        assertThat(Json.display(value)).isEqualTo(displayed);
        assertThat(Json.display(value, 1_000)).isEqualTo(displayed);
        assertThat(Json.displayInside(value)).isEqualTo(inside);
        assertThat(Json.displayInside(value, 1_000)).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0  | a
            1  | ab
            3  | abcd
            4  | abcde
            5  | abcde
            10 | abcde
            """)
    void of_a_text_that_is_too_long_one_character_more_is_left(int most, String expected) {
        assertThat(Json.display("abcde", most)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"6, false", "7, true", "8, true"})
    void a_text_that_would_be_longer_is_not_written(int most, boolean isWritten) {
        Map<String, Object> value = Map.of("a", 1L);
        assertThat(Json.writeWithin(value, most)).isEqualTo(isWritten ? "{\"a\":1}" : null);
        assertThat(Json.writeTypedWithin(value, most)).isEqualTo(isWritten ? "{\"a\":1}" : null);
    }

    @Test
    void times_have_the_digits_of_json_in_every_language() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("fa-IR"));
        try {
            assertThat(Json.write(LocalTime.of(15, 4, 5, 500_000_000))).isEqualTo("\"15:04:05.500000\"");
            assertThat(Json.write(LocalTime.of(15, 4, 5, 1))).isEqualTo("\"15:04:05.000000001\"");
        } finally {
            Locale.setDefault(before);
        }
    }
}
