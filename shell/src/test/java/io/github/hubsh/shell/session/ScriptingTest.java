package io.github.hubsh.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.session.Scripting.Limits;
import io.github.hubsh.shell.session.Scripting.Right;
import io.github.hubsh.shell.session.Scripting.TestMode;
import io.github.hubsh.shell.session.Scripting.TestPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scripts may do, and where the reports of tests go. */
final class ScriptingTest {
    /** Columns: the folders that may be read and written, the rights, and whether that is strict. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
              |   |             | true
            a |   |             | false
              | a |             | false
              |   | ENVIRONMENT | false
            a | b | COMMANDS    | false
            """)
    void limits_are_strict_while_they_allow_nothing(
            @Nullable Path readable, @Nullable Path writable, @Nullable Right right, boolean strict) {
        Limits limits = new Limits(
                Duration.ofSeconds(1),
                readable == null ? List.of() : List.of(readable),
                writable == null ? List.of() : List.of(writable),
                right == null ? Set.of() : Set.of(right));

        assertThat(limits.isStrict()).isEqualTo(strict);
        assertThat(Arrays.stream(Right.values()).filter(limits::may).toList())
                .isEqualTo(right == null ? List.of() : List.of(right));
        assertThat(limits.within(null))
                .isEqualTo(new Limits(null, limits.readable(), limits.writable(), limits.rights()));
    }

    /** Columns: the four files of reports, whether one goes to stdout, and the files that are written. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
              |   |   |   | false | []
            a |   |   |   | false | [a]
            a | b | c | d | false | [a, b, c, d]
            - |   |   |   | true  | []
              | - |   | d | true  | [d]
              |   | - |   | true  | []
            a |   |   | - | true  | [a]
            """)
    void a_dash_is_stdout_and_no_file(
            @Nullable String junit,
            @Nullable String tap,
            @Nullable String json,
            @Nullable String html,
            boolean stdout,
            String files) {
        TestPlan plan = new TestPlan(null, 0, false, 1, Duration.ofSeconds(5), junit, tap, json, html, Set.of());

        assertThat(plan.reportsToStdout()).isEqualTo(stdout);
        assertThat(plan.reportFiles()).hasToString(files);
    }

    @Test
    void a_plan_keeps_its_modes() {
        Set<TestMode> modes = EnumSet.of(TestMode.WATCH);
        TestPlan plan = new TestPlan(null, 0, false, 1, Duration.ofSeconds(5), null, null, null, null, modes);
        modes.add(TestMode.UPDATE_SNAPSHOTS);

        assertThat(plan.does(TestMode.WATCH)).isTrue();
        assertThat(plan.does(TestMode.UPDATE_SNAPSHOTS)).isFalse();
    }
}
