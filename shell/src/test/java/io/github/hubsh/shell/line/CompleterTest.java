package io.github.hubsh.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.Bench;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompleterTest {
    /** The cursor stands at the {@code ‸}; what Tab would replace starts at the expected offset. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            di‸                              ¦ 0  ¦ disconnect
            st‸ foo                          ¦ 0  ¦ status
            ping hub; ex‸                    ¦ 10 ¦ execute exit
            execute ‸                        ¦ 8  ¦ hub plugin_a microdrop.dropbot hubsh-me
            execute drop‸                    ¦ 8  ¦ microdrop.dropbot
            execute MICRO‸                   ¦ 8  ¦ microdrop.dropbot
            execute --silent pl‸             ¦ 17 ¦ plugin_a
            execute --timeout 5s pl‸         ¦ 21 ¦ plugin_a
            execute plugin_a do‸             ¦ 17 ¦ do_other do_thing
            x plugin_a do_t‸                 ¦ 11 ¦ do_thing
            execute microdrop.dropbot ‸      ¦ 26 ¦ find_liquid
            execute plugin_a do_thing ‸      ¦ 26 ¦
            execute plugin_a disp‸           ¦ 17 ¦ dispense
            execute plugin_a dispense ‸      ¦ 26 ¦ volume_ul= mode= 'to well'= route:=
            execute plugin_a dispense m‸     ¦ 26 ¦ mode=
            x plugin_a dispense volume_ul=1 ‸ ¦ 32 ¦ mode= 'to well'= route:=
            execute plugin_a dispense mode=‸ ¦ 31 ¦ fast slow
            execute plugin_a dispense mode=f‸ ¦ 31 ¦ fast
            x plugin_a dispense volume_ul=‸  ¦ 30 ¦ 5 2.5
            x plugin_a dispense 'to well'=‸  ¦ 30 ¦ A1 =12
            x plugin_a dispense nope=‸       ¦ 25 ¦
            execute plugin_a do_thing --m‸   ¦ 26 ¦ --mime
            execute p c --mime y‸            ¦ 19 ¦ yaml
            execute p c --mime=t‸            ¦ 19 ¦ text
            execute p c svg=@de‸             ¦ 17 ¦ FILES
            execute p c p:=@‸                ¦ 16 ¦ FILES
            execute p c @r‸                  ¦ 13 ¦ FILES
            demo -f ‸                        ¦ 8  ¦ FILES
            tail --source plu‸               ¦ 14 ¦ plugin_a
            tail --type execute_re‸          ¦ 12 ¦ execute_request execute_reply
            tail --c‸                        ¦ 5  ¦ --count
            help pi‸                         ¦ 5  ¦ ping
            ping 'plu‸                       ¦ 5  ¦ plugin_a
            nonsense ‸                       ¦ 9  ¦
            """)
    void tab_offers_what_fits_at_the_cursor(String marked, int from, String expected) {
        int cursor = marked.indexOf('‸');
        String line = marked.substring(0, cursor) + marked.substring(cursor + 1);

        Completion completion = Completer.complete(line, cursor, Bench.pipe().session);

        StringBuilder offered = new StringBuilder(completion.files() ? "FILES" : "");
        for (Candidate candidate : completion.candidates()) {
            offered.append(offered.length() > 0 ? " " : "").append(candidate.value());
        }
        assertThat(offered.toString()).isEqualTo(expected == null ? "" : expected);
        assertThat(completion.from()).isEqualTo(from);
    }
}
