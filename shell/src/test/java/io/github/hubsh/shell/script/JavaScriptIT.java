package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.testkit.Javas;
import io.github.hubsh.shell.testkit.ProcessRun;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JavaScript from {@code bin/hubsh}, as a process of its own, on every Java there is: exit codes, and which stream. */
final class JavaScriptIT {
    private static final String JAVAS = "io.github.hubsh.shell.testkit.Javas#all";

    @TempDir
    Path folder;

    private Launched hubsh(String java) {
        return new Launched(folder, Javas.environment(java));
    }

    @ParameterizedTest
    @MethodSource(JAVAS)
    void nothing_but_the_value_is_printed(String java) {
        assertThat(hubsh(java).demo("js hub.execute('plugin_a', 'do_thing', {x: 2}).x * 21"))
                .isEqualTo(new ProcessRun(0, "42\n", ""));
    }

    @ParameterizedTest
    @MethodSource(JAVAS)
    void exit_codes_say_what_went_wrong(String java) {
        Launched hubsh = hubsh(java)
                .file("fail.test.js", "import { test, expect } from 'hubsh'; test('t', () => expect(1).toBe(2));")
                .file("throw.js", "throw new Error('x');");

        assertThat(hubsh.demo("js hub.execute('nope', 'x')").exit()).isEqualTo(6);
        assertThat(hubsh.demo("run throw.js").exit()).isEqualTo(1);
        assertThat(hubsh.demo("run missing.js").exit()).isEqualTo(2);
        assertThat(hubsh.demo("test fail.test.js").exit()).isEqualTo(4);
        assertThat(hubsh.demo("js --timeout 200ms for (;;) {}").exit()).isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource(JAVAS)
    void a_script_that_wants_all_memory_leaves_the_shell_alive(String java) {
        ProcessRun run = hubsh(java)
                .run(
                        "demo",
                        "--keep-going",
                        "-c",
                        "js 'const b = []; for (;;) b.push(new Uint8Array(1 << 20))'",
                        "-c",
                        "ping pump");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("the script needs more memory than there is");
        assertThat(run.out()).startsWith("{\"target\":\"pump\"");
    }

    @ParameterizedTest
    @MethodSource(JAVAS)
    void a_script_of_every_feature_runs(String java) {
        Launched hubsh = hubsh(java).file("all.js", """
                import { hub, sleep, args } from 'hubsh';
                hub.serve('mirror', { echo: (args) => args });
                const tail = hub.tail({ type: 'execute_reply', source: 'mirror', count: 1 });
                const sent = { big: 2n ** 70n, bytes: new Uint8Array([0, 255]), nan: NaN };
                const back = await hub.async.execute('mirror', 'echo', sent);
                for await (const m of tail) console.log(m.command, m.data.big === back.big, back.bytes, back.nan, args);
                await sleep.async(1);
                sleep(1);
                throw new RangeError('end');
                """);

        ProcessRun run = hubsh.demo("run all.js one");

        assertThat(run.out()).isEqualTo("echo true Uint8Array(2) [0, 255] NaN ['one']\n");
        assertThat(run.err()).startsWith("error: RangeError: end (at all.js:9:7)\n");
        assertThat(run.exit()).isEqualTo(1);
    }
}
