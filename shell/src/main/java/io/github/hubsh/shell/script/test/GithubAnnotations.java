package io.github.hubsh.shell.script.test;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
        String workspace = environment.getOrDefault("GITHUB_WORKSPACE", "");
        return results.stream()
                .filter(TestResult::isBad)
                .map(each -> line(each, directory, workspace))
                .toList();
    }

    private static String line(TestResult result, Path directory, String workspace) {
        Matcher place = PLACE.matcher(result.place());
        boolean isPlaced = place.matches();
        String file = relative(isPlaced ? place.group(1) : result.file(), directory, workspace);
        String line = isPlaced ? place.group(2) : Integer.toString(Math.max(1, result.line()));
        String column = isPlaced ? ",col=" + place.group(3) : "";
        String text = ReportText.shortened(String.join("\n", result.failure()), MAX_MESSAGE_LENGTH);
        return "::error file=" + property(file) + ",line=" + line + column + ",title=" + property(result.fullName())
                + "::" + message(ReportText.visible(text));
    }

    private static String relative(String file, Path directory, String workspace) {
        try {
            Path path = directory.resolve(file).normalize();
            Path root = Path.of(workspace);
            return !workspace.isEmpty() && path.startsWith(root)
                    ? root.relativize(path).toString()
                    : file;
        } catch (InvalidPathException odd) {
            return file;
        }
    }

    private static String message(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return message(ReportText.visible(text)).replace(":", "%3A").replace(",", "%2C");
    }
}
