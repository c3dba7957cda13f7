package io.github.hubsh.shell.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.render.OutputFormat;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.word.Durations;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of settings: what each accepts, and what other rooms find in it. */
final class SettingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            context     | lab      | lab      | a/b
            context     | none     | none     | ''
            hub         | tcp://h:1 | tcp://h:1 | h
            name        | ann      | ann      | ' '
            timeout     | 250ms    | 250ms    | soon
            timeout     | 2.5      | 2.5      | ''
            format      | jsonl    | jsonl    | yaml
            quiet       | yes      | true     | maybe
            quiet       | 1        | true     | Yes
            check       | no       | false    | No
            check       | false    | false    | 00
            color       | never    | never    | on
            check       | off      | false    | ''
            pager       | 0        | false    | 2
            suggestions | true     | true     | TRUE
            hints       | on       | true     | auto
            server-key  | hub.pub  | hub.pub  | ' '
            key         | ann.key  | ann.key  | ''
            insecure    | yes      | true     | ann
            hub-name    | lab      | lab      | ' '
            join        | nats://a:4222,nats://b:4222 | nats://a:4222,nats://b:4222 | ''
            cluster     | room     | room     | ''
            join-creds  | hub.creds | hub.creds | ' '
            join-tls    | tls      | tls      | ''
            """)
    void a_variable_is_read_as_its_setting_or_refused(String key, String text, String value, String refused) {
        Setting setting = setting(key);
        assertThat(setting.readText(text)).hasToString(value);
        assertThat(setting.readText(refused)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"quiet,true", "check,false", "pager,on"})
    void a_file_says_true_or_false_without_quotes(String key, String text) {
        assertThat(setting(key).read(text)).isNull();
        assertThat(setting(key).read(true)).isEqualTo(true);
    }

    @Test
    void a_file_may_give_a_time_as_a_number() {
        assertThat(Setting.TIMEOUT.read(2L)).isEqualTo("2");
        assertThat(Setting.TIMEOUT.read(2.5)).isEqualTo("2.5");
        assertThat(Setting.TIMEOUT.read(true)).isNull();
        assertThat(Setting.TIMEOUT.read(null)).isNull();
    }

    @Test
    void every_default_is_a_value_of_its_setting() {
        for (Setting setting : Setting.values()) {
            Object value = setting.defaultValue();
            assertThat(value == null || setting.read(value) != null)
                    .as(setting.key())
                    .isTrue();
        }
        assertThat(Durations.parse(String.valueOf(Setting.TIMEOUT.defaultValue())))
                .isEqualTo(SessionSettings.DEFAULT_TIMEOUT);
    }

    @Test
    void every_key_and_variable_and_word_finds_its_setting() {
        for (Setting setting : Setting.values()) {
            assertThat(Setting.of(setting.key())).isSameAs(setting);
            assertThat(setting.variable())
                    .isEqualTo("HUBSH_" + setting.key().toUpperCase(Locale.ROOT).replace('-', '_'));
            assertThat(setting.words()).allMatch(word -> Setting.ofWord(word) == setting);
        }
        assertThat(Setting.of("HUB")).isNull();
        assertThat(Setting.ofWord("format")).isNull();
    }

    @Test
    void set_takes_a_time_and_switches() {
        assertThat(Setting.allWords())
                .containsExactly("timeout", "json", "raw", "table", "quiet", "check", "pager", "suggestions", "hints");
        assertThat(Setting.allWords().stream().filter(word -> !Setting.isSwitch(word)))
                .containsExactly("timeout");
        assertThat(Setting.isSwitch("color")).isFalse();
    }

    @Test
    void the_formats_are_those_of_the_renderer_and_of_the_options() {
        assertThat(Setting.FORMAT.choices().stream().map(OutputFormat::named).distinct())
                .containsExactlyInAnyOrder(OutputFormat.values());
        assertThat(Stream.of(OutputFormat.values()).map(format -> format.name().toLowerCase(Locale.ROOT)))
                .allMatch(Setting.FORMAT.choices()::contains);
        assertThat(Option.FORMATS.stream().map(Option::name))
                .containsAll(Setting.FORMAT.choices().stream()
                        .filter(choice -> !choice.equals(Setting.FORMAT.defaultValue()))
                        .map(choice -> "--" + choice)
                        .toList());
    }

    /** Columns: a setting, whether only the user decides it, and what its value has to be. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            context    | false | the name of a context, or none
            hub        | false | a URI such as tcp://localhost:31000
            name       | false | a name
            timeout    | false | a time such as "500ms", "5s", "2m" or "1h"
            server-key | true  | the name of a file
            key        | true  | the name of a file
            insecure   | true  | true or false
            format     | false | one of auto, json, jsonl, raw, table
            color      | false | one of auto, always, never
            hub-name   | false | a name
            join       | false | servers such as "nats://a:4222,nats://b:4222"
            cluster    | false | a name
            join-creds | true  | the name of a file
            join-tls   | true  | the name of a file
            """)
    void a_setting_says_what_it_expects_and_whether_only_the_user_decides_it(
            String key, boolean personal, String expected) {
        assertThat(setting(key).isPersonal()).isEqualTo(personal);
        assertThat(setting(key).expected()).isEqualTo(expected);
        assertThat(setting(key).option()).isEqualTo("--" + key);
        assertThat(Setting.keys()).contains(key);
    }

    private static Setting setting(String key) {
        Setting setting = Setting.of(key);

        return Objects.requireNonNull(setting);
    }
}
