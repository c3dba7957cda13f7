package io.github.hubsh.shell.assist;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HintsTest {
    /** The cursor stands at the {@code ‸}; what is strong is between stars. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            ‸                               ¦
            exec‸                           ¦
            nonsense ‸                      ¦
            execute‸                        ¦ *execute* TARGET COMMAND [ITEM …] · send a command, wait, print the reply
            exec‸ute hub                    ¦ *execute* TARGET COMMAND [ITEM …] · send a command, wait, print the reply
            x plug‸                         ¦ execute* TARGET* COMMAND [ITEM …] · send a command, wait, print the reply
            x plugin_a di‸                  ¦ execute TARGET* COMMAND* [ITEM …] · send a command, wait, print the reply
            x plugin_a dispense‸            ¦ *dispense* volume_ul= [mode=] ['to well'=] [route=] · dispense a volume
            x plugin_a dispense ‸           ¦ dispense* volume_ul=** [mode=]** ['to well'=]** [route=]* · dispense a volume
            x plugin_a dispense mode=fast ‸ ¦ dispense* volume_ul=* [mode=]* ['to well'=]** [route=]* · dispense a volume
            x plugin_a dispense volume_ul‸  ¦ *volume_ul*  number in µL, required: how much · 0..1000 · last 5
            x plugin_a dispense volume_ul=3‸ ¦ *volume_ul*  number in µL, required: how much · 0..1000 · last 5
            x plugin_a dispense mo‸de=fast  ¦ *mode*  string: how fast · fast|slow · default slow
            x plugin_a dispense 'to well'=‸ ¦ *to well*  string · last A1
            x plugin_a do_thing a=‸         ¦ do_thing
            x plugin_b do_thing a=‸         ¦ execute TARGET COMMAND* [ITEM …]* · send a command, wait, print the reply
            .dispense mode=‸                ¦ *mode*  string: how fast · fast|slow · default slow
            .dispense‸                      ¦ *dispense* volume_ul= [mode=] ['to well'=] [route=] · dispense a volume
            fill mode=‸                     ¦ *mode*  string: how fast · fast|slow · default slow
            fill‸                           ¦ *fill*  = x plugin_a dispense
            x --timeout ‸                   ¦ *--timeout TIME*  how long to wait for the reply: 500ms, 5s, 2m
            x --mime‸                       ¦ *--mime TYPE*  encoding of the arguments: pickle, json, yaml, text, bytes (pickle|json|yaml|text|bytes)
            x --nope‸                       ¦
            status | where‸                 ¦ *where* EXPR · only elements for which a jq expression is true
            status | where .x‸              ¦ where* EXPR* · only elements for which a jq expression is true
            status | wh‸                    ¦
            status | x ‸                    ¦ execute* TARGET* COMMAND [ITEM …] · send a command, wait, print the reply
            status | x plugin_a dispense mo‸de=fast ¦ *mode*  string: how fast · fast|slow · default slow
            status | count‸                 ¦ *count* · how many there are
            status | !so‸                   ¦ *!* COMMAND · through a command of the operating system
            status > ‸                      ¦ *FILE*  gets the result: .json, .jsonl, .csv or text by its name
            watch 2s ping ‸                 ¦ ping* TARGET* · measure round trips
            watch 2s plugins --count ‸      ¦ *--count N*  end after N results
            watch 2s plugins --errexit‸     ¦ *--errexit*  end at the first error, with its exit code
            r = ping ‸                      ¦ ping* TARGET* · measure round trips
            status; ping ‸                  ¦ ping* TARGET* · measure round trips
            """)
    void the_hint_is_about_the_word_at_the_cursor(String marked, String expected) {
        ShellBench bench = ShellBench.pipe();
        bench.session.memory().context().setFocus("plugin_a");
        bench.session.memory().aliases().define("fill", "x plugin_a dispense");
        int cursor = marked.indexOf('‸');

        Hint hint = Hints.at(marked.replace("‸", ""), cursor, bench.session.memory());

        StringBuilder text = new StringBuilder();
        for (Hint.Piece piece : hint.pieces()) {
            text.append(piece.strong() ? "*" + piece.text() + "*" : piece.text());
        }
        assertThat(text.toString()).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void half_a_line_of_any_kind_has_a_hint_or_none() {
        ShellBench bench = ShellBench.pipe();
        String line =
                "r = 3 watch 2s x plugin_a dispense 'to well'=\"$r\" p:=[1,{\"a\": ${b}}] --timeout=2s | jq .a > f; js {";
        for (int end = 0; end <= line.length(); end++) {
            for (int cursor = 0; cursor <= end; cursor++) {
                assertThat(Hints.at(line.substring(0, end), cursor, bench.session.memory())
                                .text())
                        .doesNotContain("null");
            }
        }
    }
}
