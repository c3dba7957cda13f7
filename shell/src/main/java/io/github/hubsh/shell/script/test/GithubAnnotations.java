package io.github.hubsh.shell.script.test;

import io.github.hubsh.shell.report.ReportText;
import io.github.hubsh.shell.report.TestResult;
import io.github.hubsh.shell.word.SourceLine;
import io.github.hubsh.shell.word.WorkflowErrors;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Failures as the runner of GitHub's workflows reads them from the output of a step: it shows each beside its line of
 * the file (workflow commands, {@code ::error file=…,line=…::message}).
 */
final class GithubAnnotations {
    private static final Pattern PLACE = Pattern.compile("(.+):(\\d+):(\\d+)");
    private static final int MAX_MESSAGE_LENGTH = 4000;

    private GithubAnnotations() {}

    /** Returns whether the environment is that of a workflow. */
    static boolean isWanted(Map<String, String> environment) {
        return "true".equals(environment.get("GITHUB_ACTIONS"));
    }

    /**
     * Returns a line for each failure.
     *
     * @param directory that the files are relative to
     * @param environment says where the repository is checked out, which the runner's files are relative to
     */
    static List<String> of(List<TestResult> results, Path directory, Map<String, String> environment) {
        WorkflowErrors errors = new WorkflowErrors(directory, environment.getOrDefault("GITHUB_WORKSPACE", ""));
        return results.stream()
                .filter(TestResult::isBad)
                .map(each -> line(each, errors))
                .toList();
    }

    private static String line(TestResult result, WorkflowErrors errors) {
        Matcher place = PLACE.matcher(result.place());
        boolean isPlaced = place.matches();
        Map<String, String> more = new LinkedHashMap<>();
        if (isPlaced) {
            more.put("col", place.group(3));
        }
        more.put("title", ReportText.visible(result.fullName()));
        SourceLine source = isPlaced
                ? new SourceLine(place.group(1), Integer.parseInt(place.group(2)))
                : new SourceLine(result.file(), Math.max(1, result.line()));
        String text = ReportText.shortened(String.join("\n", result.failure()), MAX_MESSAGE_LENGTH);
        return errors.line(source, more, ReportText.visible(text));
    }
}
