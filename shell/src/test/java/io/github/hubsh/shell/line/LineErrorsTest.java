package io.github.hubsh.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a line, as the user sees it: whole texts. */
final class LineErrorsTest {
    /** The entries of a file, between empty lines: what is typed, then all that is said. */
    static Stream<Arguments> errors() throws IOException {
        return Arrays.stream(resource("/line-errors.txt").split("\n\n"))
                .map(entry -> Arguments.of(
                        entry.substring(0, entry.indexOf('\n')), entry.substring(entry.indexOf('\n') + 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("errors")
    void an_error_points_at_the_place_and_nothing_is_sent(String line, String expected) {
        ShellBench bench = ShellBench.terminal();

        int status = bench.run(line);

        assertThat(bench.screen.messages()).isEqualTo(expected.stripTrailing() + "\n");
        assertThat(status).isEqualTo(2);
        assertThat(bench.screen.data()).isEmpty();
        assertThat(bench.session.network.sent).isEmpty();
    }

    private static String resource(String name) throws IOException {
        try (InputStream text = LineErrorsTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(text, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
