package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorTest {
    private final Map<String, String> environment = new HashMap<>();
    private final ShellBench bench = ShellBench.pipe();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    @Test
    void a_healthy_shell_is_ok_in_every_row() {
        environment.putAll(Map.of("HOME", home.toString(), "LANG", "C.UTF-8", "TERM", "xterm", "COLUMNS", "100"));

        assertThat(doctor("doctor | where '.check != \"java\" and .check != \"libraries\"'"))
                .isZero();

        assertThat(bench.screen.data())
                .contains(
                        "{\"check\":\"terminal\",\"state\":\"ok\",\"value\":\"xterm: stdin stdout stderr\",\"remedy\":\"\"}")
                .contains("{\"check\":\"width\",\"state\":\"ok\",\"value\":\"100 columns\",\"remedy\":\"\"}")
                .contains("{\"check\":\"locale\",\"state\":\"ok\",\"value\":\"C.UTF-8\",\"remedy\":\"\"}")
                .contains("{\"check\":\"hubsh\",\"state\":\"ok\",\"value\":\"1.2.3\",\"remedy\":\"\"}")
                .contains("\"check\":\"history\",\"state\":\"ok\",\"value\":\"" + home)
                .contains("\"check\":\"cache\",\"state\":\"ok\",\"value\":\"" + home)
                .contains("\"value\":\"tcp://localhost:31000 answers in 1.2 ms\"")
                .contains("{\"check\":\"our name\",\"state\":\"ok\",\"value\":\"hubsh-me\",\"remedy\":\"\"}");
    }

    @Test
    void the_versions_of_libraries_are_shown() {
        doctor("doctor | where '.check == \"libraries\"'");

        assertThat(bench.screen.data()).contains("netty-buffer-4.2").contains("HdrHistogram-2.2");
    }

    @Test
    void what_is_missing_is_a_warning_with_a_remedy() {
        assertThat(doctor("doctor | where '.state == \"warning\"' | jq 'map(.check)'"))
                .isZero();

        assertThat(bench.screen.data()).contains("\"terminal\",\"locale\"").contains("\"history\",\"cache\"");
    }

    @Test
    void a_hub_that_is_not_there_is_broken_and_ends_with_1() {
        bench.session.hubIsThere = false;

        assertThat(doctor("doctor")).isEqualTo(1);

        assertThat(bench.screen.data())
                .contains(
                        "{\"check\":\"hub\",\"state\":\"broken\",\"value\":\"no hub answers at tcp://localhost:31000\","
                                + "\"remedy\":\"start one with hubsh hub, or name another with --hub URI\"}");
        assertThat(bench.screen.messages()).isEqualTo("error: broken: hub\n  follow the remedies in the rows\n");
    }

    @Test
    void a_file_in_the_way_of_the_history_is_broken() throws IOException {
        environment.put("HOME", Files.writeString(home.resolve("file"), "").toString());

        assertThat(doctor("doctor")).isEqualTo(1);
        assertThat(bench.screen.messages()).contains("error: broken: history, cache");
    }

    private int doctor(String line) {
        ProcessEnvironment process = new ProcessEnvironment(
                InputStream.nullInputStream(),
                new ByteArrayOutputStream(),
                new ByteArrayOutputStream(),
                environment,
                home,
                true,
                true,
                true);
        bench.session.program().setServices(new Program(process, new OneShot(), "1.2.3"));
        return bench.run(line);
    }
}
