package io.github.hubsh.shell.script;

import io.github.hubsh.shell.session.memory.Variables;
import io.github.hubsh.shell.word.Identifiers;
import io.github.hubsh.shell.word.ShellException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * The variables of the shell, as globals of JavaScript, and the other way round. Before an evaluation what has changed
 * in the shell is brought in; after it, what has changed here is taken over. For the script's thread.
 */
final class SharedVariables {
    private static final int MAX_TAKEN_LENGTH = 32 << 20;

    private final Script script;

    // Mutable state
    private final Map<String, @Nullable Object> brought = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private volatile List<String> names = List.of();

    SharedVariables(Script script) {
        this.script = script;
    }

    List<String> names() {
        return names;
    }

    void bring(Variables session) {
        ScriptRuntime runtime = script.runtime();
        runtime.call("begin");
        Map<String, @Nullable Object> all = new HashMap<>(session.all());
        if (session.has("_")) {
            all.put("_", session.get("_"));
        }
        all.forEach((name, value) -> {
            if (!brought.containsKey(name) || brought.get(name) != value) {
                String leaving = runtime.call("bring", name, text(value)).asString();
                if (!leaving.isEmpty()) {
                    brought.put(name, value);
                    texts.put(name, leaving);
                }
            }
        });
    }

    /** A variable that is too large for JavaScript stays what it is in the shell, and ends no evaluation. */
    private static String text(@Nullable Object value) {
        try {
            return ScriptText.write(value);
        } catch (ShellException tooLarge) {
            return ScriptText.write("<" + tooLarge.text() + ">");
        }
    }

    /** What cannot leave JavaScript, a function for example, stays a variable there only. */
    void take(Variables session) {
        Value made = script.runtime().call("take");
        // A copy: the list of the engine belongs to this thread.
        names = List.copyOf(made.getMember("names").as(STRINGS));
        Value values = made.getMember("values");
        for (String name : values.getMemberKeys()) {
            String text = values.getMember(name).asString();
            if (text.length() > MAX_TAKEN_LENGTH || text.equals(texts.get(name)) || !Identifiers.isVariable(name)) {
                continue;
            }
            try {
                Object value = ScriptText.read(text);
                session.put(name, value);
                brought.put(name, value);
                texts.put(name, text);
            } catch (ShellException unreadable) {
                // It stays where it is.
            }
        }
    }

    private static final org.graalvm.polyglot.TypeLiteral<List<String>> STRINGS =
            new org.graalvm.polyglot.TypeLiteral<>() {};
}
