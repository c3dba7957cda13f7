package io.github.hubsh.shell.script;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.shell.session.Scripting.Limits;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeMap;

/** Files and the environment, as far as a script may use them. */
final class ScriptFileAccess {
    private static final long MAX_SIZE = 256L << 20;

    private final ScriptEnvironment environment;
    private final Limits limits;

    ScriptFileAccess(ScriptEnvironment environment, Limits limits) {
        this.environment = environment;
        this.limits = limits;
    }

    String readText(String path) {
        return ScriptText.write(new String(read(path), StandardCharsets.UTF_8));
    }

    String readBytes(String path) {
        return ScriptText.write(Bytes.of(read(path)));
    }

    String writeText(String path, String text, boolean append) {
        Path file = allowed(path, limits.writable(), "--allow-write");
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
        if (!limits.environment()) {
            throw new ShellException(Problem.USAGE, "scripts may not read the environment; --allow-env allows it");
        }
        return ScriptText.write(new TreeMap<>(environment.environment()));
    }

    private byte[] read(String path) {
        Path file = allowed(path, limits.readable(), "--allow-read");
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

    /** Returns the file behind all symbolic links, if it lies in one of the folders. */
    private Path allowed(String path, List<Path> folders, String option) {
        try {
            Path real =
                    real(environment.directory().resolve(path).toAbsolutePath().normalize());
            for (Path folder : folders) {
                if (real.startsWith(environment.directory().resolve(folder).toRealPath())) {
                    return real;
                }
            }
        } catch (IOException | InvalidPathException odd) {
            throw new ShellException(Problem.BAD_FILE, "there is no file or folder for " + path, odd);
        }
        throw new ShellException(
                Problem.USAGE, path + " is not open to this script; " + option + " DIR opens a folder");
    }

    /** For a file that does not exist yet, the real path of its folder counts. */
    private static Path real(Path path) throws IOException {
        if (Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return path.toRealPath();
        }
        Path folder = path.getParent();
        Path name = path.getFileName();
        return folder == null || name == null ? path : folder.toRealPath().resolve(name);
    }
}
