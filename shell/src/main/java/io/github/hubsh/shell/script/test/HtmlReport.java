package io.github.hubsh.shell.script.test;

import io.github.hubsh.shell.report.TestResult;
import io.github.hubsh.shell.report.TestResult.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A report as one page for people, which needs no other file and no network: every test, failures opened, with what
 * they sent and received. It is complete without its script, which only filters, so that it can be read where a server
 * forbids scripts.
 */
final class HtmlReport {
    /** Nothing is loaded, whatever a test has printed. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

    private final HtmlTest test = new HtmlTest();
    private final StringBuilder html = new StringBuilder();

    // Mutable state
    private int number;

    private HtmlReport() {}

    static String of(List<TestResult> results, Instant started, double seconds) {
        return new HtmlReport().write(results, started, seconds);
    }

    private String write(List<TestResult> results, Instant started, double seconds) {
        String sum = sum(results);
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append("\">\n<title>")
                .append(sum)
                .append(" – hubsh test</title>\n<style>\n")
                .append(resource("page.css"))
                .append("</style>\n</head>\n<body>\n");
        header(results, sum, started, seconds);
        html.append("<main>\n");
        files(results).forEach(this::file);
        return html.append("</main>\n<script>\n")
                .append(resource("page.js"))
                .append("</script>\n</body>\n</html>\n")
                .toString();
    }

    private void header(List<TestResult> results, String sum, Instant started, double seconds) {
        html.append("<header>\n<h1>").append(sum).append("</h1>\n<p class=\"quiet\">");
        html.append(started.truncatedTo(ChronoUnit.SECONDS)).append(", ");
        html.append(String.format(Locale.ROOT, "%.1f s", seconds))
                .append(" <span id=\"shown\" role=\"status\"></span></p>\n");
        html.append("<form hidden>\n<input type=\"search\" placeholder=\"Filter by name, file or message\"");
        html.append(" aria-label=\"Filter\">\n");
        for (State state : State.values()) {
            html.append("<label><input type=\"checkbox\" checked value=\"")
                    .append(state.word())
                    .append("\"> ")
                    .append(counted(results, state))
                    .append("</label>\n");
        }
        html.append("</form>\n</header>\n");
    }

    private void file(String file, List<TestResult> tests) {
        html.append("<section>\n<h2>").append(HtmlTest.escaped(file)).append(" <small>");
        html.append(sum(tests)).append("</small></h2>\n");
        tests.forEach(each -> html.append(test.write(each, ++number)));
        html.append("</section>\n");
    }

    private static Map<String, List<TestResult>> files(List<TestResult> results) {
        return results.stream()
                .collect(Collectors.groupingBy(TestResult::file, LinkedHashMap::new, Collectors.toList()));
    }

    private static String sum(List<TestResult> results) {
        return Arrays.stream(State.values())
                .filter(state -> state == State.PASSED || count(results, state) > 0)
                .map(state -> counted(results, state))
                .collect(Collectors.joining(", "));
    }

    private static String counted(List<TestResult> results, State state) {
        long count = count(results, state);
        return count + " " + state.word() + (state == State.ERROR && count != 1 ? "s" : "");
    }

    private static long count(List<TestResult> results, State state) {
        return results.stream().filter(each -> each.state() == state).count();
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " beside " + HtmlReport.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
