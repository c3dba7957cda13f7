package io.github.hubsh.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written of a statement parses to the same statement. */
final class StatementTextTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            x p c 'Voltage (V)'=100 r:=["a b", 1]        ¦ execute p c 'Voltage (V)'=100 r:='["a b", 1]'
            r = 3 ping hub | jq '.a | .b'>>'a b.json'    ¦ r = 3 ping hub | jq '.a | .b' >> 'a b.json'
            tail --where .a --count 3 --jq .b            ¦ tail | where .a | head 3 | jq .b
            x p c s="it's $r.x"'!' --silent              ¦ execute p c --silent s="it's ""$r.x"'!'
            x p c a:=[$n,1] b:=$n c==$n                  ¦ execute p c a:='['$n',1]' b:=$n c=="$n"
            .go x=1 | !grep 'a | b' | wc                 ¦ .go x=1 | !grep 'a | b' | wc
            x p c s=C:\\a\\ b k\\=\\d==1 > C:\\t\\>x          ¦ execute p c s=C:\\a' 'b k'='\\d==1 > C:\\t'>'x
            x p c|x q d v=$_.a w=1 | count               ¦ execute p c | execute q d v="$_.a" w=1 | count
            _3 | select a , b,'c d'                      ¦ "$_3" | select a,b,'c d'
            """)
    void a_statement_is_written_with_the_quotes_that_it_needs(String line, String expected) {
        assertThat(StatementText.of(LineParser.parse(line).get(0))).isEqualTo(expected);
    }

    @Test
    void any_statement_is_read_back_as_the_same() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            String line = line(random);
            Statement statement = LineParser.parse(line).get(0);

            String written = StatementText.of(statement);

            List<Statement> again = LineParser.parse(written);
            assertThat(again).as(line).hasSize(1);
            assertThat(content(again.get(0))).as(line + "\n" + written).isEqualTo(content(statement));
            assertThat(StatementText.of(again.get(0))).as(line).isEqualTo(written);
        }
    }

    private static String line(Random random) {
        StringBuilder line = new StringBuilder(pick(random, "", "", "r = ", "3 ", "r = 12 "));
        line.append(pick(random, "x p c ", ".go ", "execute $p 'a b' ", "x \"p$x\" c --timeout 3s --silent "));
        for (int items = random.nextInt(4); items > 0; items--) {
            line.append(pick(random, "a", "'b c'", "\"$k\"", "d[e]", "f[]", "$k"))
                    .append(pick(random, "=", "==", ":="))
                    .append(pick(random, "1", "$v", "$v.w[0]", "'3'"))
                    .append(' ');
        }
        line.append(pick(
                random,
                "",
                "s=\"x $v\\n'\" ",
                "t='$' ",
                "p=C:\\tmp\\$v\\\\\\ x\\'\\d ",
                "u=$v'.w'\\;  ",
                "j:=[1, $v, {\"a\": \"$\"}] "));
        for (int pipes = random.nextInt(3); pipes > 0; pipes--) {
            line.append(
                    pick(random, "| jq '.a | .b' ", "|where \".a == $v\" ", "| head 3 ", "| count ", "|select a,$v "));
        }
        return line + pick(random, "", "> f ", ">>'a b'", "> \"$v.x\"", "| !cat > f | 'x;y'");
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Returns what the statement says, without where it said it. */
    private static String content(Statement statement) {
        PipelineSpec pipeline = statement.pipeline();
        StringBuilder content = new StringBuilder(statement.verb().syntax().name());
        for (int i = 0; i < statement.arguments().operandCount(); i++) {
            content.append(' ').append(statement.arguments().operandWord(i).references());
            content.append(statement.arguments().operand(i));
        }
        statement
                .arguments()
                .items()
                .forEach(item -> content.append(item.form()).append(item.path()).append(item.value()));
        content.append(statement.arguments().text("--timeout"))
                .append(statement.arguments().has("--silent"));
        if (pipeline != null) {
            content.append(pipeline.name()).append(pipeline.times()).append(pipeline.background());
            pipeline.pipes().forEach(pipe -> content.append(pipe.kind()).append(pipe.words()));
            content.append(
                    pipeline.redirect() == null ? "" : pipeline.redirect().file());
            content.append(pipeline.redirect() != null && pipeline.redirect().append());
        }
        return content.toString();
    }
}
