package io.github.hubsh.shell.verb.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.FakeJobs;
import io.github.hubsh.shell.fake.ShellBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code jobs}, {@code fg} and {@code cancel}: which job is meant; what a job does is in BackgroundJobsTest. */
final class JobsVerbTest {
    private static final String NOTHING_RUNS = "nothing runs in the background\n";

    private final ShellBench bench = ShellBench.terminal();
    private final FakeJobs jobs = new FakeJobs();

    /** Columns: the line, and what is asked of the jobs 2 and 7. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            fg         | await 7
            fg 2       | await 2
            fg 007     | await 7
            cancel     | cancel 7
            cancel 2   | cancel 2
            cancel all | cancel 2, cancel 7
            """)
    void without_a_number_it_is_the_newest(String line, String asked) {
        bench.session.memory().setJobs(jobs.with(2, "tail", 1).with(7, "top", 0));

        assertThat(bench.run(line)).isZero();

        assertThat(String.join(", ", jobs.calls)).isEqualTo(asked);
        assertThat(bench.screen.messages()).isEmpty();
    }

    /** Columns: the line, what is wrong, the place of the caret, and the remedy. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            fg 3              | there is no job 3                                  | 3  | `  jobs lists those that run\n`
            cancel 3          | there is no job 3                                  | 7  | `  jobs lists those that run\n`
            fg all            | expected a job's number, found 'all'               | 3  | ``
            fg 0              | expected a job's number, found '0'                 | 3  | ``
            cancel al         | expected a job's number, found 'al'                | 7  | ``
            cancel -- -1      | expected a job's number, found '-1'                | 10 | ``
            cancel 9999999999 | expected a job's number, found '9999999999'        | 7  | ``
            """)
    void a_job_that_is_not_there_is_pointed_at(String line, String wrong, int caret, String remedy) {
        bench.session.memory().setJobs(jobs.with(2, "tail", 1));

        assertThat(bench.run(line)).isEqualTo(2);

        assertThat(bench.screen.messages())
                .isEqualTo("error: " + wrong + "\n  " + line + "\n  " + " ".repeat(caret) + "^\n" + remedy);
    }

    @ParameterizedTest
    @CsvSource({"fg", "cancel", "jobs"})
    void where_nothing_runs_that_is_said(String line) {
        bench.session.memory().setJobs(jobs);

        assertThat(bench.run(line)).isZero();

        assertThat(bench.screen.messages()).isEqualTo(NOTHING_RUNS);
        assertThat(jobs.calls).isEmpty();
    }

    @Test
    void where_nothing_can_run_nothing_is_stopped() {
        bench.session.memory().setJobs(null);

        assertThat(bench.run("cancel all; cancel")).isZero();

        assertThat(bench.screen.messages()).isEqualTo(NOTHING_RUNS);
    }

    @Test
    void they_are_listed_oldest_first_with_their_age() {
        bench.session.memory().setJobs(jobs.with(2, "tail --target pump", 61.25).with(7, "top", 0));

        assertThat(bench.run("jobs; jobs --json")).isZero();

        assertThat(bench.screen.data()).isEqualTo("""
                job  seconds  line
                  2    61.25  tail --target pump
                  7      0.0  top
                [{"job":2,"seconds":61.25,"line":"tail --target pump"},{"job":7,"seconds":0.0,"line":"top"}]
                """);
        assertThat(bench.screen.messages()).isEmpty();
    }

    /** As where the newest ends between the list and the wait. */
    @ParameterizedTest
    @CsvSource({"fg", "cancel"})
    void the_newest_may_have_ended_meanwhile(String line) {
        bench.session.memory().setJobs(jobs.with(2, "tail", 1).ending());

        assertThat(bench.run(line)).isZero();

        assertThat(jobs.calls).hasSize(1);
        assertThat(bench.screen.messages()).isEmpty();
    }
}
