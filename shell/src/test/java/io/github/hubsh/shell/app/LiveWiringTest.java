package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who the shell is on this machine. */
final class LiveWiringTest {
    private static final String USER = System.getProperty("user.name", "user");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bench            | bench
            bench.lab.org    | bench
            bench.           | bench
            .lab             | .lab
            größe            | größe
            """)
    void the_usual_name_has_the_user_and_the_host_without_its_domain(String host, String name) {
        assertThat(new LiveWiring(process(Map.of("HOSTNAME", host))).usualName())
                .isEqualTo("hubsh-" + USER + "-" + name);
    }

    @ParameterizedTest
    @CsvSource({"HOSTNAME, ''", "OTHER, bench"})
    void a_host_that_no_variable_names_is_asked_of_the_system(String variable, String value) {
        assertThat(new LiveWiring(process(Map.of(variable, value))).usualName())
                .startsWith("hubsh-" + USER + "-")
                .doesNotEndWith("-");
    }

    /** Columns: variables; the folders, where TMP is that of Java. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            XDG_RUNTIME_DIR=/run/user/7 XDG_STATE_HOME=/state | /run/user/7/hubsh TMP /state/hubsh/names
            XDG_RUNTIME_DIR=/run/user/7 HOME=/home/ann        | /run/user/7/hubsh TMP /home/ann/.local/state/hubsh/names
            XDG_STATE_HOME=/state                             | TMP /state/hubsh/names
            XDG_RUNTIME_DIR=run XDG_STATE_HOME=/state         | TMP /state/hubsh/names
            ``                                                | TMP
            """)
    void names_are_agreed_on_where_other_shells_of_the_user_look(String variables, String folders) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables.isEmpty() ? new String[0] : variables.split(" ", -1)) {
            String[] parts = variable.split("=", -1);
            environment.put(parts[0], parts[1]);
        }
        String temporary =
                Path.of(System.getProperty("java.io.tmpdir"), "hubsh-" + USER).toString();

        assertThat(new LiveWiring(process(environment)).lockDirectories(USER))
                .extracting(Path::toString)
                .isEqualTo(List.of(folders.replace("TMP", temporary).split(" ", -1)));
    }

    private static ProcessEnvironment process(Map<String, String> environment) {
        return new ProcessEnvironment(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                environment,
                Path.of(""),
                false,
                false,
                false);
    }
}
