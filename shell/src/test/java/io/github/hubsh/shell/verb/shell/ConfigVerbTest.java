package io.github.hubsh.shell.verb.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.FolderConfiguration;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.Configuration;
import io.github.hubsh.shell.syntax.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code config}, and what {@code set} lists and keeps, with a real configuration. */
final class ConfigVerbTest {
    private final ShellBench bench = ShellBench.terminal();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void configure() throws IOException {
        Files.writeString(folder.resolve("own.toml"), "timeout = \"9s\"\nquiet = true\nformat = \"jsonl\"\n");
        bench.program.configure(open());
    }

    private Configuration open() {
        return FolderConfiguration.open(folder, Map.of("HUBSH_NAME", "ann"));
    }

    /** Columns: the line, and the value with its origin. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            config timeout --json                   ¦ "9s"
            config name --json                      ¦ "ann"
            config quiet --json                     ¦ true
            config context --json                   ¦ null
            config --json | where '.key == "name"' ¦ [{"key":"name","value":"ann","origin":"HUBSH_NAME"}]
            config --json | where '.key == "check"' ¦ [{"key":"check","value":true,"origin":"default"}]
            """)
    void a_value_has_its_origin(String line, String shown) {
        assertThat(bench.run(line)).isZero();

        assertThat(bench.screen.data()).isEqualTo(shown + "\n");
    }

    /** Columns: the key, and the remedy. */
    @ParameterizedTest
    @CsvSource({"timeuot,did you mean 'timeout'?", "xyzzy,config shows them all"})
    void a_key_that_is_none_is_pointed_at(String key, String remedy) {
        assertThat(bench.run("config " + key)).isEqualTo(2);

        assertThat(bench.screen.messages())
                .isEqualTo("error: there is no setting '" + key + "'\n  config " + key + "\n         ^\n  " + remedy
                        + "\n");
    }

    @Test
    void files_are_shown_whether_they_are_there_or_not() {
        bench.run("config --files --json");

        assertThat(bench.screen.data())
                .isEqualTo("[{\"file\":\"" + folder.resolve("saved.json") + "\",\"found\":false},{\"file\":\""
                        + folder.resolve("own.toml") + "\",\"found\":true}]\n");
    }

    @Test
    void set_lists_each_word_with_its_value() {
        bench.run("set hints=off raw=on; set --jsonl | jq 'map(.setting + \"=\" + .value) | join(\" \")'");

        assertThat(bench.screen.data())
                .isEqualTo(
                        "\"timeout=9s json=off raw=on table=off quiet=on check=on pager=on suggestions=on hints=off\"\n");
    }

    /** Columns: what is set, the setting, and what later runs have of it; before it was as in the file, or json. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            timeout=2s | timeout | 2s
            quiet=off  | quiet   | false
            check=on   | check   | true
            raw=on     | format  | raw
            json=off   | format  | jsonl
            """)
    void what_is_saved_is_what_later_runs_have(String item, String key, @Nullable String kept) {
        open().saved().saveSetting(Setting.FORMAT, "json");

        assertThat(bench.run("set --save " + item)).as(bench.screen.messages()).isZero();

        Setting setting = Setting.of(key);
        assertThat(setting == null ? null : open().text(setting)).isEqualTo(kept);
    }

    @Test
    void what_is_not_saved_is_of_this_session() {
        bench.run("set timeout=2s");

        assertThat(open().text(Setting.TIMEOUT)).isEqualTo("9s");
        assertThat(folder.resolve("saved.json")).doesNotExist();
    }
}
