package io.github.hubsh.shell.recording.save;

import io.github.hubsh.core.json.ExactJson;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.recording.CarriedValue;
import io.github.hubsh.shell.recording.ValuePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests as calls in JavaScript. For one thread. */
final class JsCalls {
    private static final Map<String, String> MIMES = Map.of(
            Payload.PICKLE, "pickle",
            Payload.YAML, "yaml",
            Payload.TEXT, "text",
            Payload.BYTES, "bytes");

    private final JsNames names;
    private final Set<String> imports;
    private final Map<String, String> plugins = new LinkedHashMap<>();

    // Mutable state
    private final Map<Integer, String> variables = new HashMap<>();

    JsCalls(JsNames names, Set<String> imports) {
        this.names = names;
        this.imports = imports;
    }

    /** Returns what the plugins are called, by their names on the network, in the order of their first requests. */
    Map<String, String> plugins() {
        return plugins;
    }

    /** Takes a plugin that is asked for something. */
    void add(String plugin) {
        plugins.computeIfAbsent(plugin, names::plugin);
    }

    /** Says which variable has the result of a step. */
    void named(int step, String variable) {
        variables.put(step, variable);
    }

    /** Returns the call of a request, with values of earlier results where they are used. */
    JsExpression of(SentRequest request, List<CarriedValue> carried) throws UnwritableException {
        Map<ValuePath, String> references = new HashMap<>();
        for (CarriedValue each : carried) {
            references.put(each.to(), reference(each, each.to().in(request.data())));
        }
        List<JsExpression> arguments = new ArrayList<>();
        List<JsExpression> options = options(request);
        if (request.hasData() || !options.isEmpty()) {
            arguments.add(
                    request.hasData() ? new JsValues(references, imports).of(request.data()) : JsExpression.of("{}"));
        }
        if (!options.isEmpty()) {
            arguments.add(JsExpression.object(options));
        }
        String plugin = plugins.getOrDefault(request.target(), "hub.plugin(" + JsLiteral.text(request.target()) + ")");
        if (JsNames.isMethod(request.command())) {
            return JsExpression.call(plugin + "." + request.command(), arguments);
        }
        arguments.add(0, JsExpression.of(JsLiteral.text(request.command())));
        return JsExpression.call(plugin + ".execute", arguments);
    }

    private List<JsExpression> options(SentRequest request) throws UnwritableException {
        List<JsExpression> options = new ArrayList<>();
        String mime = MIMES.get(request.mimeType());
        boolean typed = request.mimeType().equals(Payload.PICKLE) && !ExactJson.isExact(request.data());
        if (mime != null && !typed) {
            options.add(JsExpression.of("mime: " + JsLiteral.text(mime)));
        }
        if (request.silent()) {
            options.add(JsExpression.of("silent: true"));
        }
        if (!request.content().isEmpty()) {
            options.add(new JsValues(Map.of(), imports).of(request.content()).after("content: "));
        }
        return options;
    }

    private String reference(CarriedValue value, @Nullable Object sent) {
        StringBuilder expression = new StringBuilder(variables.getOrDefault(value.exchange(), "undefined"));
        for (Object step : value.from().steps()) {
            String key = step instanceof Integer ? step.toString() : Json.text(step);
            boolean index = step instanceof Integer;
            expression.append(
                    index ? "[" + key + "]" : JsNames.isIdentifier(key) ? "." + key : "[" + JsLiteral.text(key) + "]");
        }
        if (!value.within()) {
            return expression.toString();
        }
        String whole = Json.text(sent);
        String part = Json.text(value.recorded());
        if (whole.equals(part)) {
            return "String(" + expression + ")";
        }
        StringBuilder template = new StringBuilder("`");
        int from = 0;
        for (int at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, from)) {
            template.append(JsLiteral.templatePart(whole.substring(from, at)));
            template.append("${").append(expression).append('}');
            from = at + part.length();
        }
        return template.append(JsLiteral.templatePart(whole.substring(from)))
                .append('`')
                .toString();
    }
}
