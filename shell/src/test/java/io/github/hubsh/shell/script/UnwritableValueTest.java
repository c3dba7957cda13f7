package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script saw of a value that no pickle holds, and the object that is shown in the same way. */
final class UnwritableValueTest {
    /** Columns: what a script saw, as JSON; the class, arguments and state of the object. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"__class__":"lab.Probe"}                       | lab.Probe | []    |
            {"__class__":"lab.Probe","args":[1,null]}       | lab.Probe | [1,null] |
            {"__class__":"lab.Probe","args":[],"x":null}    | lab.Probe | []    | {"x":null}
            {"x":1,"__class__":"lab.Probe","args":[2]}      | lab.Probe | [2]   | {"x":1}
            {"__class__":"lab.Probe","args":"two"}          | lab.Probe | []    | {"args":"two"}
            """)
    void an_object_keeps_its_class_its_arguments_and_its_state(
            String seen, String className, String arguments, String state) throws ContentException {
        Opaque object = (Opaque) UnwritableValue.of(Json.parse(seen));

        assertThat(object.className()).isEqualTo(className);
        assertThat(Json.write(object.arguments())).isEqualTo(arguments);
        assertThat(object.state()).isEqualTo(state == null ? null : Json.parse(state));
        assertThat(object.maker()).isEqualTo(Opaque.Maker.OTHER);
        assertThat(Json.parse(Json.write(object)))
                .as("what a script sees of it again")
                .isEqualTo(Json.parse(seen.replace(",\"args\":[]", "")));
    }

    @Test
    void a_name_of_python_is_one_again() throws ContentException {
        assertThat(UnwritableValue.of(Json.parse("{\"__global__\":\"lab.probe\",\"__class__\":\"x\"}")))
                .isEqualTo(new Global("lab.probe"));
    }

    @Test
    void a_text_that_names_a_time_zone_is_one() {
        assertThat(UnwritableValue.of("Europe/Berlin")).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(UnwritableValue.of("no zone")).isEqualTo("no zone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "[\"Europe/Berlin\"]", "{}", "{\"__class__\":1}", "{\"__global__\":[\"a\"]}"})
    void anything_else_stays_as_it_is(String json) throws ContentException {
        Object seen = Json.parse(json);

        assertThat(UnwritableValue.of(seen)).isSameAs(seen);
    }
}
