package io.github.hubsh.shell.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.session.HubContext;
import io.github.hubsh.shell.session.HubKeys;
import io.github.hubsh.shell.syntax.Setting;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The content of the program's own file, as JSON. */
final class SavedSettingsTest {
    /** Columns: what stands in the file for one context, and what is read of it; a dash where it is none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "lab": {"uri": "tcp://a:1"}                     | lab tcp://a:1 null null {} false false null null false
            "lab": {"uri": "tcp://a:1", "name": "me"}       | lab tcp://a:1 me null {} false false null null false
            "lab": {"uri": "tcp://a:1", "timeout": "500ms"} | lab tcp://a:1 null PT0.5S {} false false null null false
            "lab": {"uri": "tcp://a:1", "timeout": "soon"}  | lab tcp://a:1 null null {} false false null null false
            "lab": {"uri": "tcp://a:1", "timeout": 5}       | lab tcp://a:1 null null {} false false null null false
            "lab": {"uri": "tcp://a:1", "name": 5}          | lab tcp://a:1 null null {} false false null null false
            "lab": {"uri": "tcp://a:1", "readonly": true}   | lab tcp://a:1 null null {} true false null null false
            "lab": {"uri": "tcp://a:1", "readonly": "yes"}  | lab tcp://a:1 null null {} false false null null false
            "lab": {"uri": "tcp://a:1", "confirm": true}    | lab tcp://a:1 null null {} false true null null false
            "lab": {"uri": "tcp://a:1", "aliases": {"a": "ping hub"}} | lab tcp://a:1 null null {a=ping hub} false false null null false
            "lab": {"uri": "tcp://a:1", "aliases": ["a"]}   | lab tcp://a:1 null null {} false false null null false
            "lab": {"uri": "tcp://a:1", "server-key": "s", "key": "k", "insecure": true} | lab tcp://a:1 null null {} false false s k true
            "lab": {"uri": "tcp://a:1", "server-key": 5, "insecure": 1} | lab tcp://a:1 null null {} false false null null false
            "lab": {"uri": "tcp://a:1", "later": [1]}       | lab tcp://a:1 null null {} false false null null false
            "lab": {"uri": 5}                               | -
            "lab": {}                                       | -
            "lab": "tcp://a:1"                              | -
            "-": {"uri": "tcp://a:1"}                       | -
            "a/b": {"uri": "tcp://a:1"}                     | -
            """)
    void a_context_is_read_as_far_as_it_is_understood(String context, String expected) throws Exception {
        SavedSettings saved = saved("{\"contexts\":{" + context + "}}");
        assertThat(saved.contexts().values().stream()
                        .map(SavedSettingsTest::text)
                        .toList())
                .hasToString(expected.equals("-") ? "[]" : "[" + expected + "]");
    }

    @Test
    void a_context_is_written_without_what_is_as_usual_and_read_again() throws Exception {
        HubContext plain = new HubContext("plain", "tcp://a:1", null, null, Map.of(), false, false);
        HubContext full = new HubContext(
                        "full", "tcp://b:2", "me", Duration.ofMillis(1500), Map.of("a", "ping hub"), true, true)
                .withKeys(new HubKeys("s.key", "me.key", true));
        SavedSettings saved = saved("{}");

        saved.put(plain);
        saved.put(full);

        assertThat(saved.contexts()).isEqualTo(Map.of("plain", plain, "full", full));
        assertThat(Json.write(requireNonNull(saved.content().get("contexts"))))
                .isEqualTo("{\"plain\":{\"uri\":\"tcp://a:1\"},\"full\":{\"uri\":\"tcp://b:2\",\"timeout\":\"1500ms\","
                        + "\"name\":\"me\",\"aliases\":{\"a\":\"ping hub\"},\"readonly\":true,\"confirm\":true,"
                        + "\"server-key\":\"s.key\",\"key\":\"me.key\",\"insecure\":true}}");
    }

    /** Columns: the file, a context that is chosen or removed, and the file then. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                | keep a   | {"previous":"none","current":"a"}
            {"current":"a"}                   | keep a   | {"current":"a"}
            {"current":"a"}                   | keep b   | {"current":"b","previous":"a"}
            {"current":"b","previous":"a"}    | keep a   | {"current":"a","previous":"b"}
            {"current":5}                     | keep a   | {"current":"a","previous":"none"}
            {"current":"a","previous":"b"}    | remove a | {"previous":"b","contexts":{}}
            {"current":"b","previous":"a"}    | remove a | {"current":"b","contexts":{}}
            {"contexts":{"a":{},"b":{}}}      | remove a | {"contexts":{"b":{}}}
            {"contexts":5}                    | remove a | {"contexts":{}}
            """)
    void the_current_context_and_the_one_before_are_kept(String file, String change, String expected) throws Exception {
        SavedSettings saved = saved(file);
        if (change.startsWith("keep ")) {
            saved.keepCurrent(change.substring(5));
        } else {
            saved.remove(change.substring(7));
        }
        assertThat(Json.write(saved.content())).isEqualTo(expected);
    }

    @Test
    void aliases_and_settings_are_added_replaced_and_removed_and_the_rest_stays() throws Exception {
        SavedSettings saved = saved("{\"later\":[1],\"aliases\":{\"a\":\"ping hub\"},\"settings\":{\"new\":{}}}");
        saved.alias("b", "plugins");
        saved.alias("a", " ");
        saved.setting("timeout", "5s");
        saved.setting("quiet", true);
        saved.setting("quiet", null);
        assertThat(Json.write(saved.content()))
                .isEqualTo("{\"later\":[1],\"aliases\":{\"b\":\"plugins\"},"
                        + "\"settings\":{\"new\":{},\"timeout\":\"5s\"}}");
    }

    /** Columns: the file, the settings in the layer that it is, and the aliases. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                      | {}                | {}
            {"settings":{"quiet":true}}             | {QUIET=true}      | {}
            {"settings":{"quiet":"loud"}}           | {}                | {}
            {"settings":{"later":true}}             | {}                | {}
            {"settings":[1]}                        | {}                | {}
            {"current":"lab"}                       | {CONTEXT=lab}     | {}
            {"current":5}                           | {}                | {}
            {"aliases":{"p":"ping hub"}}            | {}                | {p=ping hub}
            {"aliases":{"p":5}}                     | {}                | {}
            {"aliases":{"ping":"plugins"}}          | {}                | {}
            {"aliases":{"1":"plugins"}}             | {}                | {}
            """)
    void the_layer_has_what_is_understood(String file, String settings, String aliases) throws Exception {
        Layer layer = saved(file).layer("saved");
        Map<Setting, String> found = new LinkedHashMap<>();
        layer.settings().forEach((setting, value) -> found.put(setting, value.text()));
        Map<String, String> lines = new LinkedHashMap<>();
        layer.aliases().forEach((name, line) -> lines.put(name, line.text()));
        assertThat(found).hasToString(settings);
        assertThat(lines).hasToString(aliases);
        assertThat(layer.settings().values()).allMatch(value -> value.origin().equals("saved"));
    }

    private static SavedSettings saved(String json) throws Exception {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        ((Map<?, ?>) requireNonNull(Json.parse(json))).forEach((key, value) -> content.put((String) key, value));
        return new SavedSettings(content);
    }

    private static String text(HubContext context) {
        HubKeys keys = context.keys();
        return String.join(
                " ",
                context.name(),
                context.uri(),
                context.ownName(),
                String.valueOf(context.timeout()),
                context.aliases().toString(),
                context.readonly() + " " + context.confirm(),
                keys.serverKey() + " " + keys.ownKey() + " " + keys.insecure());
    }
}
