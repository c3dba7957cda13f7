package io.github.hubsh.shell.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.hubsh.shell.fake.FakeFiles;
import io.github.hubsh.shell.fake.FakeSession;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.SessionSettings;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Below each line a letter for each of its characters. */
final class LineHighlightsTest {
    private final FakeSession session = new FakeSession(
            SessionSettings.ofHub("tcp://h:1"),
            new FakeFiles(),
            ShellBench.pipe().session.io().display());

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "execute plugin_a do_thing x=1~vvvvvvv pppppppp cccccccc k n",
                "x plugin_a do_thing s=hello id==0012~v pppppppp cccccccc k sssss kk  ssss",
                "x plugin_b do_thing ~v uuuuuuuu cccccccc ",
                "x plugin_a nope ~v pppppppp uuuu ",
                "x plugin_~v        ",
                "exeucte plugin_a ~uuuuuuu ssssssss ",
                "exeu~    ",
                "3 ping hub~n vvvv ppp",
                "r = plugins | count ~l o vvvvvvv o vvvvv ",
                "plugins | x plugin_a do_thing n=$_ ~vvvvvvv o v pppppppp cccccccc k ll ",
                "_ | select name,state | hed 3 ~l o vvvvvv ssssssssss o uuu n ",
                "$r.x | jq '.a > 3' > out.json~llll o vv ssssssss o ssssssss",
                "ping hub --count 3 --cuont 3 ~vvvv ppp ttttttt n uuuuuuu n ",
                "x plugin_a do_thing 'Voltage (V)'=100 on=true~v pppppppp cccccccc kkkkkkkkkkkkk nnn kk nnnn",
                "x plugin_a do_thing r:='[\"e1\"]' s=\"to $r\"~v pppppppp cccccccc kk ssssssss k sssslls",
                "watch 2s execute plugin_a do_thing | count ~vvvvv ss vvvvvvv pppppppp cccccccc o vvvvv ",
                "watch 2s plugins --count 3 --cuont 3 ~vvvvv ss vvvvvvv ttttttt n uuuuuuu n ",
                "ping hub; pin hub &  ~vvvv ppp  uuu sss o  ",
                ".do_thing x=1~vvvvvvvvv k n",
                ".nothing x=1~uuuuuuuu k n",
                "go x=1 ~vv k n ",
                "help  # execute~vvvv           "
            })
    void each_piece_of_a_line_has_its_role(String line, String letters) {
        session.memory().context().setFocus("plugin_a");
        session.memory().aliases().define("go", "x plugin_a do_thing");

        assertThat(letters(line)).as(line).isEqualTo(letters);
    }

    @Test
    void any_line_has_pieces_in_order_that_do_not_overlap() {
        long seed = 41;
        Random random = new Random(seed);
        String alphabet = "x= '\"$_.|>;&#@-[]{}\\\n1ehé電ping plugin_a watch 2s --count ";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder line = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                line.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThatCode(() -> letters(line.toString())).as(line.toString()).doesNotThrowAnyException();
        }
    }

    private String letters(String line) {
        StringBuilder letters = new StringBuilder(" ".repeat(line.length()));
        int at = 0;
        for (Highlight each : LineHighlights.of(line, session.memory())) {
            assertThat(each.from()).as(line).isGreaterThanOrEqualTo(at).isLessThan(each.to());
            for (int i = each.from(); i < each.to(); i++) {
                letters.setCharAt(i, letter(each.role()));
            }
            at = each.to();
        }
        return letters.toString();
    }

    private static char letter(Highlight.Role role) {
        return switch (role) {
            case PLAIN -> ' ';
            case VERB -> 'v';
            case PLUGIN -> 'p';
            case COMMAND -> 'c';
            case KEY -> 'k';
            case STRING -> 's';
            case NUMBER -> 'n';
            case VARIABLE -> 'l';
            case OPTION -> 't';
            case OPERATOR -> 'o';
            case BRACKET -> 'b';
            case UNKNOWN -> 'u';
        };
    }
}
