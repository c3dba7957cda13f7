package io.github.hubsh.shell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.session.network.ArgumentSchema;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SchemaReaderTest {
    @Test
    void a_complete_description_is_read_in_whole() throws ContentException {
        KnownCommand command = read("""
            {"documentation": "moves", "mime": "application/json", "examples": [{"x": 1}, "no object"],
             "arguments": {"required": ["x"], "additionalProperties": false, "properties": {
               "x": {"type": "integer", "minimum": 0, "maximum": 9, "description": "where", "unit": "mm"},
               "mode": {"type": ["string", "null"], "enum": ["fast", null, "slow"], "default": null}}}}
            """);

        assertThat(command)
                .isEqualTo(new KnownCommand(
                        "move",
                        KnowledgeOrigin.DESCRIBED,
                        "moves",
                        true,
                        false,
                        List.of(
                                argument(
                                        "x",
                                        true,
                                        new ArgumentSchema(
                                                List.of("integer"), List.of(), 0L, 9L, false, null, "where", "mm")),
                                argument(
                                        "mode",
                                        false,
                                        new ArgumentSchema(
                                                List.of("string", "null"),
                                                List.of("fast", "slow"),
                                                null,
                                                null,
                                                true,
                                                null,
                                                "",
                                                ""))),
                        List.of(Map.of("x", 1L)),
                        "application/json"));
    }

    @Test
    void without_arguments_a_command_is_open_and_unpublished() throws ContentException {
        KnownCommand command = read("{}");

        assertThat(command.published()).isFalse();
        assertThat(command.openEnded()).isTrue();
        assertThat(command.arguments()).isEmpty();
        assertThat(command.documentation()).isEmpty();
    }

    @Test
    void what_does_not_look_as_it_should_is_left_out() throws ContentException {
        KnownCommand command = read("""
            {"documentation": 7, "mime": [], "examples": {"x": 1},
             "arguments": {"required": "x", "properties": {
               "": {}, "x": {"type": [1, "", "string"], "enum": 3, "minimum": "low", "maximum": null}}}}
            """);

        assertThat(command.documentation()).isEmpty();
        assertThat(command.mime()).isEmpty();
        assertThat(command.examples()).isEmpty();
        assertThat(command.arguments())
                .containsExactly(argument("x", false, ArgumentSchema.ofTypes(List.of("string"))));
    }

    @Test
    void no_more_arguments_than_the_limit_and_no_overlong_name() throws ContentException {
        String properties = "\"" + "n".repeat(Limits.MAX_NAME_LENGTH + 1) + "\": {}, \"a\": {}, \"b\": {}, \"c\": {}";

        KnownCommand command = read("{\"arguments\": {\"properties\": {" + properties + "}}}");

        assertThat(command.argumentNames()).containsExactly("a", "b");
    }

    private static KnownArgument argument(String name, boolean required, ArgumentSchema schema) {
        return new KnownArgument(name, KnowledgeOrigin.DESCRIBED, required, schema, List.of());
    }

    private static KnownCommand read(String json) throws ContentException {
        return new SchemaReader(KnowledgeOrigin.DESCRIBED, 2).command("move", (Map<?, ?>) Json.parse(json));
    }
}
