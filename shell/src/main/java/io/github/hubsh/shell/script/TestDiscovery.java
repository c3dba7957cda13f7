package io.github.hubsh.shell.script;

import io.github.hubsh.shell.session.Scripting.TestMode;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which files a run of tests has: those that are named, and the test files below the folders that are. */
final class TestDiscovery {
    private static final Pattern TEST_FILE = Pattern.compile(".+\\.(test|spec)\\.m?js");
    private static final Pattern MODULE = Pattern.compile(".+\\.m?js");
    private static final String DEPENDENCIES = "node_modules";

    private TestDiscovery() {}

    /**
     * Returns the files in the order in which they were named, and below a folder by their paths.
     *
     * @param directory that relative paths start from
     * @param named files and folders; none for that directory
     * @param modes with PASS_WITH_NO_TESTS a folder without test files is no error
     * @throws ShellException BAD_FILE for what does not exist, ASSERTION_FAILED where a folder has no test file
     */
    static List<Path> find(Path directory, List<String> named, Set<TestMode> modes) {
        Set<Path> found = new LinkedHashSet<>();
        for (String each : named.isEmpty() ? List.of(".") : named) {
            Path path = resolved(directory, each);
            if (Files.isDirectory(path)) {
                List<Path> below = below(path, name -> TEST_FILE.matcher(name).matches());
                if (below.isEmpty() && !modes.contains(TestMode.PASS_WITH_NO_TESTS)) {
                    throw new ShellException(Problem.ASSERTION_FAILED, "there is no *.test.js in " + each)
                            .hint("name the file, call it NAME.test.js, or say --pass-with-no-tests");
                }
                found.addAll(below);
            } else {
                found.add(path);
            }
        }
        return List.copyOf(found);
    }

    /** A report in place of a test would destroy it. */
    static void refuseReports(Path directory, List<String> reports, List<Path> tests) {
        for (String report : reports) {
            Path path = directory.resolve(report).toAbsolutePath().normalize();
            if (tests.stream().anyMatch(test -> isSame(test, path))) {
                throw new ShellException(Problem.USAGE, report + " is a test, and a report would replace it")
                        .hint("give the report a file of its own");
            }
        }
    }

    private static boolean isSame(Path test, Path report) {
        try {
            return test.equals(report) || Files.isSameFile(test, report);
        } catch (IOException absent) {
            return false;
        }
    }

    /** Returns the modules in the folders of these files and below: those that the files may import. */
    static List<Path> modules(Path directory, List<String> named) {
        Set<Path> found = new LinkedHashSet<>();
        for (String each : named.isEmpty() ? List.of(".") : named) {
            Path path = resolved(directory, each);
            Path folder = Files.isDirectory(path) ? path : path.getParent();
            if (folder != null) {
                found.addAll(below(folder, name -> MODULE.matcher(name).matches()));
            }
        }
        return List.copyOf(found);
    }

    private static Path resolved(Path directory, String named) {
        try {
            Path path = directory.resolve(named).toAbsolutePath().normalize();
            if (Files.isRegularFile(path) || Files.isDirectory(path)) {
                return path;
            }
        } catch (InvalidPathException odd) {
            // There is no such file either.
        }
        throw new ShellException(Problem.BAD_FILE, "there is no file or folder " + named);
    }

    private static List<Path> below(Path folder, Predicate<String> isWanted) {
        List<Path> found = new ArrayList<>();
        try {
            Path unused = Files.walkFileTree(folder, new Visitor(folder, isWanted, found));
        } catch (IOException unreadable) {
            throw new ShellException(
                    Problem.BAD_FILE, "cannot read " + folder + ": " + unreadable.getMessage(), unreadable);
        }
        Collections.sort(found);
        return found;
    }

    /** Goes into every folder but hidden ones and those of dependencies; what cannot be read has no tests. */
    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path start;
        private final Predicate<String> isWanted;
        private final List<Path> found;

        Visitor(Path start, Predicate<String> isWanted, List<Path> found) {
            this.start = start;
            this.isWanted = isWanted;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            boolean isSkipped = !folder.equals(start) && (name.startsWith(".") || name.equals(DEPENDENCIES));
            return isSkipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            ShellException.throwIfInterrupted();
            if (Files.isRegularFile(file) && isWanted.test(String.valueOf(file.getFileName()))) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (file.equals(start)) {
                throw failed;
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
