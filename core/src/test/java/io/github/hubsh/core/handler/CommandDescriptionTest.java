package io.github.hubsh.core.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.ContentException;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CommandDescriptionTest {
    @Test
    void every_keyword_of_the_schema_is_published() {
        CommandDescription dispense = CommandDescription.of("dispense a volume")
                .argument("volume_ul", "number", "how much")
                .required()
                .unit("µL")
                .between(0, 1000)
                .argument("mode", "string", "how")
                .oneOf("fast", "slow")
                .defaultsTo("slow")
                .example(Map.of("volume_ul", 5));

        assertThat(Json.writeIndented(dispense.published())).isEqualTo("""
                        {
                          "documentation": "dispense a volume",
                          "arguments": {
                            "type": "object",
                            "properties": {
                              "volume_ul": {
                                "type": "number",
                                "description": "how much",
                                "unit": "µL",
                                "minimum": 0,
                                "maximum": 1000
                              },
                              "mode": {
                                "type": "string",
                                "description": "how",
                                "enum": [
                                  "fast",
                                  "slow"
                                ],
                                "default": "slow"
                              }
                            },
                            "required": [
                              "volume_ul"
                            ],
                            "additionalProperties": false
                          },
                          "examples": [
                            {
                              "volume_ul": 5
                            }
                          ]
                        }""");
    }

    @Test
    void a_keyword_before_any_argument_is_our_callers_mistake() {
        assertThatThrownBy(() -> CommandDescription.of("x").required())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call argument() first");
    }

    @Test
    void describe_answers_every_command_and_those_that_say_nothing_without_a_schema() throws ContentException {
        Handlers handlers = new Handlers()
                .add("quiet", call -> null)
                .add("stop", Payload.JSON, CommandDescription.of("stop at once"), call -> null);
        ExecuteRequest request =
                Messages.create().executeRequest("a", "b", Handlers.DESCRIBE, Payload.NONE, false, false);

        Handlers.Outcome outcome = handlers.start(request).join();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Handlers.Result.class,
                        result -> assertThat(result.payload().mimeType()).isEqualTo(Payload.JSON));
        Map<?, ?> answer = (Map<?, ?>) ContentData.decode(((Handlers.Result) outcome).payload());
        Map<?, ?> commands = (Map<?, ?>) answer.get("commands");
        assertThat(answer.get("version")).isEqualTo(1L);
        assertThat(commands.keySet()).map(String::valueOf).containsExactly("describe", "quiet", "stop");
        assertThat((Map<?, ?>) commands.get("quiet")).isEmpty();
        assertThat(((Map<?, ?>) commands.get("stop")).get("documentation")).isEqualTo("stop at once");
    }
}
