package io.github.hubsh.shell.script.test;

import io.github.hubsh.shell.report.ReportText;
import io.github.hubsh.shell.report.TestEvent;
import io.github.hubsh.shell.report.TestResult;
import io.github.hubsh.shell.report.TestResult.State;
import java.util.List;
import java.util.Locale;

/** One test as a part of a page: a line, and behind it why it failed and what happened when. */
final class HtmlTest {
    /** What a test that passed did is rarely read. */
    private static final int MAX_EVENTS_OF_PASSED = 100;

    private StringBuilder html = new StringBuilder();

    String write(TestResult result, int number) {
        html = new StringBuilder();
        html.append("<details class=\"")
                .append(result.state().word())
                .append("\" id=\"t")
                .append(number);
        html.append("\" data-state=\"").append(result.state().word());
        html.append("\" data-file=\"").append(escaped(result.file())).append('"');
        html.append(result.isBad() ? " open>\n" : ">\n");
        summary(result);
        html.append("<div class=\"body\">\n");
        if (result.isBad()) {
            failure(result);
        } else if (result.state() == State.SKIPPED) {
            html.append("<p>").append(escaped(result.reason())).append("</p>\n");
        }
        timeline(result);
        earlier(result.earlier());
        return html.append("</div>\n</details>\n").toString();
    }

    private void summary(TestResult result) {
        html.append("<summary><span class=\"sign\">").append(result.state().sign());
        html.append("</span><span class=\"name\">")
                .append(escaped(result.fullName()))
                .append("</span>");
        if (result.attempts() > 1) {
            html.append("<span class=\"flaky\">").append(result.attempts()).append(" attempts</span>");
        }
        String time = result.state() == State.SKIPPED ? "skipped" : result.millis();
        html.append("<time>").append(time).append("</time></summary>\n");
    }

    private void failure(TestResult result) {
        html.append("<p class=\"reason\">");
        if (result.state() == State.ERROR && !result.reason().startsWith(result.type())) {
            html.append(escaped(result.type())).append(": ");
        }
        html.append(escaped(result.reason())).append("</p>\n");
        if (!result.step().isEmpty()) {
            html.append("<p>in step: ").append(escaped(result.step())).append("</p>\n");
        }
        if (!result.place().isEmpty()) {
            html.append("<p class=\"quiet\">").append(escaped(result.place())).append("</p>\n");
        }
        block("", result.excerpt());
        if (!result.diff().isEmpty()) {
            html.append("<h3>Difference: - expected, + found</h3>\n<pre class=\"diff\">");
            result.diff().forEach(this::difference);
            html.append("</pre>\n");
        }
        block("Calls", result.calls());
    }

    private void difference(String line) {
        String kind = line.startsWith("-") ? " class=\"less\"" : line.startsWith("+") ? " class=\"more\"" : "";
        html.append("<span").append(kind).append('>').append(escaped(line)).append("</span>");
    }

    private void timeline(TestResult result) {
        List<TestEvent> all = result.events();
        if (all.isEmpty()) {
            return;
        }
        int left = result.isBad() ? 0 : Math.max(0, all.size() - MAX_EVENTS_OF_PASSED);
        html.append("<h3>Timeline</h3>\n<ol>\n");
        if (left > 0) {
            html.append("<li class=\"quiet\">… ").append(left).append(" earlier lines are left out</li>\n");
        }
        all.subList(left, all.size()).forEach(this::event);
        html.append("</ol>\n");
    }

    private void event(TestEvent event) {
        html.append("<li class=\"").append(event.kind().word()).append("\"><time>");
        html.append(String.format(Locale.ROOT, "%.1f ms", event.millis()));
        html.append("</time><code>").append(escaped(event.text())).append("</code></li>\n");
    }

    private void earlier(List<TestResult> attempts) {
        for (int i = 0; i < attempts.size(); i++) {
            block("Attempt " + (i + 1), attempts.get(i).failure());
        }
    }

    private void block(String title, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        if (!title.isEmpty()) {
            html.append("<h3>").append(title).append("</h3>\n");
        }
        html.append("<pre>").append(escaped(String.join("\n", lines))).append("</pre>\n");
    }

    /** Returns a text that is neither markup nor a control character to a browser. */
    static String escaped(String text) {
        return ReportText.visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
