package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the variables of a process mean; they stand in one text, with blanks between. */
final class ProcessEnvironmentTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                   | UTF-8
            LANG=C                               | US-ASCII
            LANG=POSIX                           | US-ASCII
            LANG=en_US                           | UTF-8
            LANG=C.UTF-8                         | UTF-8
            LANG=de_DE.ISO-8859-15@euro          | ISO-8859-15
            LANG=ca_ES@valencia                  | UTF-8
            LANG=ja_JP.EUC-JP                    | EUC-JP
            LANG=en_US.no-such-charset           | UTF-8
            LANG=en_US.                          | UTF-8
            LANG=C LC_CTYPE=en_US.UTF-8          | UTF-8
            LANG=en_US.UTF-8 LC_CTYPE=C          | US-ASCII
            LANG=C LC_CTYPE=C LC_ALL=en_US.UTF-8 | UTF-8
            LC_ALL= LC_CTYPE= LANG=C             | US-ASCII
            """)
    void the_locale_says_the_charset(String variables, String charset) {
        assertThat(process(variables, "").charset()).hasToString(charset);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``             | 80
            COLUMNS=132    | 132
            COLUMNS=20     | 20
            COLUMNS=19     | 80
            COLUMNS=0      | 80
            COLUMNS=-5     | 80
            COLUMNS=wide   | 80
            COLUMNS=99999  | 99999
            """)
    void the_width_is_that_of_the_environment(String variables, int width) {
        assertThat(process(variables, "").width()).isEqualTo(width);
    }

    /** Columns: which streams are terminals; whether a prompt makes sense. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `` | false
            i  | false
            oe | false
            io | true
            ie | true
            """)
    void a_prompt_needs_a_terminal_to_type_at_and_one_to_look_at(String terminals, boolean prompt) {
        assertThat(process("", terminals).isForPrompt()).isEqualTo(prompt);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``         | true
            TERM=dumb  | true
            TERM=xterm | false
            """)
    void a_terminal_without_a_name_only_prints(String variables, boolean dumb) {
        assertThat(process(variables, "").isDumb()).isEqualTo(dumb);
    }

    /** Columns: the variables; the pager. FOLDER has an executable {@code less}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PAGER=more PATH=FOLDER         | more
            PAGER=cat PATH=FOLDER          | null
            PAGER= PATH=FOLDER             | null
            PATH=FOLDER                    | less
            PATH=/no/such:relative:FOLDER  | less
            PATH=/no/such                  | null
            PATH=relative                  | null
            ``                             | null
            """)
    void the_pager_is_the_users_or_less_where_there_is_one(String variables, String pager) throws IOException {
        Path less = Files.createFile(folder.resolve("less"));
        assertThat(less.toFile().setExecutable(true)).isTrue();

        assertThat(String.valueOf(process(variables.replace("FOLDER", folder.toString()), "")
                        .pager()))
                .isEqualTo(pager);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            HOME=/h                                   | /h/.local/state/hubsh/history | /h/.cache/hubsh | /h/.config/hubsh/x
            HOME=/h XDG_STATE_HOME=/s                 | /s/hubsh/history | /h/.cache/hubsh | /h/.config/hubsh/x
            HOME=/h XDG_CACHE_HOME=c                  | /h/.local/state/hubsh/history | /h/.cache/hubsh | /h/.config/hubsh/x
            XDG_CACHE_HOME=/c XDG_CONFIG_HOME=/f      | null | /c/hubsh | /f/hubsh/x
            ``                                        | null | null | null
            """)
    void files_are_where_the_xdg_specification_wants_them(
            String variables, String history, String cache, String configuration) {
        ProcessEnvironment process = process(variables, "");

        assertThat(String.valueOf(process.history())).isEqualTo(history);
        assertThat(String.valueOf(process.cache())).isEqualTo(cache);
        assertThat(String.valueOf(process.configFile("x"))).isEqualTo(configuration);
    }

    /** Columns: the variables, the file that is there, and whether anything is configured. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            XDG_CONFIG_HOME=FOLDER                   | -                  | false
            XDG_CONFIG_HOME=FOLDER                   | hubsh/config.toml  | true
            XDG_CONFIG_HOME=FOLDER                   | hubsh/saved.json   | true
            XDG_CONFIG_HOME=FOLDER                   | .hubsh.toml        | true
            ``                                       | hubsh/config.toml  | false
            HUBSH_HUB=tcp://a:1                      | -                  | false
            HUBSH_TIMEOUT=3s                         | -                  | true
            HUBSH_TIMEOUT=                           | -                  | false
            """)
    void a_file_or_a_variable_is_a_configuration(String variables, String file, boolean configured) throws IOException {
        Files.createDirectories(folder.resolve("hubsh"));
        if (!file.equals("-")) {
            Files.createFile(folder.resolve(file));
        }

        assertThat(process(variables.replace("FOLDER", folder.toString()), "").isConfigured())
                .isEqualTo(configured);
    }

    @Test
    void the_nearest_projects_file_counts() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("a/b"));
        Files.createFile(folder.resolve(".hubsh.toml"));
        Files.createDirectories(deep.resolve(".hubsh.toml"));

        assertThat(process("", "", deep).projectFile()).isEqualTo(folder.resolve(".hubsh.toml"));
        Files.createFile(folder.resolve("a/.hubsh.toml"));
        assertThat(process("", "", deep).projectFile()).isEqualTo(folder.resolve("a/.hubsh.toml"));
    }

    /** Columns: the locale; which streams are terminals; which of them get a stream of their own. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            LANG=C.UTF-8 | oe | ``
            LANG=C       | `` | ``
            LANG=C       | o  | o
            LANG=C       | e  | e
            LANG=C       | oe | oe
            """)
    void a_terminal_of_another_charset_is_written_in_that(String variables, String terminals, String own) {
        ProcessEnvironment process = process(variables, terminals);

        ProcessEnvironment localized = process.withLocale();

        assertThat((localized.out() == process.out() ? "" : "o") + (localized.err() == process.err() ? "" : "e"))
                .isEqualTo(own);
    }

    private ProcessEnvironment process(String variables, String terminals) {
        return process(variables, terminals, folder);
    }

    private static ProcessEnvironment process(String variables, String terminals, Path directory) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables.isEmpty() ? new String[0] : variables.split(" ", -1)) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        return new ProcessEnvironment(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                environment,
                directory,
                terminals.contains("i"),
                terminals.contains("o"),
                terminals.contains("e"));
    }
}
