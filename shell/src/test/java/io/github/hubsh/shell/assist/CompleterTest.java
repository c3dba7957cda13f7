package io.github.hubsh.shell.assist;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.memory.JobControl;
import io.github.hubsh.shell.session.result.LastValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
            execute plugin_a dispense ‸      ¦ 26 ¦ volume_ul=5 mode=slow 'to well'=A1 route:='[]' volume_ul= mode= 'to well'= route:=
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
            tail --c‸                        ¦ 5  ¦ --command --count
            help pi‸                         ¦ 5  ¦ ping
            ping 'plu‸                       ¦ 5  ¦ plugin_a
            nonsense ‸                       ¦ 9  ¦
            status | ‸                       ¦ 9  ¦ jq where select head count table plot bytes x !
            status|wh‸                       ¦ 7  ¦ where
            status | x drop‸                 ¦ 11 ¦ microdrop.dropbot
            status | execute plugin_a do_t‸  ¦ 26 ¦ do_thing
            status | x plugin_a dispense mode=‸ ¦ 34 ¦ fast slow
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
            exct‸                            ¦ 0  ¦ execute
            execute mdb‸                     ¦ 8  ¦ microdrop.dropbot
            execute bot‸                     ¦ 8  ¦ microdrop.dropbot
            execute plugin_a thing‸          ¦ 17 ¦ do_thing
            execute plugin_a dispense VOL‸   ¦ 26 ¦ volume_ul=
            x plugin_a dispense 'to w‸       ¦ 20 ¦ 'to well'=
            x plugin_a dispense 'to well'='A‸ ¦ 30 ¦ A1
            x plugin_a dispense mode="f‸     ¦ 25 ¦ fast
            ping hub⏎execute plugin_a disp‸ ¦ 26 ¦ dispense
            ping hub \\⏎ --c‸                 ¦ 12 ¦ --count
            x plugin_a dispense r‸ mode=fast ¦ 20 ¦ route:=
            .dispense m‸                     ¦ 10 ¦ mode=
            .disp‸ mode=fast                 ¦ 0  ¦ .dispense
            disp x=‸                         ¦ 5  ¦
            fill m‸                          ¦ 5  ¦ mode=
            fill mode=‸                      ¦ 10 ¦ fast slow
            use ‸                            ¦ 4  ¦ hub plugin_a microdrop.dropbot hubsh-me
            config col‸                      ¦ 7  ¦ color
            set sug‸                         ¦ 4  ¦ suggestions=
            set hints=‸                      ¦ 10 ¦ on off
            help ke‸                         ¦ 5  ¦ keygen keys
            help vari‸                       ¦ 5  ¦ variables
            cancel ‸                         ¦ 7  ¦ 1 2
            run ‸                            ¦ 4  ¦ FILES
            test a.js ‸                      ¦ 10 ¦ FILES
            watch 2s x plugin_a disp‸        ¦ 20 ¦ dispense
            watch 2s x plugin_a dispense --co‸ ¦ 29 ¦ --content --count
            watch 2s x plugin_a dispense --count 2 mo‸ ¦ 39 ¦ mode=
            x plugin_a state | select ‸      ¦ 26 ¦ name volume
            x plugin_a state | select name,v‸ ¦ 31 ¦ volume
            x plugin_a state | where .v‸     ¦ 25 ¦ .volume
            x plugin_a state | count | sel‸  ¦ 27 ¦ select
            """)
    void tab_offers_what_fits_at_the_cursor(String marked, int from, String expected) {
        int cursor = marked.indexOf('‸');
        String line = marked.replace("‸", "").replace('⏎', '\n');

        ShellBench bench = ShellBench.pipe();
        bench.session.memory().context().setNames(List.of("lab", "lab.2"));
        bench.session.memory().aliases().define("fill", "x plugin_a dispense");
        bench.session.memory().setJobs(new TwoJobs());
        bench.session.last.add(
                new LastValue("plugin_a", "state", Instant.EPOCH, List.of(Map.of("name", "a"), Map.of("volume", 5L))));
        bench.run("let target=1 voltage=2; use plugin_a; alias led='x plugin_a do_thing'");

        Completions completion = Completer.complete(line, cursor, bench.session.memory());

        StringBuilder offered = new StringBuilder(completion.files() ? "FILES" : "");
        for (Candidate candidate : completion.candidates()) {
            offered.append(offered.length() > 0 ? " " : "").append(candidate.value());
        }
        assertThat(offered.toString()).isEqualTo(expected == null ? "" : expected);
        assertThat(completion.from()).isEqualTo(from);
    }

    @Test
    void candidates_say_what_they_are() {
        ShellBench bench = ShellBench.pipe();

        assertThat(Completer.complete("x plugin_a dispense ", 20, bench.session.memory())
                        .candidates())
                .extracting(Candidate::description)
                .containsExactly(
                        "all of them", "number in µL, required: how much", "string: how fast", "string", "array");
        assertThat(Completer.complete("x plugin_a dispense mode=", 25, bench.session.memory())
                        .candidates())
                .extracting(Candidate::description)
                .containsExactly("", "default");
        assertThat(Completer.complete("x plu", 5, bench.session.memory()).candidates())
                .containsExactly(new Candidate("plugin_a", "3 commands", "plugins"));
        assertThat(Completer.complete("help setti", 10, bench.session.memory()).candidates())
                .containsExactly(new Candidate("settings", "files, variables and their priority", "topics"));
    }

    @Test
    void what_tab_offers_among_many_names_is_found_by_a_part_of_one() {
        ShellBench bench = ShellBench.pipe();
        bench.session.network.plugins.clear();
        bench.session.network.plugins.addAll(List.of("a.b.pump", "pump.a", "my_pump", "p-u-m-p"));

        assertThat(values(bench, "ping pump")).containsExactly("a.b.pump", "pump.a");
        assertThat(values(bench, "ping ump")).containsExactly("a.b.pump", "pump.a", "my_pump");
        assertThat(values(bench, "ping pmp")).containsExactly("a.b.pump", "pump.a", "my_pump", "p-u-m-p");
        assertThat(values(bench, "ping z")).isEmpty();
    }

    private static List<String> values(ShellBench bench, String line) {
        return Completer.complete(line, line.length(), bench.session.memory()).candidates().stream()
                .map(Candidate::value)
                .toList();
    }

    private static final class TwoJobs implements JobControl {
        @Override
        public List<Entry> list() {
            return List.of(new Entry(1, "tail", Duration.ZERO), new Entry(2, "tail --pairs", Duration.ZERO));
        }

        @Override
        public boolean await(int number) {
            return false;
        }

        @Override
        public boolean cancel(int number) {
            return false;
        }
    }
}
