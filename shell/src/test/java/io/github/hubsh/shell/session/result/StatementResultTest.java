package io.github.hubsh.shell.session.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether two runs of a statement show the same. */
final class StatementResultTest {
    private static final Outcome FIVE = Outcome.value(5L);
    private static final Outcome ROW = new Outcome.Row("pump", Map.of("plugin", "pump"));

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of(result(null), result(null), true),
                Arguments.of(result(null, FIVE), result(null, Outcome.value(5L)), true),
                Arguments.of(result(null, FIVE), result(null, new Outcome.Value(5L, "{\"raw\":1}")), true),
                Arguments.of(result(null, FIVE), result(null, Outcome.value(6L)), false),
                Arguments.of(result(null, FIVE), result(null), false),
                Arguments.of(result(null, FIVE, ROW), result(null, ROW, FIVE), false),
                Arguments.of(result(null, ROW), result(null, new Outcome.Row("pump", Map.of("plugin", "pump"))), true),
                Arguments.of(result(null, ROW), result(null, new Outcome.Row("pump", Map.of())), false),
                Arguments.of(result("no reply"), result("no reply"), true),
                Arguments.of(result("no reply"), result("no hub"), false),
                Arguments.of(result("no reply"), result(null), false),
                Arguments.of(result("no reply", FIVE), result("no reply", ROW), false),
                Arguments.of(result(null), new StatementResult(List.of(), List.of("a note"), null), true));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void results_are_alike_by_what_they_show(StatementResult one, StatementResult other, boolean alike) {
        assertThat(one.isLike(other)).isEqualTo(alike);
        assertThat(other.isLike(one)).isEqualTo(alike);
    }

    private static StatementResult result(@Nullable String error, Outcome... results) {
        return new StatementResult(
                List.of(results), List.of(), error == null ? null : new ShellException(Problem.TIMEOUT, error));
    }
}
