package io.github.hubsh.shell.script.sandbox;

import io.github.hubsh.shell.session.Scripting.Limits;
import io.github.hubsh.shell.session.Scripting.Right;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * What a script may do, decided in one place for its own calls and for the lines of the shell that it runs. Every
 * method throws USAGE for what is not allowed, and names the option that allows it.
 */
public final class Permissions {
    private final Path directory;
    private final Limits limits;

    /**
     * Takes the limits of one script.
     *
     * @param directory that relative paths start from; absolute
     */
    public Permissions(Path directory, Limits limits) {
        this.directory = directory;
        this.limits = limits;
    }

    /** Returns the file behind all symbolic links, if it may be read. */
    public Path readable(String path) {
        return inside(path, limits.readable(), "--allow-read");
    }

    /** Returns the file behind all symbolic links, if it may be written. */
    public Path writable(String path) {
        return inside(path, limits.writable(), "--allow-write");
    }

    public void requireEnvironment() {
        require(Right.ENVIRONMENT, "read the environment", "--allow-env");
    }

    public void requireCommands() {
        require(Right.COMMANDS, "run commands of the system", "--allow-run");
    }

    /** Refuses what outlives the script, or is no business of one. */
    public static ShellException refused(String what) {
        return new ShellException(Problem.USAGE, "a script may not " + what)
                .hint("do it in the shell before the script runs");
    }

    /** Refuses limits that allow a nested script more than these do. */
    void requireNoMore(Limits nested) {
        nested.readable().forEach(folder -> readable(folder.toString()));
        nested.writable().forEach(folder -> writable(folder.toString()));
        if (nested.may(Right.ENVIRONMENT)) {
            requireEnvironment();
        }
        if (nested.may(Right.COMMANDS)) {
            requireCommands();
        }
    }

    private void require(Right right, String what, String option) {
        if (!limits.may(right)) {
            throw new ShellException(Problem.USAGE, "a script may not " + what + "; " + option + " allows it");
        }
    }

    private Path inside(String path, List<Path> folders, String option) {
        try {
            Path real = real(directory.resolve(path).toAbsolutePath().normalize());
            for (Path folder : folders) {
                if (real.startsWith(directory.resolve(folder).toRealPath())) {
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
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return path.toRealPath();
        }
        Path folder = path.getParent();
        Path name = path.getFileName();
        return folder == null || name == null ? path : folder.toRealPath().resolve(name);
    }
}
