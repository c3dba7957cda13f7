package io.github.hubsh.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompletenessTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            ping hub                ¦ COMPLETE
            # only a comment        ¦ COMPLETE
            ;;                      ¦ COMPLETE
            execute p c x:={"a": [1 ¦ INCOMPLETE
            execute p c s='it       ¦ INCOMPLETE
            execute p c s="it       ¦ INCOMPLETE
            ping \\                  ¦ INCOMPLETE
            ping                    ¦ WRONG
            r = 2 ping hub|jq .a>f& ¦ COMPLETE
            x p c s=$a.b[0] | !wc   ¦ COMPLETE
            ping hub | !echo 'a     ¦ INCOMPLETE
            ping hub | jq '.a       ¦ INCOMPLETE
            x p c s="$a             ¦ INCOMPLETE
            ping hub |              ¦ INCOMPLETE
            ping hub | # why        ¦ INCOMPLETE
            ping hub; |             ¦ WRONG
            |                       ¦ WRONG
            ping hub > f g          ¦ WRONG
            nonsense                ¦ WRONG
            execute p c x:=]        ¦ WRONG
            """)
    void completeness_decides_what_enter_does(String line, Completeness expected) {
        assertThat(Completeness.of(line)).isEqualTo(expected);
    }

    @Test
    void a_filter_may_stand_on_the_next_line() {
        assertThat(Completeness.of("ping hub |\n  jq .target\n")).isEqualTo(Completeness.COMPLETE);
        assertThat(LineParser.parse("ping hub |\n  jq .target |\n count")).hasSize(1);
        assertThat(LineParser.parse("ping hub |\n !wc -l\nping hub")).hasSize(2);
    }
}
