package io.github.hubsh.shell.recording.save;

import io.github.hubsh.core.json.ExactJson;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.session.StatementLanguage;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.ItemText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A whole file of lines of the shell. A file stops at its first error, so a request that has failed is a comment in it.
 */
final class HubshScript {
    private static final Pattern ASSIGNMENT = Pattern.compile("\\w+\\s*=\\s");

    private final SavedScript file;
    private final StatementLanguage language;
    private final List<Step> steps;
    private final StepValues values;
    private final Map<Integer, String> variables = new HashMap<>();

    HubshScript(SavedScript file, StatementLanguage language, List<Step> steps) {
        this.file = file;
        this.language = language;
        this.steps = steps;
        this.values = new StepValues(steps);
        HubshNames names = new HubshNames();
        for (Step step : steps) {
            names.take(step.named());
        }
        values.names().forEach((step, name) -> {
            String own = steps.get(step).named();
            if (own != null || !isAssigned(steps.get(step))) {
                variables.put(step, own != null ? own : names.value(name));
            }
        });
    }

    String text() {
        List<String> blocks = new ArrayList<>();
        List<String> heading = file.heading(VerbName.RUN);
        blocks.add("# " + String.join("\n# ", heading));
        for (int i = 0; i < steps.size(); i++) {
            blocks.add(block(i, steps.get(i)));
        }
        return String.join("\n\n", blocks) + "\n";
    }

    private String block(int index, Step step) {
        if (step instanceof Step.Sent sent) {
            return request(index, sent);
        } else if (step instanceof Step.Polled polled) {
            return polled(index, polled);
        } else if (step instanceof Step.Pinged pinged) {
            return VerbName.PING.text() + " " + ItemText.quote(pinged.target());
        } else if (step instanceof Step.Typed typed) {
            return typed.line();
        } else if (step instanceof Step.Paused paused) {
            return VerbName.JS.text() + " sleep('" + Polling.text(paused.time()) + "')";
        }
        return comment(step instanceof Step.Noted noted ? noted.text() : "");
    }

    private String request(int index, Step.Sent sent) {
        String line = isOutdated(index, sent) ? null : sent.line();
        try {
            line = line == null ? named(index, line(index, sent.request())) : line;
        } catch (UnwritableException wrong) {
            return leftOut(sent.request(), wrong);
        }
        if (sent.answer() instanceof StepAnswer.Failed failed) {
            return comment("It failed: " + failed.text()) + "\n" + comment(line);
        } else if (sent.answer() instanceof StepAnswer.Unknown unknown) {
            return comment(unknown.why()) + "\n" + comment(line);
        }
        return line;
    }

    /** Returns whether what was typed lacks a variable: one that takes the result, or one for a value in it. */
    private boolean isOutdated(int index, Step.Sent sent) {
        boolean unnamed = variables.containsKey(index) && sent.variable() == null;
        String line = sent.line();
        return unnamed || (line != null && !values.into(index).isEmpty() && line.indexOf('$') < 0);
    }

    private String polled(int index, Step.Polled polled) {
        try {
            String execute = line(index, polled.request());
            return named(index, until(execute) + options(polled.polling()));
        } catch (UnwritableException wrong) {
            return leftOut(polled.request(), wrong);
        }
    }

    /** Returns whether a variable takes a part of the result: the line has to stay, for those that use it. */
    private static boolean isAssigned(Step step) {
        String line = step instanceof Step.Sent sent ? sent.line() : null;
        return line != null && ASSIGNMENT.matcher(line).lookingAt();
    }

    private static String until(String execute) {
        return VerbName.UNTIL.text() + execute.substring(VerbName.EXECUTE.text().length());
    }

    private String named(int index, String line) {
        String own = steps.get(index).named();
        String variable = own != null ? own : variables.get(index);
        return variable == null ? line : variable + " = " + line;
    }

    private String line(int index, SentRequest request) throws UnwritableException {
        StringBuilder options = new StringBuilder(request.silent() ? " --silent" : "");
        boolean json = request.data() == null || ExactJson.isExact(request.data());
        if (json && request.mimeType().equals(Payload.PICKLE)) {
            options.append(" --mime pickle");
        } else if (request.mimeType().equals(Payload.YAML)) {
            options.append(" --mime yaml");
        }
        request.content()
                .forEach((key, value) -> options.append(" --content ")
                        .append(ItemText.quoteName(key))
                        .append(ItemText.ofValue(value)));
        String items = new HubshItems(request.data(), values.into(index), variables).of(request.data());
        return language.execute(request.target(), request.command(), options.toString(), Map.of()) + items;
    }

    private static String options(Polling polling) {
        StringBuilder options = new StringBuilder();
        String every = polling.everyText();
        String limit = polling.limitText();
        if (polling.field() != null) {
            String part = ".[" + Json.write(polling.field()) + "]";
            boolean plain =
                    JsNames.isIdentifier(polling.field()) && !polling.field().contains("$");
            String condition = (plain ? "." + polling.field() : part) + " == " + Json.write(polling.wanted());
            options.append(" --that ").append(ItemText.literal(condition));
        }
        options.append(every == null ? "" : " --every " + every);
        return options.append(limit == null ? "" : " --for " + limit).toString();
    }

    private static String leftOut(SentRequest request, UnwritableException wrong) {
        return comment(request.target() + " " + request.command() + " is left out: " + wrong.why());
    }

    private static String comment(String text) {
        return "# " + JsSteps.oneLine(text);
    }
}
