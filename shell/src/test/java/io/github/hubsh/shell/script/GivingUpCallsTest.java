package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.session.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of the calls that wait behind a thousand others, when nothing wants them any longer. */
@Timeout(120)
final class GivingUpCallsTest {
    private static final String CALLS = """
            import { hub, test } from 'hubsh';
            const silent = hub.serve('silent', { never: () => new Promise(() => {}) });
            const calls = (count) => {
              const all = [];
              for (let i = 0; i < count; i++) all.push(hub.async.execute('silent', 'never', { i }, { timeout: '10m' }));
              return all;
            };
            """;

    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    @Test
    void a_script_that_fails_sends_none_of_them() {
        Network network = bench.session.hub().network();
        long before = network.traffic().sent();

        int exit = bench.script(CALLS + """
                calls(1_020);
                throw new Error('enough');
                """);

        assertThat(exit).isNotZero();
        assertThat(bench.err()).contains("enough");
        assertThat(network.traffic().sent() - before).isEqualTo(CallQueue.MAX_UNDER_WAY);
    }

    @Test
    void a_test_that_is_out_of_time_sends_none_of_them_and_all_fail_in_their_order() {
        Network network = bench.session.hub().network();
        long before = network.traffic().sent();

        bench.file("late.test.js", CALLS + """
                // The calls are made before the time of the test begins, however slow the machine is.
                const failed = [];
                const all = calls(1_020);
                all.forEach((each, i) => each.catch(() => failed.push(i)));
                test('late', async () => {
                  await Promise.allSettled(all);
                  console.log('failed', failed.length, failed.every((each, i) => each === i));
                }, 100);
                """);
        int exit = bench.run("test late.test.js");

        assertThat(exit).isNotZero();
        assertThat(bench.out() + bench.err()).contains("failed 1020 true");
        assertThat(network.traffic().sent() - before).isEqualTo(CallQueue.MAX_UNDER_WAY);
    }
}
