package io.github.hubsh.shell.line;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.word.Item;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Words as items: their forms, paths and errors; {@link ItemsTest} has the values, {@link TypedItemsTest} those of
 * Python.
 */
final class ItemParserTest {
    /** Columns: what is typed, the form of the item, its path, and its value or file. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            x=1                     ¦ VALUE      ¦ x        ¦ 1
            x==1                    ¦ VALUE      ¦ x        ¦ "1"
            x===                    ¦ VALUE      ¦ x        ¦ "="
            x:=[1]                  ¦ VALUE      ¦ x        ¦ [1]
            x:=tuple(1,2)           ¦ VALUE      ¦ x        ¦ [1,2]
            x:=$v                   ¦ VALUE      ¦ x        ¦ null
            a:b=1                   ¦ VALUE      ¦ a:b      ¦ 1
            'a:'=1                  ¦ VALUE      ¦ a:       ¦ 1
            x=@file                 ¦ TEXT_FILE  ¦ x        ¦ "file"
            x:=@file                ¦ JSON_FILE  ¦ x        ¦ "file"
            x='@file'               ¦ VALUE      ¦ x        ¦ "@file"
            @file                   ¦ EVERYTHING ¦ ``       ¦ "file"
            -                       ¦ EVERYTHING ¦ ``       ¦ "-"
            m[a]['b c']=1           ¦ VALUE      ¦ m a b c  ¦ 1
            m[]=1                   ¦ VALUE      ¦ m +      ¦ 1
            m[][a][]=1              ¦ VALUE      ¦ m + a +  ¦ 1
            m[a]:=1                 ¦ VALUE      ¦ m a      ¦ 1
            m[a]=@file              ¦ TEXT_FILE  ¦ m a      ¦ "file"
            'm[a]'=1                ¦ VALUE      ¦ m[a]     ¦ 1
            m]=1                    ¦ VALUE      ¦ m]       ¦ 1
            """)
    void a_word_is_a_value_or_a_file_for_a_place_in_an_argument(String typed, String form, String path, String value) {
        Item item = ItemParser.parse(word(typed));
        assertThat(item.form()).hasToString(form);
        assertThat(item.path().stream()
                        .map(step -> step.append() ? "+" : step.name())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(path);
        assertThat(Json.write(item.value())).isEqualTo(value);
    }

    /** Columns: what is typed, the character that the error points at, what it says, and the remedy. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            x               ¦ 0  ¦ expected an item such as name=value, found 'x'       ¦
            'x=1'           ¦ 0  ¦ expected an item such as name=value, found 'x=1'     ¦
            =1              ¦ 0  ¦ expected the argument's name before '='              ¦
            :=1             ¦ 0  ¦ expected the argument's name before ':'              ¦
            [a]=1           ¦ 0  ¦ expected the argument's name before '['              ¦
            m[a=1           ¦ 3  ¦ expected ']' before the value                        ¦
            m[a=b]=1        ¦ 3  ¦ expected ']' before the value                        ¦
            m[a][b c]=1     ¦ 0  ¦ expected an item such as name=value, found 'm[a][b'  ¦
            m[a:=1          ¦ 3  ¦ expected ']' before the value                        ¦
            m[a]b=1         ¦ 4  ¦ expected '[' or the value's '=' after ']'            ¦
            m[a]b[c]=1      ¦ 4  ¦ expected '[' or the value's '=' after ']'            ¦
            m[a]]=1         ¦ 4  ¦ expected '[' or the value's '=' after ']'            ¦
            @               ¦ 1  ¦ expected a file name after '@'                       ¦
            x=@             ¦ 3  ¦ expected a file name after '@'                       ¦
            x:=@            ¦ 4  ¦ expected a file name after '@'                       ¦
            x=1e999         ¦ 2  ¦ expected a number that fits a double; == sends the text ¦
            x:=             ¦ 3  ¦ expected a JSON value, found the end                 ¦
            x:=[1,}         ¦ 6  ¦ expected a JSON value, found '}'                     ¦
            x:='[1, True]'  ¦ 8  ¦ expected a JSON value, found 'T'                     ¦ true is JSON's spelling of True
            x:=sereis([1])  ¦ 3  ¦ expected a JSON value, found 's'                     ¦ did you mean 'series'?
            x:='series([1]' ¦ 15 ¦ expected ')' at the end                              ¦
            x:='series([1)' ¦ 13 ¦ expected ',' or ']', found the end                   ¦
            x:=int8(300)    ¦ 8  ¦ value 1: 300 is not of type int8                     ¦
            x:=frob([1])    ¦ 3  ¦ expected a JSON value, found 'f'                     ¦
            """)
    void an_error_points_at_the_character(String typed, int offset, String message, String remedy) {
        assertThatThrownBy(() -> ItemParser.parse(word(typed))).isInstanceOfSatisfying(ShellException.class, wrong -> {
            assertThat(wrong.text()).isEqualTo(message);
            assertThat(requireNonNull(wrong.place()).offset()).isEqualTo(offset);
            assertThat(wrong.hint()).isEqualTo(remedy == null ? "help items shows how arguments are written" : remedy);
        });
    }

    /** A value that a reference brought stays itself where it is the whole value, and is its text within one. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            x=$v          ¦ {"a":1}
            x:=$v         ¦ {"a":1}
            x==$v         ¦ "{\\"a\\":1}"
            x=n$v         ¦ "n{\\"a\\":1}"
            x:=[$v,2]     ¦ [{"a":1},2]
            x:=tuple($v)  ¦ [{"a":1}]
            """)
    void a_value_of_a_reference_is_inserted(String typed, String value) {
        Word resolved = word(typed).resolved(List.of(Map.of("a", 1L)), List.of("{\"a\":1}"));
        assertThat(Json.write(ItemParser.parse(resolved).value())).isEqualTo(value);
    }

    @Test
    void a_reference_to_nothing_is_null() {
        Word resolved = word("x:=$v").resolved(Collections.singletonList(null), List.of("null"));
        assertThat(ItemParser.parse(resolved).value()).isNull();
    }

    private static Word word(String typed) {
        return Lexer.read(typed).statements().get(0).get(0);
    }
}
