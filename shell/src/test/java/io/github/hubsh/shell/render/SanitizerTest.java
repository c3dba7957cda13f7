package io.github.hubsh.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SanitizerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plugin_a",
                "größe 43 µL",
                "電極 状態",
                "e\u0301",
                "👩\u200d🔬 👩🏽\u200d💻",
                "❤\ufe0f",
                "می\u200cخواهم",
                "שלום مرحبا",
                "\ud83d\ude00"
            })
    void what_people_write_stays_as_it_is(String text) {
        assertThat(Sanitizer.text(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "001b, escape",
        "0007, bell",
        "0008, backspace",
        "007f, delete",
        "0000, nul",
        "009b, CSI of C1",
        "009d, OSC of C1",
        "0085, next line",
        "202e, reverses",
        "2066, isolates",
        "200e, marks a direction",
        "200b, has no width",
        "2060, joins words",
        "feff, byte order mark",
        "00ad, soft hyphen",
        "2028, line separator",
        "2029, paragraph separator",
        "061c, arabic mark",
        "200d, joins nothing",
        "d83d, half a character",
        "de00, half a character",
        "fff9, annotates",
    })
    void what_a_terminal_obeys_or_is_invisible_is_shown(String hex, String why) {
        char c = (char) Integer.parseInt(hex, 16);

        assertThat(Sanitizer.text("a" + c + "b")).as(why).isEqualTo("a\\u" + hex + "b");
        assertThat(Sanitizer.text("" + c)).as(why).isEqualTo("\\u" + hex);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\t"})
    void line_ends_and_tabs_are_shown_as_people_write_them(String text) {
        assertThat(Sanitizer.text(text)).matches("\\\\[nrt]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xE0001, 0xE0041, 0xE007F})
    void invisible_tags_are_shown(int tag) {
        assertThat(Sanitizer.text("a" + Character.toString(tag))).matches("a\\\\udb40\\\\udc[0-9a-f]{2}");
    }
}
