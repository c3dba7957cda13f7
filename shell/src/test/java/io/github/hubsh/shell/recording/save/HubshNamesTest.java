package io.github.hubsh.shell.recording.save;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of variables in files of lines. */
final class HubshNamesTest {
    /** Columns: names that are taken already, what values are about, and the variables that they get. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                     | experimentId             | experiment_id
                     | run-4-b                  | run_4_b
                     | __level__                | level
                     | HTTPPort                 | httpport
                     | level level level        | level level2 level3
            level    | level                    | level2
            level2   | level level              | level level3
                     | 4ch °C _                 | value c value2
                     | args                     | args2
            """)
    void each_name_is_given_once(@Nullable String taken, String about, String variables) {
        HubshNames names = new HubshNames();
        names.take(taken);
        String given = Arrays.stream(about.split(" ", -1)).map(names::value).collect(Collectors.joining(" "));
        assertThat(given).isEqualTo(variables);
    }
}
