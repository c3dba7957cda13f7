package io.github.hubsh.shell.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/**
 * A context with the API in it, and the functions by which the outside calls in. Its sources lie beside this class;
 * none of them is seen in a stack. For the script's thread.
 */
public final class ScriptRuntime {
    /** What every script has from the start. The rest is loaded when it is used: {@code loading.js} lists it. */
    public static final List<String> BASIC = List.of("locks", "loading", "main");

    /** What a file of tests has from the start: its parts change one another. */
    public static final List<String> TESTING = List.of(
            "locks",
            "loading",
            "inspect",
            "errors",
            "values",
            "options",
            "sending",
            "tables",
            "python",
            "times",
            "globals",
            "broadcasts",
            "recordings",
            "serve",
            "hub",
            "equality",
            "standins",
            "diff",
            "expect",
            "main");

    private static final Map<String, Source> SOURCES = new ConcurrentHashMap<>();

    /** A script may redefine these names; here they keep their meaning. */
    private static final String OWN_NAMES =
            "{ Array, ArrayBuffer, BigInt, Boolean, DataView, Date, Error, EvalError, JSON,"
                    + " Map, Math, Number, Object, Promise, Proxy, RangeError, ReferenceError, Reflect, RegExp, Set, String, Symbol,"
                    + " SyntaxError, TypeError, URIError, Uint8Array, WeakMap, WeakRef, WeakSet, decodeURIComponent,"
                    + " encodeURIComponent }";

    private static final String NEW = "({ api: {}, globals: {}, SHOWN: Symbol('shown') })";
    private static final String INSTALL = """
            (kit) => Object.keys(kit.globals).forEach((key) => kit.define(kit.globals, key))
            """;

    private final Context context;
    private final Value names;
    private final Value runtime;

    // Mutable state
    private final Map<String, Value> used = new HashMap<>();

    ScriptRuntime(Context context, Map<String, ProxyExecutable> functions, List<String> parts) {
        this.context = context;
        this.names = context.eval(internal("names", "(" + OWN_NAMES + ")"));
        this.runtime = context.eval(internal("new", NEW));
        runtime.putMember("host", host(functions));
        for (String part : parts) {
            add(part);
        }
        context.eval(internal("install", INSTALL)).execute(runtime);
    }

    private ProxyObject host(Map<String, ProxyExecutable> functions) {
        Map<String, Object> host = new HashMap<>(functions);
        host.put("part", (ProxyExecutable) a -> {
            add(a[0].asString());
            return "";
        });
        return ProxyObject.fromMap(host);
    }

    /** Returns a function of the API's inside that is called often. */
    private Value function(String name) {
        return used.computeIfAbsent(name, runtime::getMember);
    }

    Context context() {
        return context;
    }

    /** Returns what needs the context, but no function of the script. */
    <T> T inside(Supplier<T> work) {
        context.enter();
        try {
            return work.get();
        } finally {
            context.leave();
        }
    }

    Value evaluate(Source source) {
        return context.eval(source);
    }

    /** Returns whether a text is a script without mistakes in its syntax. */
    boolean parses(String text) {
        try {
            context.parse(Source.newBuilder("js", text, "(trial)").buildLiteral());
            return true;
        } catch (PolyglotException wrong) {
            return false;
        }
    }

    /** Waits for a value and signals it by {@link Script#completed}. */
    void finish(Value value) {
        runtime.getMember("finish").executeVoid(value);
    }

    void load(String path) {
        runtime.getMember("load").executeVoid(path);
    }

    /**
     * Ends calls.
     *
     * @param ended for each call its number, the text of what became of it, and, where it failed, the lines of the
     *     stack that began it; else an empty text
     */
    void settle(Object... ended) {
        function("settle").executeVoid(ended);
    }

    void due(int timer) {
        function("due").executeVoid(timer);
    }

    void heard(int subscription, String text) {
        function("heard").executeVoid(subscription, text);
    }

    void asked(int call, int service, String command, String source, String arguments) {
        function("asked").executeVoid(call, service, command, source, arguments);
    }

    String describe(Value thrown) {
        return runtime.getMember("describe").execute(thrown).asString();
    }

    /** Returns the source text of the module {@code hubsh}. */
    String module() {
        return runtime.getMember("module").execute().asString();
    }

    /** Adds a part. */
    void add(String part) {
        context.eval(SOURCES.computeIfAbsent(part, ScriptRuntime::resource))
                .execute(names)
                .execute(runtime);
    }

    /**
     * Calls a further function of the API's inside. It is read first: to invoke a member that loads its part at that
     * moment breaks the contract of the engine.
     */
    Value call(String function, Object... arguments) {
        return runtime.getMember(function).execute(arguments);
    }

    void close() {
        try {
            context.close(true);
        } catch (PolyglotException | IllegalStateException ended) {
            // The work that still ran in it is reported elsewhere.
        }
    }

    private static Source resource(String part) {
        return internal(part, "(" + OWN_NAMES + ") => (" + text(part + ".js") + ")");
    }

    /** Returns a text that lies beside this class. */
    static String text(String name) {
        try (InputStream in = ScriptRuntime.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " beside " + ScriptRuntime.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Source internal(String name, String text) {
        return Source.newBuilder("js", text, "hubsh:" + name)
                .internal(true)
                .cached(true)
                .buildLiteral();
    }
}
