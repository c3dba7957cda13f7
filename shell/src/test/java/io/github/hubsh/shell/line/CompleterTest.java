package io.github.hubsh.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.Bench;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompleterTest {
    /** The cursor stands at the {@code ‸}; what Tab would replace starts at the expected offset. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            di‸                              ¦ 0  ¦ disconnect
            st‸ foo                          ¦ 0  ¦ status
            con‸                             ¦ 0  ¦ connect context config
            context ‸                        ¦ 8  ¦ ls add use rm show -
            context us‸                      ¦ 8  ¦ use
            context use ‸                    ¦ 12 ¦ lab lab.2
            context rm lab.‸                 ¦ 11 ¦ lab.2
            connect l‸                       ¦ 8  ¦ lab lab.2
            completion ‸                     ¦ 11 ¦ bash zsh fish
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
            status | ‸                       ¦ 9  ¦ jq where select head count table plot !
            status|wh‸                       ¦ 7  ¦ where
            status | where .x | c‸           ¦ 20 ¦ count
            status | head ‸                  ¦ 14 ¦
            status > ‸                       ¦ 9  ¦ FILES
            status >>ou‸                     ¦ 9  ¦ FILES
            r = pi‸                          ¦ 4  ¦ ping
            3 ping plu‸                      ¦ 7  ¦ plugin_a
            execute $‸                       ¦ 8  ¦ $target $voltage
            execute p c s="to $t‸            ¦ 18 ¦ $target
            execute p c s='$t‸               ¦ 12 ¦
            .do_t‸                           ¦ 0  ¦ .do_thing
            .go svg=@a‸                      ¦ 9  ¦ FILES
            le‸                              ¦ 0  ¦ let led
            tail & dem‸                      ¦ 7  ¦ demo
            """)
    void tab_offers_what_fits_at_the_cursor(String marked, int from, String expected) {
        int cursor = marked.indexOf('‸');
        String line = marked.substring(0, cursor) + marked.substring(cursor + 1);

        Bench bench = Bench.pipe();
        bench.session.workspace().contexts(List.of("lab", "lab.2"));
        bench.run("let target=1 voltage=2; use plugin_a; alias led='x plugin_a do_thing'");

        Completion completion = Completer.complete(line, cursor, bench.session);

        StringBuilder offered = new StringBuilder(completion.files() ? "FILES" : "");
        for (Candidate candidate : completion.candidates()) {
            offered.append(offered.length() > 0 ? " " : "").append(candidate.value());
        }
        assertThat(offered.toString()).isEqualTo(expected == null ? "" : expected);
        assertThat(completion.from()).isEqualTo(from);
    }
}
