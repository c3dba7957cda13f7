package io.github.hubsh.shell.script.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.testkit.Eventually;
import io.github.hubsh.shell.script.Launched;
import io.github.hubsh.shell.testkit.ProcessRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run of tests that a signal ends still cleans up, and reports of every one of them. */
final class ReportsIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String REPORTS = " --report-junit j.xml --report-tap t.tap --report-json r.json";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        INT  | 130 | sleep('60s')
        TERM | 143 | sleep('60s')
        INT  | 130 | for (;;) { try { for (;;) {} } catch {} }
        INT  | 130 | hub.execute('potentiostat', 'measure', { seconds: 60 }, { timeout: '60s' })
        TERM | 143 | await new Promise((done) => setTimeout(done, 60000))
        """)
    void what_was_interrupted_is_an_error_and_the_rest_is_skipped(String signal, int exit, String body)
            throws Exception {
        Launched hubsh = new Launched(folder, Map.of())
                .file("a.test.js", """
                    import { test, hub, sleep, writeText, afterEach, afterAll, onTestFinished } from 'hubsh';
                    const log = (word) => () => writeText('log', word, { append: true });
                    afterEach(log('each '));
                    afterAll(log('all'));
                    test('quick', () => {});
                    test('long', { timeout: '60s' }, async () => { onTestFinished(log('own ')); writeText('begun', ''); %s; });
                    test('never', () => {});
                    """.formatted(body))
                .file("b.test.js", "import { test } from 'hubsh'; test('other', () => {});");
        ProcessBuilder builder = hubsh.builder("demo", "-c", "test --allow-write . a.test.js b.test.js" + REPORTS);
        // A build that runs in the background of a script ignores SIGINT, and all that it starts would too.
        builder.command().addAll(0, List.of("env", "--default-signal=INT"));
        Process process = builder.redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        Eventually.eventually(() -> Files.exists(folder.resolve("begun")), SOON);

        kill(process, signal);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(exit);
        assertThat(hubsh.read("log")).isEqualTo("each each own all");
        JenkinsSchema.validate(hubsh.read("j.xml"));
        assertThat(hubsh.read("j.xml"))
                .contains("<testsuites name=\"hubsh\" tests=\"4\" failures=\"0\" errors=\"1\"")
                .contains("<error message=\"the test was stopped before it had ended\" type=\"interrupted\">")
                .contains("name=\"(loading b.test.js)\"")
                .endsWith("</testsuites>\n");
        assertThat(hubsh.read("t.tap").lines())
                .startsWith("TAP version 14", "1..4", "ok 1 - a.test.js › quick")
                .contains(
                        "not ok 2 - a.test.js › long",
                        "ok 3 - a.test.js › never # SKIP not run: interrupted",
                        "ok 4 - b.test.js › (loading b.test.js) # SKIP not run: interrupted");
        assertThat(Json.parse(hubsh.read("r.json")))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsAllEntriesOf(Map.of("tests", 4L, "passed", 1L, "failed", 0L, "errors", 1L, "skipped", 2L));
        assertThat(hubsh.read("out")).contains("1 passed, 1 error, 2 skipped (");
    }

    @Test
    void a_run_without_a_hub_ends_as_all_that_finds_none() {
        ProcessRun run = new Launched(folder, Map.of())
                .file("a.test.js", """
                    import { test, expect } from 'hubsh';
                    test('asks', ({ hub }) => hub.ping());
                    test('needs none', () => expect(1).toBe(1));
                    """)
                .run("--hub", "tcp://127.0.0.1:1", "--wait", "0s", "test", "a.test.js");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("no hub listens at tcp://127.0.0.1:1").contains("1 passed, 1 error");
    }

    private static void kill(Process process, String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
}
