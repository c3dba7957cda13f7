package io.github.hubsh.shell.session.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With which locale a command of the user starts. */
final class UserCommandTest {
    private final @Nullable String before = System.getProperty(UserCommand.LOCALE);

    @AfterEach
    void put_back() {
        set(before);
    }

    @Test
    void a_command_gets_the_variables_of_this_process() {
        set(null);
        ProcessBuilder command = UserCommand.of("ls", "-l");

        assertThat(command.command()).containsExactly("ls", "-l");
        assertThat(command.environment()).isEqualTo(System.getenv());
    }

    @Test
    void a_command_gets_the_locale_that_the_launcher_replaced_and_the_other_variables_as_they_are() {
        set("de_DE");
        Map<String, String> expected = new HashMap<>(System.getenv());
        expected.put("LC_ALL", "de_DE");

        assertThat(UserCommand.of("ls").environment()).isEqualTo(expected);
    }

    @Test
    void a_command_gets_no_locale_where_the_launcher_has_set_one_and_the_user_had_none() {
        set("");

        assertThat(UserCommand.of("ls").environment()).doesNotContainKey("LC_ALL");
    }

    /** Columns: what LC_ALL is, what it was, and what it is then; empty for none. */
    @ParameterizedTest
    @CsvSource({"C.UTF-8, de_DE, de_DE", "C.UTF-8, '',", ", de_DE, de_DE", ", '',"})
    void a_locale_is_put_back_to_what_it_was(@Nullable String now, String earlier, @Nullable String then) {
        Map<String, String> environment = new HashMap<>(Map.of("LANG", "C"));
        if (now != null) {
            environment.put("LC_ALL", now);
        }

        UserCommand.restoreLocale(environment, earlier);

        assertThat(environment.get("LC_ALL")).isEqualTo(then);
        assertThat(environment).containsEntry("LANG", "C").hasSize(then == null ? 1 : 2);
    }

    private static void set(@Nullable String locale) {
        String unused = locale == null
                ? System.clearProperty(UserCommand.LOCALE)
                : System.setProperty(UserCommand.LOCALE, locale);
    }
}
