package io.github.hubsh.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stepped over as JSON, and what is left then. */
final class JsonScannerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ""                             | ``
            "a/b" ,                        | ` ,`
            "\\u00e9\\uD83d\\n\\"\\\\\\/"x | x
            0                              | ``
            -0                             | ``
            01                             | 1
            12]                            | ]
            -1.50e+10,                     | ,
            1E-2}                          | }
            1e5.5                          | .5
            true                           | ``
            truely                         | ly
            false]                         | ]
            null null                      | ` null`
            []                             | ``
            [ ]]                           | ]
            {}                             | ``
            { },                           | ,
            [1, "a" ,[true,null],{}] x     | ` x`
            {"a":1 , "b" : [{"c":null}]}}  | }
            """)
    void a_value_is_stepped_over_and_what_is_behind_it_is_left(String text, String rest) {
        JsonScanner scanner = scanner(text);
        scanner.value();
        assertThat(scanner.hasFailed()).isFalse();
        assertThat(text.substring(scanner.position())).isEqualTo(rest);
        assertThat(scanner.isAtEnd()).isEqualTo(rest.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\0",
                "x",
                "tru",
                "trie",
                "nul",
                "fals",
                "True",
                "NaN",
                "-",
                "+1",
                ".5",
                "1.",
                "1.e5",
                "1e",
                "1e+",
                "--1",
                "-+1",
                "-Infinity",
                "\"",
                "\"abc",
                "'a'",
                "\"a\nb\"",
                "\"a\tb\"",
                "\"caf\u00e9\"",
                "\"\\",
                "\"\\\"",
                "\"\\x\"",
                "\"\\U0000\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\u123",
                "\"\\u1234",
                "\"\\\u00e9\"",
                "[",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[1}",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{\"a\":1]",
                "{1:2}",
                "{a:1}",
            })
    void what_is_no_value_fails_and_so_does_all_afterwards(String text) {
        JsonScanner scanner = scanner(text);
        scanner.value();
        assertThat(scanner.hasFailed()).isTrue();
        assertThat(scanner.position()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        assertThat(scanner.isAtEnd()).isFalse();
        assertThat(scanner.peek()).isZero();
        assertThat(scanner.skip('x')).isFalse();
        assertThat(scanner.string()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "abc"              | true
            ""                 | true
            "longer than eight" | true
            "a\\nb"            | false
            "\\u0041 and more" | false
            """)
    void a_string_is_plain_unless_it_has_an_escape(String text, boolean isPlain) {
        JsonScanner scanner = scanner(text);
        assertThat(scanner.string()).isEqualTo(isPlain);
        assertThat(scanner.isAtEnd()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "\u001f", "\u0000", "\n", "\u0080", "\u00ff", "\\x"})
    void what_no_string_holds_is_found_at_each_place_of_it(String bad) {
        for (int before = 0; before < 20; before++) {
            for (int after = 0; after < 10; after++) {
                JsonScanner scanner = scanner('"' + "a".repeat(before) + bad + "~".repeat(after) + '"');
                scanner.string();
                assertThat(scanner.hasFailed()).as("%d %d", before, after).isTrue();
            }
        }
    }

    @Test
    void a_quote_ends_a_string_at_each_place_of_it() {
        for (String letter : new String[] {"a", " ", "!", "#", "[", "]", "~", "\u007f"}) {
            for (int length = 0; length < 20; length++) {
                JsonScanner scanner = scanner('"' + letter.repeat(length) + "\" \"\\and more");
                assertThat(scanner.string()).isTrue();
                assertThat(scanner.position()).isEqualTo(length + 2);
            }
        }
    }

    @Test
    void levels_are_bounded() {
        for (String[] pair : new String[][] {{"[", "]"}, {"{\"a\":", "}"}}) {
            assertThat(isValue(pair[0].repeat(64) + "1" + pair[1].repeat(64))).isTrue();
            assertThat(isValue(pair[0].repeat(65) + "1" + pair[1].repeat(65))).isFalse();
        }
        assertThat(isValue("[" + "[]".repeat(100).replace("][", "],[") + "]")).isTrue();
        assertThat(isValue("[".repeat(1_000_000))).isFalse();
    }

    @Test
    void the_length_of_a_number_is_bounded() {
        assertThat(isValue("1".repeat(300))).isTrue();
        assertThat(isValue("1".repeat(301))).isFalse();
        assertThat(isValue("   " + "1".repeat(300))).isTrue();
        assertThat(isValue("0." + "1".repeat(298))).isTrue();
        assertThat(isValue("0." + "1".repeat(299))).isFalse();
    }

    @Test
    void white_space_is_stepped_over_before_what_is_looked_for() {
        JsonScanner scanner = scanner(" \n\r\t{ :x");
        assertThat(scanner.peek()).isEqualTo('{');
        assertThat(scanner.skip(':')).isFalse();
        assertThat(scanner.position()).isEqualTo(4);
        assertThat(scanner.skip('{')).isTrue();
        scanner.expect(':');
        assertThat(scanner.position()).isEqualTo(7);
        assertThat(scanner.isAtEnd()).isFalse();
        scanner.expect('y');
        assertThat(scanner.hasFailed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u000b", "\f", "\u0000", "\u00a0"})
    void other_white_space_is_none_of_json(String space) {
        assertThat(isValue(space + "1")).isFalse();
        assertThat(isValue("1" + space)).isFalse();
    }

    @Test
    void a_word_is_stepped_over_where_it_stands() {
        JsonScanner scanner = scanner("\"kind\":\"longer word\"");
        assertThat(scanner.skip(JsonWord.of("\"kin:"))).isFalse();
        assertThat(scanner.position()).isZero();
        assertThat(scanner.skip(JsonWord.of("\"kind\":"))).isTrue();
        assertThat(scanner.position()).isEqualTo(7);
        assertThat(scanner.skip(JsonWord.of("\"longer word\"!"))).isFalse();
        assertThat(scanner.skip(JsonWord.of("\"longer word\""))).isTrue();
        assertThat(scanner.isAtEnd()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "abcdefgh"     | 9
            [1]            | 2
            true           | 3
            -1             | 1
            1e5            | 2
            {"a":1}        | 6
            "\\u1234"      | 6
            """)
    void bytes_behind_the_end_are_not_the_text(String text, int length) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        JsonScanner scanner = new JsonScanner(bytes, length);
        scanner.value();
        assertThat(scanner.hasFailed()).isTrue();
        assertThat(scanner.position()).isEqualTo(length);
    }

    private static boolean isValue(String text) {
        JsonScanner scanner = scanner(text);
        scanner.value();
        return scanner.isAtEnd();
    }

    private static JsonScanner scanner(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new JsonScanner(bytes, bytes.length);
    }
}
