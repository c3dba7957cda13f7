package io.github.hubsh.shell.script;

import java.io.OutputStream;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.io.FileSystem;
import org.graalvm.polyglot.io.IOAccess;

/** Contexts without access to the host, on one engine, which caches parsed sources. */
final class Engines {
    private static final int MAX_LENGTH = 256 << 20;

    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("js.console", "false"),
            Map.entry("js.print", "false"),
            Map.entry("js.load", "false"),
            Map.entry("js.graal-builtin", "false"),
            Map.entry("js.polyglot-builtin", "false"),
            Map.entry("js.java-package-globals", "false"),
            Map.entry("js.global-arguments", "false"),
            Map.entry("js.shared-array-buffer", "false"),
            Map.entry("js.text-encoding", "true"),
            Map.entry("js.json-modules", "true"),
            Map.entry("js.import-attributes", "true"),
            Map.entry("js.esm-eval-returns-exports", "true"),
            Map.entry("js.unhandled-rejections", "throw"),
            Map.entry("js.stack-trace-api", "true"),
            Map.entry("js.stack-trace-limit", "30"),
            Map.entry("js.string-length-limit", Integer.toString(MAX_LENGTH)),
            Map.entry("js.max-typed-array-length", Integer.toString(MAX_LENGTH)));

    private static final class Shared {
        static final Engine ENGINE = Engine.newBuilder("js")
                .option("engine.WarnInterpreterOnly", "false")
                .build();
    }

    private Engines() {}

    /**
     * Makes a context.
     *
     * @param lazy translates a function when it is called first: the start is quicker. Tests have limits of time, and
     *     what they call is ready before.
     */
    static Context context(FileSystem files, boolean lazy) {
        return Context.newBuilder("js")
                .engine(Shared.ENGINE)
                .options(OPTIONS)
                .option("js.lazy-translation", Boolean.toString(lazy))
                .allowExperimentalOptions(true)
                .allowHostAccess(HostAccess.NONE)
                .allowPolyglotAccess(PolyglotAccess.NONE)
                .allowEnvironmentAccess(EnvironmentAccess.NONE)
                .allowIO(IOAccess.newBuilder().fileSystem(files).build())
                .allowCreateThread(false)
                .allowCreateProcess(false)
                .allowNativeAccess(false)
                .allowHostClassLoading(false)
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream())
                .build();
    }
}
