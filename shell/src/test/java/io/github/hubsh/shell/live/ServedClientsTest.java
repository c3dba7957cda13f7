package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServedClientsTest {
    @Test
    void a_folder_that_others_can_write_to_is_a_danger(@TempDir Path folder) throws IOException {
        Path clients = Files.createDirectory(folder.resolve("clients"));
        Files.setPosixFilePermissions(clients, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(ServedClients.danger(clients.toString())).isEmpty();
        for (String open : new String[] {"rwxrwxr-x", "rwxr-xrwx"}) {
            Files.setPosixFilePermissions(clients, PosixFilePermissions.fromString(open));
            assertThat(ServedClients.danger(clients.toString())).endsWith("let themselves in: chmod go-w " + clients);
        }
    }
}
