package io.github.hubsh.shell.filter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.PathOutput;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.path.Path;
import org.jspecify.annotations.Nullable;

/**
 * The jq library with its functions, each of which looks for Ctrl-C and counts its steps: an expression that never ends
 * must call one of them, and {@code [range(1e12)]} must not take all memory.
 */
final class JqLibrary {
    private static final long MAX_STEPS = 20_000_000;
    private static final ThreadLocal<long[]> STEPS = ThreadLocal.withInitial(() -> new long[1]);

    /** Values come from our own writer, which has bounds of its own. */
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build());

    private static final Scope FUNCTIONS = functionScope();

    private JqLibrary() {}

    /** Returns a new scope with all functions. */
    static Scope scope() {
        return Scope.newChildScope(FUNCTIONS);
    }

    static Set<String> functions() {
        Set<String> names = new TreeSet<>();
        for (String function : FUNCTIONS.getLocalFunctions().keySet()) {
            names.add(function.substring(0, function.lastIndexOf('/')));
        }
        return names;
    }

    /** Begins an evaluation on this thread. */
    static void startCounting() {
        STEPS.get()[0] = 0;
    }

    static JsonNode tree(@Nullable Object value) {
        try {
            return MAPPER.readTree(Json.write(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("our JSON is none", impossible);
        }
    }

    static String text(JsonNode node) throws JsonProcessingException {
        return MAPPER.writeValueAsString(node);
    }

    private static Scope functionScope() {
        Scope scope = Scope.newEmptyScope();
        BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_6, scope);
        for (Map.Entry<String, Function> each :
                Map.copyOf(scope.getLocalFunctions()).entrySet()) {
            int slash = each.getKey().lastIndexOf('/');
            int arguments = Integer.parseInt(each.getKey().substring(slash + 1));
            scope.addFunction(each.getKey().substring(0, slash), arguments, new Counted(each.getValue()));
        }
        return scope;
    }

    private static void step() {
        if (Thread.interrupted()) {
            throw ShellException.interrupted("stopped");
        }
        if (++STEPS.get()[0] > MAX_STEPS) {
            throw new ShellException(Problem.BAD_DATA, "jq: the expression takes more than " + MAX_STEPS + " steps")
                    .hint("limit(N; …) and first(…) end a generator");
        }
    }

    /** A function that takes a step for each call and each value. */
    private record Counted(Function function) implements Function {
        @Override
        public void apply(
                Scope scope, List<Expression> arguments, JsonNode in, Path path, PathOutput output, Version version)
                throws JsonQueryException {
            step();
            function.apply(
                    scope,
                    arguments,
                    in,
                    path,
                    (node, at) -> {
                        step();
                        output.emit(node, at);
                    },
                    version);
        }
    }
}
