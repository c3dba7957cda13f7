package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.testkit.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JavaScript from {@code bin/hubsh}, as a process of its own: exit codes, and what goes to which stream. */
final class JavaScriptIT {
    private static final String HUBSH =
            Path.of("..", "bin", "hubsh").toAbsolutePath().normalize().toString();

    @TempDir
    Path folder;

    private Run demo(String... lines) {
        List<String> command = new ArrayList<>(List.of(HUBSH, "demo"));
        for (String line : lines) {
            command.addAll(List.of("-c", line));
        }
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        return Run.of(builder, folder);
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void nothing_but_the_value_is_printed() {
        assertThat(demo("js hub.execute('plugin_a', 'do_thing', {x: 2}).x * 21"))
                .isEqualTo(new Run(0, "42\n", ""));
    }

    @Test
    void exit_codes_say_what_went_wrong() throws IOException {
        file("fail.test.js", "import { test, expect } from 'hubsh'; test('t', () => expect(1).toBe(2));");
        file("throw.js", "throw new Error('x');");

        assertThat(demo("js hub.execute('nope', 'x')").exit()).isEqualTo(6);
        assertThat(demo("run throw.js").exit()).isEqualTo(1);
        assertThat(demo("run missing.js").exit()).isEqualTo(2);
        assertThat(demo("test fail.test.js").exit()).isEqualTo(4);
        assertThat(demo("js --timeout 200ms for (;;) {}").exit()).isEqualTo(5);
    }

    @Test
    void a_script_that_wants_all_memory_leaves_the_shell_alive() {
        Run run = demo("js 'const all = []; for (;;) all.push(new Uint8Array(1 << 20))' | count; js 1", "js 2");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("the script wants more memory than there is");
        ProcessBuilder going = new ProcessBuilder(
                HUBSH,
                "demo",
                "--keep-going",
                "-c",
                "js 'const b = []; for (;;) b.push(new Uint8Array(1 << 20))'",
                "-c",
                "ping pump");
        going.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        assertThat(Run.of(going, folder).out()).startsWith("{\"target\":\"pump\"");
    }
}
