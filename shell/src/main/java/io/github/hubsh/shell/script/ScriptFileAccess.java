package io.github.hubsh.shell.script;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.shell.script.sandbox.Permissions;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.TreeMap;

/** Files and the environment, as far as a script may use them. */
final class ScriptFileAccess {
    private static final long MAX_SIZE = 256L << 20;

    private final ScriptEnvironment environment;
    private final Permissions permissions;

    ScriptFileAccess(ScriptEnvironment environment, Permissions permissions) {
        this.environment = environment;
        this.permissions = permissions;
    }

    String readText(String path) {
        return ScriptText.write(new String(read(path), StandardCharsets.UTF_8));
    }

    String readBytes(String path) {
        return ScriptText.write(Bytes.of(read(path)));
    }

    String writeText(String path, String text, boolean append) {
        Path file = permissions.writable(path);
        try {
            if (append) {
                Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } else {
                Files.writeString(file, text);
            }
            return "";
        } catch (IOException failed) {
            throw new ShellException(Problem.BAD_FILE, "cannot write " + path + ": " + failed.getMessage(), failed);
        }
    }

    String environment() {
        permissions.requireEnvironment();
        return ScriptText.write(new TreeMap<>(environment.environment()));
    }

    private byte[] read(String path) {
        Path file = permissions.readable(path);
        try {
            if (Files.size(file) > MAX_SIZE) {
                throw new ShellException(Problem.BAD_FILE, path + " is larger than " + (MAX_SIZE >> 20) + " MB");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new ShellException(Problem.BAD_FILE, "there is no file " + path, missing);
        } catch (IOException failed) {
            throw new ShellException(Problem.BAD_FILE, "cannot read " + path + ": " + failed.getMessage(), failed);
        }
    }
}
