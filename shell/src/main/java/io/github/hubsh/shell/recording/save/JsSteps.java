package io.github.hubsh.shell.recording.save;

import io.github.hubsh.shell.recording.ValuePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Steps as statements in JavaScript, each as a block of lines. For one thread. */
final class JsSteps {
    private final List<Step> steps;
    private final boolean testing;
    private final Set<String> imports;
    private final StepValues values;
    private final ChangingNumbers changing;
    private final JsNames names = new JsNames();
    private final JsCalls calls;
    private final Requested requested = new Requested();
    private final JsExpectations expectations;
    private final Map<Integer, String> variables = new LinkedHashMap<>();
    private final int indent;

    /**
     * @param testing whether results are expected, and not printed
     * @param imports gets what is needed beside the hub
     */
    JsSteps(List<Step> steps, boolean testing, Set<String> imports) {
        this.steps = steps;
        this.testing = testing;
        this.indent = testing ? 1 : 0;
        this.imports = imports;
        this.values = new StepValues(steps);
        this.changing = new ChangingNumbers(steps);
        this.calls = new JsCalls(names, imports);
        this.expectations = new JsExpectations(requested, imports);
    }

    /** Returns the blocks, of which the first declares the plugins. */
    List<List<String>> blocks() {
        for (Step step : steps) {
            SentRequest request = step.sent();
            if (request != null) {
                calls.add(request.target());
            }
        }
        values.names().forEach((step, name) -> {
            variables.put(step, names.value(name));
            calls.named(step, variables.get(step));
        });
        List<List<String>> blocks = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            List<JsExpression> statements = block(i, steps.get(i));
            blocks.add(statements.stream().map(each -> each.text(indent)).toList());
        }
        List<String> plugins = new ArrayList<>();
        calls.plugins()
                .forEach((name, variable) -> plugins.add(
                        JsExpression.of("const " + variable + " = hub.plugin(" + JsLiteral.text(name) + ");")
                                .text(indent)));
        if (!plugins.isEmpty()) {
            blocks.add(0, plugins);
        }
        return blocks;
    }

    private List<JsExpression> block(int index, Step step) {
        if (step instanceof Step.Sent sent) {
            return request(index, sent.request(), null, sent.answer());
        } else if (step instanceof Step.Polled polled) {
            return request(index, polled.request(), polled.polling(), polled.answer());
        } else if (step instanceof Step.Pinged pinged) {
            JsExpression ping = JsExpression.of("hub.ping(" + JsLiteral.text(pinged.target()) + ")");
            return List.of(
                    testing ? JsExpression.of("expect(" + ping.flat() + ").toBeGreaterThan(0);") : printed(ping));
        } else if (step instanceof Step.Typed typed && typed.shown()) {
            JsExpression line = JsExpression.of("hub.sh(" + JsLiteral.text(typed.line()) + ")");
            return List.of(testing ? line.before(";") : printed(line));
        } else if (step instanceof Step.Paused paused) {
            imports.add("sleep");
            return List.of(JsExpression.of("sleep('" + Polling.text(paused.time()) + "');"));
        }
        String text =
                step instanceof Step.Typed typed ? typed.line() : step instanceof Step.Noted noted ? noted.text() : "";
        return List.of(comment(text));
    }

    private List<JsExpression> request(int index, SentRequest request, @Nullable Polling polling, StepAnswer answer) {
        JsExpression call;
        try {
            call = calls.of(request, values.into(index));
        } catch (UnwritableException wrong) {
            return List.of(comment(request.target() + " " + request.command() + " is left out: " + wrong.why()));
        }
        requested.add(request.data(), values.into(index));
        if (answer instanceof StepAnswer.Value value) {
            return value(index, polling == null ? call : until(call, polling), value.value());
        } else if (answer instanceof StepAnswer.Failed failed) {
            return testing ? List.of(expectations.of(call, failed)) : tried(call, failed);
        }
        String why = answer instanceof StepAnswer.Unknown unknown ? unknown.why() : "";
        return List.of(comment(why), comment(call.flat() + ";"));
    }

    private List<JsExpression> value(int index, JsExpression call, @Nullable Object value) {
        String variable = variables.get(index);
        Set<ValuePath> fresh = fresh(index, value);
        if (!testing) {
            JsExpression shown = value == null ? call.before(";") : printed(call);
            return List.of(variable == null ? shown : declared(variable, call));
        }
        if (variable == null && JsExpectations.isSingle(value)) {
            List<JsExpression> only = expectations.of(call, value, fresh);
            if (only.get(0).fits(indent)) {
                return only;
            }
        }
        String name = variable != null ? variable : names.value(StepValues.lastWord(steps.get(index)));
        List<JsExpression> statements = new ArrayList<>();
        statements.add(declared(name, call));
        statements.addAll(expectations.of(JsExpression.of(name), value, fresh));
        return statements;
    }

    private Set<ValuePath> fresh(int index, @Nullable Object value) {
        Set<ValuePath> fresh = new HashSet<>(values.from(index));
        SentRequest request = steps.get(index).sent();
        if (request != null) {
            fresh.addAll(changing.in(request, value));
        }
        return fresh;
    }

    private static JsExpression declared(String variable, JsExpression value) {
        return value.after("const " + variable + " = ").before(";");
    }

    private static List<JsExpression> tried(JsExpression call, StepAnswer.Failed failed) {
        return List.of(
                JsExpression.of("try {"),
                call.after("  ").before(";"),
                JsExpression.of("} catch (error) {"),
                JsExpression.of("  console.error(error.message); // " + oneLine(failed.text())),
                JsExpression.of("}"));
    }

    private static JsExpression until(JsExpression call, Polling polling) {
        List<JsExpression> options = new ArrayList<>();
        String every = polling.everyText();
        String limit = polling.limitText();
        if (every != null) {
            options.add(JsExpression.of("every: '" + every + "'"));
        }
        if (limit != null) {
            options.add(JsExpression.of("for: '" + limit + "'"));
        }
        String field = polling.field();
        if (field != null) {
            String wanted =
                    polling.wanted() instanceof String text ? JsLiteral.text(text) : String.valueOf(polling.wanted());
            String part = JsNames.isIdentifier(field) ? "." + field : "[" + JsLiteral.text(field) + "]";
            options.add(JsExpression.of("that: (result) => result" + part + " === " + wanted));
        }
        return options.isEmpty()
                ? new JsExpression("hub.until(() =>", List.of(call), ")")
                : JsExpression.call("hub.until", List.of(call.after("() => "), JsExpression.object(options)));
    }

    private static JsExpression printed(JsExpression value) {
        return JsExpression.call("console.log", List.of(value)).before(";");
    }

    private static JsExpression comment(String text) {
        return JsExpression.of("// " + oneLine(text));
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
