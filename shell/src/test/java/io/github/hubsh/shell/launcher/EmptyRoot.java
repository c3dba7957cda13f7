package io.github.hubsh.shell.launcher;

import io.github.hubsh.shell.testkit.ProcessRun;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder as the root of a machine on which nothing is installed but the C library, a shell and the usual small tools:
 * no Java, no Maven.
 */
final class EmptyRoot {
    private static final String FILL = """
            set -e
            mkdir -p bin dev proc tmp home
            add_libraries() {
                ldd "$1" 2>/dev/null | grep -oE '/[^ ]+' | while read -r library; do
                    add_library "$library"
                done
            }
            add_library() {
                mkdir -p ".${1%/*}"
                [ -e ".$1" ] || cp -L "$1" ".$1"
            }
            for tool in sh ls cat cp mv rm rmdir mkdir ln chmod touch sed cksum readlink uname date tail cut id dirname \
                head tar gzip; do
                found=$(command -v $tool)
                cp -L "$found" bin/$tool
                add_libraries "$found"
            done
            # Those of the C library that the tools do without.
            libc=$(ldd /bin/sh | grep -oE '/[^ ]*/libc\\.so\\.6')
            for name in libdl.so.2 libpthread.so.0 libm.so.6 librt.so.1; do
                add_library "${libc%/*}/$name"
            done
            """;
    private static final String ENTER = """
            mount --rbind /proc proc && mount --rbind /dev dev &&
                exec env -i PATH=/usr/local/bin:/bin HOME=/home "$(command -v chroot || echo /usr/sbin/chroot)" . \
                    /bin/sh -c "$1"
            """;

    private final Path root;
    private final Path folder;

    /**
     * Fills a folder.
     *
     * @param folder takes the root, and what the runs write
     */
    EmptyRoot(Path folder) {
        this.folder = folder;
        this.root = folder.resolve("root");
        if (!root.toFile().mkdir()) {
            throw new AssertionError("cannot make " + root);
        }
        ProcessRun filled = run(List.of("sh", "-c", FILL));
        if (filled.exit() != 0) {
            throw new AssertionError(filled.toString());
        }
    }

    /** Returns the folder that is the root. */
    Path path() {
        return root;
    }

    /** Runs a line of sh inside. */
    ProcessRun run(String line) {
        return run(List.of("unshare", "-rm", "sh", "-c", ENTER, "sh", line));
    }

    private ProcessRun run(List<String> command) {
        return ProcessRun.of(new ProcessBuilder(command).directory(root.toFile()), folder);
    }
}
