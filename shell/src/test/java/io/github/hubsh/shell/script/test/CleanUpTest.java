package io.github.hubsh.shell.script.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Eventually;
import io.github.hubsh.shell.script.ScriptBench;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code test}: what a test has opened is closed, however the test ends. */
final class CleanUpTest {
    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    /** Logs what is closed, to a last afterAll; fixtures of the file are closed behind it and print themselves. */
    private static final String FIXTURES = """
            import { test as base, expect, hub, sleep, writeText, afterEach, afterAll } from 'hubsh';
            const log = [];
            const test = base.extend({
              file: [async ({}, use) => { await use(1); hub.ping('plugin_a'); console.log(...log, 'file closed'); }, { scope: 'file' }],
              late: async ({ file }, use) => { await use(file); hub.ping('plugin_a'); log.push('late closed'); },
              valve: async ({ late }, use) => {
                try {
                  await use(late);
                } finally {
                  await sleep.async(1);
                  log.push('valve closed');
                }
              },
            });
            afterEach(({ valve }) => { if (log.length < 4) log.push('each', valve); });
            test('a', { timeout: %s }, async ({ valve, onTestFinished }) => {
              onTestFinished(({ late }) => log.push('own', late));
              %s;
            });
            base('b', () => {});
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        await sleep.async('60s')
        sleep('60s')
        hub.execute('potentiostat', 'measure', { seconds: 60 }, { timeout: '60s' })
        await hub.async.execute('potentiostat', 'measure', { seconds: 60 }, { timeout: '60s' })
        for await (const each of hub.tail({ command: 'never' })) console.log(each)
        hub.waitFor('execute_reply', { command: 'never' })
        setTimeout(() => { throw new Error('late'); }, 1); await sleep.async('60s')
        setTimeout(() => { throw new Error('late'); }, 1); sleep('60s')
        throw new Error('early')
        """)
    void finally_after_each_and_clean_ups_run_however_a_test_ends(String body) {
        bench.file("a.test.js", """
            import { test, hub, sleep, onTestFinished, afterEach, afterAll } from 'hubsh';
            const log = [];
            afterEach(() => log.push('each'));
            test('a', { timeout: 500 }, async (t) => {
              onTestFinished(() => log.push('second'));
              t.after(async () => { await sleep.async(1); hub.ping('plugin_a'); log.push('first'); });
              try {
                %s;
              } finally {
                await sleep.async(1);
                await new Promise((done) => setTimeout(done, 1));
                hub.ping('plugin_a');
                log.push('finally');
              }
            });
            afterAll(() => console.log(...log));
            """.formatted(body));

        assertThat(bench.run("test a.test.js")).isEqualTo(4);

        assertThat(bench.out()).contains("finally each first second\n").contains("0 passed, 1 error (");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        for (;;) {}
        await 1; for (;;) {}
        await new Promise((done) => setTimeout(done, 60000))
        await new Promise(() => {})
        """)
    void what_cannot_be_woken_still_has_its_clean_ups(String body) {
        bench.file("a.test.js", """
            import { test, hub, onTestFinished, afterEach, afterAll } from 'hubsh';
            const log = [];
            afterEach(() => { hub.ping('plugin_a'); log.push('each'); });
            test('a', { timeout: 300 }, async () => { onTestFinished(() => log.push('own')); %s; });
            test('b', () => {});
            afterAll(() => console.log(...log));
            """.formatted(body));

        assertThat(bench.run("test a.test.js")).isEqualTo(4);

        assertThat(bench.out()).contains("each own each\n").contains("1 passed, 1 error (");
    }

    /** The interruption of one test once met the next, and ended the run. */
    @Test
    void a_timeout_never_ends_the_run_though_the_machine_is_busy() {
        bench.file("a.test.js", """
            import { test, sleep } from 'hubsh';
            for (let i = 0; i < 24; i++) {
              test(`sleeps ${i}`, { timeout: '20ms' }, async () => { await sleep.async('30s'); });
            }
            test('last', () => {});
            """);
        AtomicBoolean busy = new AtomicBoolean(true);
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            Thread load = new Thread(() -> {
                while (busy.get()) {
                    Thread.onSpinWait();
                }
            });
            load.setDaemon(true);
            load.start();
        }
        try {
            assertThat(bench.run("test a.test.js")).isEqualTo(4);
        } finally {
            busy.set(false);
        }

        assertThat(bench.out()).contains("✓ last (", "1 passed, 24 errors (");
    }

    @Test
    void a_clean_up_that_fails_fails_its_test_and_keeps_no_other_from_running() {
        bench.file("a.test.js", """
            import { test, afterEach, onTestFinished, afterAll } from 'hubsh';
            const log = [];
            afterEach(() => { log.push(1); throw new Error('each'); });
            afterEach(() => { log.push(2); });
            test('a', () => { onTestFinished(() => log.push(3)); onTestFinished(() => { throw new Error('own'); }); });
            afterAll(() => console.log(...log));
            """);

        assertThat(bench.run("test a.test.js")).isEqualTo(4);

        assertThat(bench.out()).contains("Error: each").contains("1 2 3\n").contains("0 passed, 1 error (");
    }

    @Test
    void what_a_clean_up_says_and_why_it_fails_stands_with_the_test_that_failed_before() {
        bench.file("a.test.js", """
            import { test, expect, onTestFinished } from 'hubsh';
            test('a', () => {
              onTestFinished(() => { throw new Error('the valve is stuck'); });
              onTestFinished(() => console.log('closing'));
              expect(1).toBe(2);
            });
            """);

        assertThat(bench.run("test a.test.js")).isEqualTo(4);

        assertThat(bench.out())
                .contains("expected 2, found 1")
                .containsSubsequence("last messages:", "closing", "error: clean-up: ", "the valve is stuck");
    }

    @Test
    void an_error_in_a_listener_is_charged_to_the_test_that_made_it() {
        bench.file("a.test.js", """
            import { test, sleep, hub } from 'hubsh';
            const filter = { command: 'do_thing' };
            test('made it', () => {
              hub.on('execute_request', filter, () => { throw new Error('at once'); });
              hub.on('execute_request', filter, async () => { throw new Error('late'); });
            });
            test('only calls', async () => { hub.execute('plugin_a', 'do_thing', { x: 1 }); await sleep.async(300); });
            """);

        assertThat(bench.run("test a.test.js")).isEqualTo(4);

        assertThat(bench.out())
                .contains("✓ made it (", "✓ only calls (", "✗ made it (a timer or listener after its end)")
                .contains("Error: at once", "Error: late", "2 passed, 2 errors (");
    }

    @Test
    void an_error_in_a_timer_is_charged_to_the_test_that_made_it() {
        bench.file("a.test.js", """
            import { test, sleep } from 'hubsh';
            test('made it', async () => { setTimeout(() => { throw new Error('late'); }, 1); });
            test('only waits', () => sleep(50));
            """);

        assertThat(bench.run("test a.test.js")).isEqualTo(4);

        assertThat(bench.out())
                .contains(
                        "✓ made it (", "✓ only waits (", "✗ made it (a timer or listener after its end)", "Error: late")
                .contains("2 passed, 1 error (");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        await sleep.async('60s')
        hub.execute('potentiostat', 'measure', { seconds: 60 }, { timeout: '60s' })
        for (;;) {}
        """)
    void a_stop_still_leaves_the_test_and_its_groups(String body) throws Exception {
        bench.file("a.test.js", """
            import { test, describe, hub, sleep, writeText, onTestFinished, afterEach, afterAll } from 'hubsh';
            const log = [];
            afterAll(() => console.log(...log));
            describe('group', () => {
              afterAll(() => { hub.ping('plugin_a'); log.push('group'); });
              afterEach(() => { sleep(1); log.push('each'); });
              test('a', async () => {
                onTestFinished(async () => { await sleep.async(1); log.push('own'); });
                writeText('begun', '');
                %s;
              });
              test('never', () => log.push('never'));
            });
            """.formatted(body));
        Thread stops = stopsWhenBegun();

        assertThat(bench.run("test a.test.js --allow-write .")).isEqualTo(130);

        stops.join();
        assertThat(bench.out()).contains("each own group\n").contains("0 passed, 1 error, 1 skipped (");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        await sleep.async('60s')
        await new Promise(() => {})
        for (;;) {}
        await expect.poll(() => 1, { timeout: '60s', interval: 1 }).toBe(2)
        await expect.poll(() => sleep.async('60s'), { timeout: '60s', interval: 1 }).toBe(2)
        setTimeout(() => { throw new Error('late'); }, 1); await sleep.async('60s')
        throw new Error('early')
        """)
    void fixtures_are_closed_however_a_test_ends(String body) {
        bench.file("a.test.js", FIXTURES.formatted(500, body));

        assertThat(bench.run("test a.test.js --allow-write .")).isEqualTo(4);

        assertThat(bench.out())
                .contains("each 1 own 1 valve closed late closed file closed\n")
                .contains("1 passed, 1 error (")
                .doesNotContain("the end of the test took more than");
    }

    @Test
    void a_stop_closes_the_fixtures_of_the_test_and_of_the_file() throws Exception {
        bench.file("a.test.js", FIXTURES.formatted(60000, "writeText('begun', ''); await sleep.async('60s')"));
        Thread stops = stopsWhenBegun();

        assertThat(bench.run("test a.test.js --allow-write .")).isEqualTo(130);

        stops.join();
        assertThat(bench.out()).contains("each 1 own 1 valve closed late closed file closed\n");
    }

    @Test
    void a_stop_leaves_the_inner_group_first() throws Exception {
        bench.file("a.test.js", """
            import { test, describe, sleep, writeText, afterAll } from 'hubsh';
            const log = [];
            afterAll(() => console.log(...log, 'file'));
            describe('outer', () => {
              afterAll(() => log.push('outer'));
              test('a', () => {});
              describe('inner', () => {
                afterAll(() => log.push('inner'));
                test('b', async () => { writeText('begun', ''); await sleep.async('60s'); });
              });
            });
            """);
        Thread stops = stopsWhenBegun();

        assertThat(bench.run("test a.test.js --allow-write .")).isEqualTo(130);

        stops.join();
        assertThat(bench.out()).contains("inner outer file\n");
    }

    @Test
    void a_clean_up_is_registered_only_while_a_test_runs() {
        bench.file("a.test.js", "import { test, onTestFinished } from 'hubsh'; onTestFinished(() => {});");

        assertThat(bench.run("test a.test.js")).isEqualTo(4);

        assertThat(bench.out()).contains("onTestFinished takes a function, while a test runs");
    }

    private Thread stopsWhenBegun() {
        Thread runs = Thread.currentThread();
        Thread stops = new Thread(() -> {
            Eventually.eventually(() -> Files.exists(bench.directory.resolve("begun")), Duration.ofSeconds(60));
            runs.interrupt();
        });
        stops.start();
        return stops;
    }
}
