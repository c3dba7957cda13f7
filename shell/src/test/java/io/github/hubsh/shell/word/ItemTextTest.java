package io.github.hubsh.shell.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items as they would be typed: the quotes that they need, and no others. */
final class ItemTextTest {
    /** Columns: a text, and how it is written as a word, as a value and as a name. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            plugin_a      ¦ plugin_a        ¦ =plugin_a        ¦ plugin_a
            é1-.          ¦ é1-.            ¦ =é1-.            ¦ é1-.
            😀            ¦ 😀              ¦ =😀              ¦ 😀
            ``            ¦ ''              ¦ =''              ¦ ''
            a b           ¦ 'a b'           ¦ ='a b'           ¦ 'a b'
            a/b:c,d+e@f%  ¦ a/b:c,d+e@f%    ¦ =a/b:c,d+e@f%    ¦ 'a/b:c,d+e@f%'
            ^~!?*         ¦ ^~!?*           ¦ =^~!?*           ¦ '^~!?*'
            a=b           ¦ 'a=b'           ¦ ='a=b'           ¦ 'a=b'
            a|b           ¦ 'a|b'           ¦ ='a|b'           ¦ 'a|b'
            @bob          ¦ '@bob'          ¦ =='@bob'         ¦ '@bob'
            =x            ¦ '=x'            ¦ =='=x'           ¦ '=x'
            -x            ¦ -x              ¦ =-x              ¦ '-x'
            1             ¦ 1               ¦ ==1              ¦ 1
            1.50          ¦ 1.50            ¦ ==1.50           ¦ 1.50
            0012          ¦ 0012            ¦ =0012            ¦ 0012
            true          ¦ true            ¦ ==true           ¦ true
            null          ¦ null            ¦ ==null           ¦ null
            it's          ¦ "it's"          ¦ ="it's"          ¦ "it's"
            "a"           ¦ '"a"'           ¦ ='"a"'           ¦ '"a"'
            it's "$a" \\  ¦ "it's \\"\\$a\\" \\\\" ¦ ="it's \\"\\$a\\" \\\\" ¦ "it's \\"\\$a\\" \\\\"
            `a\nb`        ¦ "a\\nb"         ¦ ="a\\nb"         ¦ "a\\nb"
            """)
    void a_text_has_the_quotes_that_it_needs(String text, String word, String value, String name) {
        assertThat(ItemText.quote(text)).isEqualTo(word);
        assertThat(ItemText.ofValue(text)).isEqualTo(value);
        assertThat(ItemText.quoteName(text)).isEqualTo(name);
    }

    /** What a terminal would obey, or show nothing for: by the code of the character. */
    @ParameterizedTest
    @CsvSource({"1b", "07", "7f", "9b", "200b", "202e", "2028", "2029", "d83d", "de00"})
    void a_hidden_character_is_written_as_its_code(String hex) {
        char hidden = (char) Integer.parseInt(hex, 16);
        String code = "\\u" + "0".repeat(4 - hex.length()) + hex;
        assertThat(ItemText.quote("a" + hidden)).isEqualTo("\"a" + code + "\"");
        assertThat(ItemText.isHidden("a" + hidden, 1)).isTrue();
        assertThat(ItemText.isHidden("a" + hidden, 0)).isFalse();
    }

    /** Columns: a value, as JSON spells it, and how it is written on a line, and for another shell. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            null             ¦ =null                  ¦ =null
            true             ¦ =true                  ¦ =true
            -2.5             ¦ =-2.5                  ¦ =-2.5
            12345678901234567890 ¦ =12345678901234567890 ¦ =12345678901234567890
            []               ¦ :='[]'                 ¦ :=[]
            ["e1",null]      ¦ :='["e1",null]'        ¦ :=["e1",null]
            {"a":"it's"}     ¦ :='{"a":"it'\\''s"}'   ¦ :={"a":"it's"}
            "1"              ¦ ==1                    ¦ ==1
            "a b"            ¦ ='a b'                 ¦ =a b
            """)
    void a_value_has_the_operator_that_keeps_its_type(String json, String item, String unquoted)
            throws JsonInput.WrongJson {
        Object value = JsonInput.parse(json);
        assertThat(ItemText.ofValue(value)).isEqualTo(item);
        assertThat(ItemText.unquoted(value)).isEqualTo(unquoted);
    }

    @Test
    void a_hidden_character_within_json_is_a_code_too() {
        assertThat(ItemText.ofValue(Arrays.asList("a\u200bb", "c\u2028")))
                .isEqualTo(":='[\"a\\u200bb\",\"c\\u2028\"]'");
    }

    @Test
    void arguments_stand_beside_each_other_in_their_order() {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        arguments.put("Voltage (V)", 100L);
        arguments.put("route", Arrays.asList("e1", "e2"));
        arguments.put("note", null);

        assertThat(ItemText.ofArguments(arguments)).isEqualTo("'Voltage (V)'=100 route:='[\"e1\",\"e2\"]' note=null");
        assertThat(ItemText.ofArguments(Map.of())).isEmpty();
    }

    @Test
    void no_json_has_no_quotes() {
        assertThat(ItemText.literalJson("")).isEmpty();
    }
}
