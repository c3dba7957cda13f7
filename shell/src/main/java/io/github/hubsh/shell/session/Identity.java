package io.github.hubsh.shell.session;

import java.nio.file.Path;

/**
 * Who we are on this machine.
 *
 * @param baseName the plugin name we would like: {@code hubsh-<user>-<host>}
 * @param lockDirectory where shells of this user agree on who has which name
 */
public record Identity(String baseName, Path lockDirectory) {}
