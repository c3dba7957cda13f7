package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
final class NameLeaseTest {
    @TempDir
    private Path folder;

    @Test
    void a_name_is_taken_once_and_given_back() {
        NameLease first = NameLease.take("hubsh-ann", List.of(locks()), 1);
        try (NameLease second = NameLease.take("hubsh-ann", List.of(locks()), 1)) {
            assertThat(second.name()).isEqualTo("hubsh-ann-2");
            first.close();
            try (NameLease third = NameLease.take("hubsh-ann", List.of(locks()), 1)) {
                assertThat(third.name()).isEqualTo("hubsh-ann");
            }
        }
    }

    @Test
    void what_is_planted_where_the_lock_would_be_costs_the_lock_and_not_the_start() throws Exception {
        Files.createDirectories(locks());
        String planted = locks().resolve("hubsh-ann.lock").toString();
        assertThat(new ProcessBuilder("mkfifo", planted).start().waitFor()).isZero();

        try (NameLease lease = NameLease.take("hubsh-ann", List.of(locks()), 1)) {
            assertThat(lease.name()).isEqualTo("hubsh-ann");
        }
    }

    @Test
    void the_locks_are_in_the_first_folder_that_can_be_ours() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        try (NameLease lease = NameLease.take("hubsh-ann", List.of(file, locks()), 1)) {
            assertThat(lease.name()).isEqualTo("hubsh-ann");
            assertThat(locks().resolve("hubsh-ann.lock")).exists();
        }
    }

    @Test
    void without_a_folder_the_name_is_taken_without_a_lock() {
        try (NameLease lease = NameLease.take("hubsh-ann", List.of(), 3)) {
            assertThat(lease.name()).isEqualTo("hubsh-ann-3");
        }
    }

    private Path locks() {
        return folder.resolve("locks");
    }
}
