package io.github.hubsh.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.assist.Completer;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.render.ErrorPage;
import io.github.hubsh.shell.render.OutputFormat;
import io.github.hubsh.shell.render.View;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.word.Place;
import io.github.hubsh.shell.word.ShellException;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FuzzTest {
    private static final List<String> PIECES = List.of(
            "execute",
            "x",
            "ping",
            "tail",
            "help",
            "plugin_a",
            "do_thing",
            " ",
            " ",
            " ",
            "=",
            ":=",
            "==",
            "@",
            "[",
            "]",
            "{",
            "}",
            "(",
            "\"",
            "'",
            "\\",
            "\\u00",
            ";",
            "#",
            "|",
            "&",
            ">",
            "$",
            "$a",
            "$a.b[0]",
            "$_",
            "${",
            "| jq .",
            "| where",
            "| head 3",
            "| select a,b",
            "| !",
            ">>",
            "> f",
            "r = ",
            "3 ",
            ".go",
            "_",
            "let",
            "set",
            "-",
            "--",
            "--timeout",
            "--count",
            "5s",
            "1",
            "null",
            "1e999",
            ",",
            ":",
            "\n",
            "\t",
            "\u0000",
            "\u001b",
            "é",
            "電",
            "😀",
            "\ud800",
            "a b");

    private final SessionMemory memory = ShellBench.pipe().session.memory();

    @Test
    void any_line_gives_statements_or_a_pointed_error_and_nothing_else() {
        Random random = new Random(20240607);
        for (int i = 0; i < 40_000; i++) {
            String line = randomLine(random);
            try {
                assertThat(LineParser.parse(line)).isNotNull();
            } catch (ShellException wrong) {
                Place place = wrong.place();
                assertThat(place == null ? -1 : place.offset()).as(line).isBetween(0, line.length() + 1);
                assertThat(ErrorPage.of(wrong, view(random.nextInt(5, 100)))).isNotEmpty();
            }
            assertThat(Completeness.of(line)).isNotNull();
            int cursor = random.nextInt(line.length() + 1);
            assertThat(Completer.complete(line, cursor, memory).from()).as(line).isBetween(0, cursor);
        }
    }

    private static String randomLine(Random random) {
        StringBuilder line = new StringBuilder(random.nextBoolean() ? "execute p c " : "");
        for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
            line.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return line.toString();
    }

    private static View view(int width) {
        return new View(OutputFormat.AUTO, false, true, width, true, Clock.systemUTC());
    }
}
