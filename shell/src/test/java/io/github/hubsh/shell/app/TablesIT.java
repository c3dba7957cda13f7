package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.ResidentHubsh;
import io.github.hubsh.shell.testkit.SharedArchives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plugin in CPython replies with numpy and pandas; hubsh shows it and gives it back; the plugin says it is the same.
 * That does not depend on the process, so that one makes all runs.
 */
final class TablesIT {
    @TempDir
    private static Path folder;

    // Mutable state: one network for all, which no test changes
    private static Hub hub;
    private static PythonPeer python;
    private static ResidentHubsh hubsh;

    @BeforeAll
    static void start() throws IOException {
        Requires.pandas();
        hub = new Hub("tcp://127.0.0.1:*", "lab");
        hub.reset();
        python = PythonPeer.start("peer_tables.py", "--hub", hub.queryUri(), "--name", "py", "--pickle-protocol", "5");
        Map<String, String> environment = Map.of(
                "HUBSH_HUB", hub.queryUri(),
                "XDG_RUNTIME_DIR", folder.toString(),
                "XDG_CACHE_HOME", SharedArchives.in(folder));
        hubsh = new ResidentHubsh(folder, folder, environment);
    }

    @AfterAll
    static void stop() {
        if (hubsh != null) {
            hubsh.close();
        }
        if (python != null) {
            python.close();
        }
        if (hub != null) {
            hub.close();
        }
    }

    @BeforeEach
    void nothingIsKnown() {
        hubsh.forget();
    }

    @Test
    void every_kind_of_value_is_shown_and_comes_back_as_it_was() throws Exception {
        List<?> names = (List<?>) Json.parse(hubsh("-c", "x py names --json").out());
        List<String> script = new ArrayList<>();
        for (Object name : names) {
            script.add("x py get name=='" + name + "' --json");
            script.add("v = x py get name=='" + name + "'");
            script.add("x py judge name=='" + name + "' value=$v --mime pickle");
        }
        Path file = Files.write(folder.resolve("all.hubsh"), script);

        ProcessRun ended = hubsh("-f", file.toString());

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines()).hasSize(2 * names.size());
        assertThat(ended.out().lines().filter(line -> line.equals("the same"))).hasSize(names.size());
        assertThat(names).hasSizeGreaterThan(120);
    }

    @Test
    void what_is_typed_arrives_as_what_it_says() {
        assertThat(hubsh(
                                "-c",
                                "x py kind value:=series({\"e\":1}); x py kind value:=frame({\"x\":[1,2]});"
                                        + "x py kind value:=array([1,2],\"uint8\"); x py kind value:=int8(5)")
                        .out())
                .isEqualTo("Series\nDataFrame\nndarray\nint8\n");
    }

    @Test
    void a_frame_is_json_csv_and_rows() throws Exception {
        assertThat(hubsh("-c", "x py get name=='frames: floats'").out())
                .isEqualTo("{\"index\":[0,1,2],\"values\":[[0.0,1.0],[2.0,3.0],[4.0,5.0]],\"columns\":[\"x\",\"y\"],"
                        + "\"index_dtype\":\"int64\",\"type\":\"DataFrame\"}\n");
        assertThat(hubsh("-c", "x py get name=='frames: floats' | where '.x > 1' | select y")
                        .out())
                .isEqualTo("[{\"y\":3.0},{\"y\":5.0}]\n");
        Path csv = folder.resolve("f.csv");
        hubsh("-c", "x py get name=='frames: floats' > '" + csv + "'");
        assertThat(csv).hasContent("index,x,y\n0,0.0,1.0\n1,2.0,3.0\n2,4.0,5.0\n");
    }

    @Test
    void columns_of_one_name_are_all_shown_filtered_and_written() {
        assertThat(hubsh("-c", "x py twins | where '.[\"a.1\"] == 2' | select a,a.1,a.2,0,0.1")
                        .out())
                .isEqualTo("[{\"a\":1,\"a.1\":2,\"a.2\":0,\"0\":3,\"0.1\":4}]\n");
        Path csv = folder.resolve("twins.csv");
        hubsh("-c", "x py twins > '" + csv + "'; x py twins >> '" + csv + "'");
        assertThat(csv).hasContent("a.2,a,a.1,0,0.1\n0,1,2,3,4\n0,1,2,3,4\n");
    }

    @Test
    void a_table_within_a_result_is_picked_first() {
        ProcessRun run = hubsh("-c", "x py states | where '.x > 1'");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("no key 'x'").contains("| jq .states");
        assertThat(hubsh("-c", "x py states | jq .states | where '.x > 3'").out())
                .isEqualTo("[{\"index\":2,\"x\":4.0,\"y\":5.0}]\n");
    }

    private static ProcessRun hubsh(String... arguments) {
        return hubsh.run(arguments);
    }
}
