package io.github.hubsh.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.argument.ItemEvaluation;
import io.github.hubsh.shell.fake.FakeFiles;
import io.github.hubsh.shell.word.Word;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LineTextTest {
    private static final String ALPHABET = "ab10.-=:@[]{}'\"\\ ;#|&>$,\n\t\u0000é電_";

    @Test
    void program_arguments_are_written_with_the_quotes_that_they_need() {
        assertThat(LineText.ofProgramArguments(List.of(
                        "execute",
                        "p",
                        "c",
                        "Voltage (V)=100",
                        "r:=[\"e1\"]",
                        "m[na me]=1",
                        "@my file",
                        "s=it's",
                        "",
                        "a;b")))
                .isEqualTo("execute p c 'Voltage (V)'=100 r:='[\"e1\"]' m['na me']=1 @'my file' s=\"it's\" '' 'a;b'");
    }

    @Test
    void a_program_argument_that_is_an_operator_is_one() {
        assertThat(LineText.ofProgramArguments(List.of(
                        "ping", "hub", "|", "jq", ".a | .b", "|", "!wc -l", ";", "ping", "a|b", ">>", "my file")))
                .isEqualTo("ping hub | jq '.a | .b' | !wc -l ; ping 'a|b' >> 'my file'");
    }

    @Test
    void any_program_arguments_are_read_back_as_the_same_words() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            List<String> arguments = new ArrayList<>();
            for (int count = random.nextInt(4); count >= 0; count--) {
                String text = text(random);
                arguments.add(text.matches("[|&;]|>>?") ? "" : text);
            }

            String line = LineText.ofProgramArguments(arguments);

            LexedLine words = Lexer.read(line);
            assertThat(words.error()).as(line).isNull();
            assertThat(words.statements()).as(line).hasSize(1);
            assertThat(words.statements().get(0))
                    .extracting(Word::text)
                    .as(line)
                    .isEqualTo(arguments);
        }
    }

    @Test
    void any_arguments_are_read_back_as_the_same_items() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
            for (int count = random.nextInt(4); count >= 0; count--) {
                arguments.put("k" + text(random), value(random, 3));
            }

            String line = "execute p c " + LineText.ofArguments(arguments);

            Statement statement = LineParser.parse(line).get(0);
            assertThat(ItemEvaluation.evaluate(statement.arguments().items(), new FakeFiles()))
                    .as(line)
                    .isEqualTo(arguments);
        }
    }

    @Test
    void any_typed_word_is_written_as_a_word_that_is_read_back_as_the_same() {
        Random random = new Random(13);
        for (int i = 0; i < 50_000; i++) {
            LexedLine typed = Lexer.read(text(random) + text(random));
            if (typed.error() != null || typed.statements().get(0).isEmpty()) {
                continue;
            }
            Word word = typed.statements().get(0).get(0);

            String written = WordText.of(word);

            LexedLine again = Lexer.read(written);
            assertThat(again.error()).as(written).isNull();
            assertThat(again.statements().get(0)).as(written).hasSize(1);
            Word read = again.statements().get(0).get(0);
            assertThat(read.text()).as(written).isEqualTo(word.text());
            for (int at = 0; at < read.text().length(); at++) {
                if ("=:[]@$|>&".indexOf(read.text().charAt(at)) >= 0) {
                    assertThat(read.isBare(at, read.text().charAt(at)))
                            .as(written)
                            .isEqualTo(word.isBare(at, word.text().charAt(at)));
                }
            }
        }
    }

    private static @Nullable Object value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 8)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong();
            case 3 -> random.nextGaussian() * 1e10;
            case 4 -> new BigInteger(200, random).add(BigInteger.TWO.pow(64));
            case 5 -> text(random);
            case 6 -> Arrays.asList(value(random, depth - 1), value(random, depth - 1));
            default -> {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                object.put(text(random), value(random, depth - 1));
                yield object;
            }
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(6); length > 0; length--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
