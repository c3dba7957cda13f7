package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Eventually;
import io.github.hubsh.shell.recording.RecordedLine;
import io.github.hubsh.shell.recording.RecordedMessage;
import io.github.hubsh.shell.recording.RecordingReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RecordingsTest {
    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    @Test
    void a_script_records_what_it_does_until_it_stops() throws IOException {
        int exit = run("""
                const rec = hub.record('rec.jsonl', { filter: 'plugin_a', command: 'do_*', where: '.type == "execute_request"' });
                hub.execute('plugin_a', 'do_thing', { x: 1 });
                hub.execute('plugin_a', 'echo', { x: 1 });
                await hub.until(() => rec.messages === 1, { for: '10s' });
                const end = rec.stop();
                hub.execute('plugin_a', 'do_thing', { x: 2 });
                console.log(end.file.endsWith('rec.jsonl'), end.messages, end.missed, rec.messages, rec.stop() === end);
                """);

        assertThat(bench.err()).isEmpty();
        assertThat(bench.out()).isEqualTo("true 1 0 1 true\n");
        assertThat(exit).isZero();
        assertThat(commands("rec.jsonl")).containsExactly("do_thing");
    }

    @Test
    void it_does_not_keep_the_script_and_ends_with_it() throws IOException {
        int exit = run("""
                hub.record('rec.jsonl.gz', { target: 'plugin_a', type: 'execute_request' });
                hub.execute('plugin_a', 'do_thing');
                await sleep(50);
                """);

        assertThat(bench.err()).isEmpty();
        assertThat(exit).isZero();
        assertThat(commands("rec.jsonl.gz")).containsExactly("do_thing");
        Eventually.eventually(() -> bench.session.memory().recordings().areNone(), Duration.ofSeconds(20));
    }

    @Test
    void options_are_those_of_the_verb_and_checked() {
        run("""
                const tries = [
                  () => hub.record('rec.jsonl', { plugn: 'x' }),
                  () => hub.record('rec.jsonl', { rotate: 'much' }),
                  () => hub.record('rec.jsonl', { where: '.a +' }),
                  () => hub.record('../rec.jsonl'),
                  () => hub.record(),
                ];
                for (const each of tries) {
                  try {
                    each();
                  } catch (error) {
                    console.log(error.name, error.message.split(';')[0]);
                  }
                }
                """);

        assertThat(bench.out().lines().map(line -> line.replaceAll(" found.*| at .*", "")))
                .startsWith(
                        "UsageError there is no option 'plugn' (did you mean 'plugin'?)",
                        "UsageError rotate: expected a size such as 100MB,")
                .allMatch(line -> line.startsWith("UsageError "))
                .hasSize(5);
    }

    @Test
    void a_file_is_written_only_where_the_script_may_write() {
        bench.file("script.js", "import { hub } from 'hubsh'; hub.record('rec.jsonl');");

        assertThat(bench.run("run script.js")).isEqualTo(2);

        assertThat(bench.err()).contains("rec.jsonl is not open to this script; --allow-write DIR opens a folder");
        assertThat(bench.directory.resolve("rec.jsonl")).doesNotExist();
    }

    private int run(String script) {
        return bench.file("script.js", "import { hub, sleep } from 'hubsh';\n" + script)
                .run("run --allow-write . script.js");
    }

    private List<String> commands(String file) throws IOException {
        List<String> commands = new ArrayList<>();
        try (InputStream in = Files.newInputStream(bench.directory.resolve(file));
                RecordingReader reader = new RecordingReader(file, in)) {
            for (RecordedLine line = reader.next(); line != null; line = reader.next()) {
                commands.add(((RecordedMessage) line).command());
            }
        }
        return commands;
    }
}
