package io.github.hubsh.shell.recording.save;

import io.github.hubsh.shell.syntax.VerbName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A whole file in JavaScript: a script, or a test. */
record JsScript(SavedScript file, boolean testing) {
    String text(List<Step> steps) {
        Set<String> imports = new TreeSet<>();
        List<String> blocks = new ArrayList<>();
        for (List<String> block : new JsSteps(steps, testing, imports).blocks()) {
            blocks.add(String.join("\n", block));
        }
        StringBuilder text = new StringBuilder();
        file.heading(testing ? VerbName.TEST : VerbName.RUN)
                .forEach(line -> text.append("// ").append(line).append('\n'));
        text.append("import { ").append(testing ? "test, expect" : "hub");
        imports.forEach(name -> text.append(", ").append(name));
        text.append(" } from 'hubsh';\n\n");
        String body = String.join("\n\n", blocks);
        if (!testing) {
            return text.append(body).append('\n').toString();
        }
        String name = JsLiteral.text(JsSteps.oneLine(title(steps)));
        return text.append("test(" + name + ", ({ hub }) => {\n" + body + "\n});\n")
                .toString();
    }

    private static String title(List<Step> steps) {
        Set<String> plugins = new TreeSet<>();
        for (Step step : steps) {
            SentRequest request = step.sent();
            if (request != null) {
                plugins.add(request.target());
            }
        }
        if (plugins.isEmpty()) {
            return "a session";
        }
        return plugins.size() > 4
                ? "a session with " + plugins.size() + " plugins"
                : "a session with " + String.join(", ", plugins).replaceFirst(", (?=[^,]*$)", " and ");
    }
}
