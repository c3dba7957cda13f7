package io.github.hubsh.shell.script.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Requires;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The filter of the page works in a real browser. */
final class HtmlReportIT {
    @TempDir
    Path folder;

    @Test
    void a_browser_filters_by_the_words_of_the_address() throws Exception {
        String browser = Requires.browser();
        Path file = Files.writeString(folder.resolve("r.html"), HtmlReportTest.page());

        assertThat(shownTests(browser, file.toUri() + "#q=B.TEST%20found")).containsExactly("t3");
        assertThat(shownTests(browser, file.toUri() + "#q=50%")).isEmpty();
    }

    private List<String> shownTests(String browser, String address) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        browser,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--dump-dom",
                        address)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String page = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return page.lines()
                .filter(line -> line.startsWith("<details ") && !line.contains(" hidden"))
                .map(line -> line.replaceFirst(".* id=\"(t\\d+)\".*", "$1"))
                .toList();
    }
}
