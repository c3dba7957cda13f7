package io.github.hubsh.shell.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.word.Place;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import org.jspecify.annotations.Nullable;

/** A jq expression that knows where it was typed. For one thread. */
final class JqExpression {
    private final Word word;
    private final JsonQuery query;
    private final Scope scope;

    private JqExpression(Word word, JsonQuery query, Scope scope) {
        this.word = word;
        this.query = query;
        this.scope = scope;
    }

    /**
     * Compiles an expression.
     *
     * @param variables what it may call {@code $name}
     * @throws ShellException USAGE, pointing into the expression where the library says where
     */
    static JqExpression compile(Word word, Map<String, @Nullable Object> variables) {
        Scope scope = JqLibrary.scope();
        for (Map.Entry<String, @Nullable Object> variable : variables.entrySet()) {
            scope.setValue(variable.getKey(), () -> JqLibrary.tree(variable.getValue()));
        }
        JsonQuery query;
        try {
            query = JsonQuery.compile(word.text(), Versions.JQ_1_6);
        } catch (JsonQueryException wrong) {
            throw JqError.ofSyntax(word, wrong);
        }
        JqExpression expression = new JqExpression(word, query, scope);
        expression.tryOut();
        return expression;
    }

    /** Returns the part that the expression picks, or {@code null} if it does more. */
    @Nullable
    PickedPart picked() {
        return PickedPart.of(word.text());
    }

    /** Hands every value that the expression makes of one to the consumer. */
    void apply(@Nullable Object value, Consumer<@Nullable Object> consumer) {
        applyTree(JqLibrary.tree(value), consumer);
    }

    private void applyTree(JsonNode tree, Consumer<@Nullable Object> consumer) {
        try {
            run(tree, made -> consumer.accept(value(made)));
        } catch (JsonQueryException failed) {
            throw new ShellException(Problem.BAD_DATA, "jq: " + failed.getMessage(), failed)
                    .pointing(word.place(0))
                    .hint("see what it works on with --json");
        }
    }

    /** Returns whether anything that the expression makes of a value is neither false nor null. */
    boolean isTrue(@Nullable Object value) {
        boolean[] result = new boolean[1];
        apply(value, made -> result[0] |= made != null && !made.equals(false));
        return result[0];
    }

    /**
     * As {@link #isTrue}, and adds to {@code missing} the keys that the expression looks up in the value and does not
     * find.
     */
    boolean isTrue(@Nullable Object value, Set<String> missing) {
        boolean[] result = new boolean[1];
        JsonNode tree = JqLibrary.tree(value);
        JsonNode watched =
                tree instanceof ObjectNode object && !allowsMissing() ? new WatchedObject(object, missing) : tree;
        applyTree(watched, made -> result[0] |= made != null && !made.equals(false));
        return result[0];
    }

    /** Returns where a key stands in the expression. */
    Place placeOf(String key) {
        return word.place(Math.max(0, word.text().indexOf(key)));
    }

    /** Such an expression says itself what to do without a key. */
    private boolean allowsMissing() {
        return word.text().contains("//") || word.text().contains("?");
    }

    private void run(JsonNode input, Consumer<JsonNode> consumer) throws JsonQueryException {
        JqLibrary.startCounting();
        try {
            query.apply(Scope.newChildScope(scope), input, consumer::accept);
        } catch (StackOverflowError endless) {
            throw new ShellException(Problem.BAD_DATA, "jq: the expression calls itself too often", endless)
                    .pointing(word.place(0))
                    .hint("a function needs a case in which it does not call itself");
        }
    }

    /** The library finds an unknown name only as it evaluates, so this evaluates once before anything is sent. */
    private void tryOut() {
        try {
            run(JqLibrary.tree(null), made -> {});
        } catch (JsonQueryException wrong) {
            ShellException unknown = JqError.ofName(word, wrong);
            if (unknown != null) {
                throw unknown;
            }
        } catch (ShellException tooMuch) {
            if (tooMuch.isInterruption()) {
                throw tooMuch;
            }
        }
    }

    private static @Nullable Object value(JsonNode made) {
        try {
            return Json.parse(JqLibrary.text(made));
        } catch (ContentException | JsonProcessingException impossible) {
            throw new IllegalStateException("jq made something that is not JSON", impossible);
        }
    }
}
