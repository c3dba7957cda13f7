package io.github.hubsh.core.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.message.InvalidMessageException;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.testkit.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the published schema says of a message. That the reader says the same is {@code AgreementTest}'s. */
final class MessageSchemaTest {
    static final List<String> SAMPLES = Samples.ALL;

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void a_message_with_every_field_is_valid(String message) {
        assertThat(MessageSchema.validate(message)).isEmpty();
        assertThat(MessageSchema.validate(message.getBytes(UTF_8))).isEmpty();
        MessageSchema.requireValid(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "version":"0.4"  | "version":"0.6"  | header.version          | enumeration
            "version":"0.4"  | "version":0.4    | header.version          | enumeration
            "msg_type":"exe  | "msg_type":"pan  | header.msg_type         | enumeration
            "session":"s-1", |                  | header                  | 'session'
            "source":"client"| "source":null    | header.source           | string expected
            "silent":true    | "silent":null    | content.silent          | boolean expected
            "status":"ok"    | "status":"fine"  | content.status          | enumeration
            _count":3        | _count":"3"      | content.execution_count | number expected
            "ename"          | "name"           | content.error           | 'ename'
            "line 2"         | 2                | content.error.traceback.1 | string expected
            """)
    void a_violation_names_the_field(String valid, String invalid, String path, String says) {
        String message = Samples.EXECUTE_REPLY.replaceFirst(valid, invalid == null ? "" : invalid);
        List<Violation> violations = MessageSchema.validate(message);
        assertThat(violations).anySatisfy(violation -> {
            assertThat(violation.path()).isEqualTo(path);
            assertThat(violation.message()).contains(says);
        });
        assertThatThrownBy(() -> MessageSchema.requireValid(message))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{not json", "{} {}", "[1]", "7", "null", "{}", "{\"header\":7}"})
    void what_is_no_message_is_a_violation(String text) {
        assertThat(MessageSchema.validate(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "-Infinity", "1e400", "123456789012345678901234567890", "null", "[{}]", "\"x\""})
    void data_may_be_anything_that_a_peer_can_write(String data) {
        assertThat(MessageSchema.validate(Samples.EXECUTE_REQUEST.replace("\"e30=\"", data)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"a text\"", "[]", "7", "{\"ename\":\"E\"}"})
    void an_error_may_be_a_text_as_every_peer_in_the_field_sends_it(String error) {
        String message = Samples.EXECUTE_REPLY.replaceFirst("\"error\":\\{.*?\\}", "\"error\":" + error);
        assertThat(MessageSchema.validate(message)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_message_type_has_a_schema_of_its_own(MessageType type) {
        assertThat(MessageSchema.schema(type))
                .contains("\"#/definitions/" + type.wireName() + "\"")
                .contains("draft-04");
    }

    @Test
    void a_definition_that_does_not_exist_is_refused() {
        assertThat(MessageSchema.schema("header")).contains("msg_id");
        assertThatThrownBy(() -> MessageSchema.schema("footer"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the message schema defines no 'footer'");
    }

    @Test
    void the_whole_schema_is_published_beside_the_class() {
        assertThat(MessageSchema.schema()).contains("\"$schema\"", "\"execute_reply\"");
    }
}
