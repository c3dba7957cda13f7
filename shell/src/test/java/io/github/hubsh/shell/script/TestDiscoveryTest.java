package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.session.Scripting.TestMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a run of tests finds, and which changes it sees. */
final class TestDiscoveryTest {
    @TempDir
    Path folder;

    @Test
    void a_folder_gives_its_test_files_by_path_without_hidden_ones_and_dependencies() throws IOException {
        for (String each : List.of(
                "b.test.js",
                "a.spec.mjs",
                "deep/c.test.js",
                "deep/tool.js",
                "test.js",
                "node_modules/x/d.test.js",
                ".git/e.test.js",
                "f.test.json")) {
            write(each);
        }

        assertThat(found(List.of())).containsExactly("a.spec.mjs", "b.test.js", "deep/c.test.js");
        assertThat(found(List.of("deep", "b.test.js", ".")))
                .containsExactly("deep/c.test.js", "b.test.js", "a.spec.mjs");
        assertThat(found(List.of("test.js"))).containsExactly("test.js");
    }

    @Test
    void what_is_not_there_and_a_folder_without_tests_are_errors() throws IOException {
        write("empty/tool.js");

        assertThatThrownBy(() -> found(List.of("nope"))).hasMessageContaining("there is no file or folder nope");
        assertThatThrownBy(() -> found(List.of("a\0b"))).hasMessageContaining("there is no file or folder");
        assertThatThrownBy(() -> found(List.of("empty"))).hasMessageContaining("there is no *.test.js in empty");
        assertThat(TestDiscovery.find(folder, List.of("empty"), Set.of(TestMode.PASS_WITH_NO_TESTS)))
                .isEmpty();
    }

    @Test
    void a_report_that_is_a_test_is_refused_by_whatever_path() throws IOException {
        List<Path> tests = List.of(write("deep/a.test.js"));
        Files.createSymbolicLink(folder.resolve("link.xml"), tests.get(0));

        for (String report : List.of("deep/a.test.js", "deep/../deep/a.test.js", "link.xml")) {
            assertThatThrownBy(() -> TestDiscovery.refuseReports(folder, List.of("a.xml", report), tests))
                    .hasMessageContaining(report + " is a test, and a report would replace it");
        }
        TestDiscovery.refuseReports(folder, List.of("a.xml", "a.test.js"), tests);
    }

    @Test
    void a_module_that_is_written_added_or_removed_is_a_change_and_a_report_is_none() throws IOException {
        Path test = write("a.test.js");
        ModuleChanges changes = new ModuleChanges(() -> TestDiscovery.modules(folder, List.of("a.test.js")));

        assertThat(changes.seen()).isFalse();
        write("report.json");
        write("a.test.js.snap");
        assertThat(changes.seen()).isFalse();
        Files.setLastModifiedTime(test, FileTime.fromMillis(5000));
        assertThat(changes.seen()).isTrue();
        assertThat(changes.seen()).isFalse();
        Path tool = write("lib/tool.mjs");
        assertThat(changes.seen()).isTrue();
        Files.delete(tool);
        assertThat(changes.seen()).isTrue();
    }

    private List<String> found(List<String> named) {
        return TestDiscovery.find(folder, named, Set.of()).stream()
                .map(file -> folder.relativize(file).toString())
                .toList();
    }

    private Path write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }
}
