package io.github.hubsh.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.InvalidMessageException;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.schema.MessageSchema;
import io.github.hubsh.core.testkit.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies as peers in the field make them, against the schema. */
final class ReceivedMessageTest {
    private static final String ERROR =
            "\"error\":{\"ename\":\"ValueError\",\"evalue\":\"boom\",\"traceback\":[\"line 1\",\"line 2\"]}";

    @Test
    void a_valid_message_is_passed_on_as_it_came() throws MalformedMessageException {
        for (String sample : Samples.ALL) {
            byte[] json = sample.getBytes(UTF_8);
            assertThat(ReceivedMessage.read(json).json()).isSameAs(json);
        }
    }

    @Test
    void null_counts_as_absent_in_a_reply() throws MalformedMessageException {
        String content = "{\"command\":\"set_state\",\"status\":\"ok\",\"execution_count\":3,\"data\":null,"
                + "\"metadata\":null,\"silent\":null,\"error\":null,\"big\":123456789012345678901234567890,\"nan\":NaN}";
        ReceivedMessage received = read(Samples.EXECUTE_REPLY.replaceFirst("\\{\"command.*", content + "}"));

        ExecuteReply reply = (ExecuteReply) received.message();
        assertThat(reply.failed()).isFalse();
        assertThat(reply.silent()).isFalse();
        assertThat(reply.result()).isEqualTo(Payload.NONE);
        assertThat(new String(received.json(), UTF_8))
                .endsWith("\"execution_count\":3,\"big\":123456789012345678901234567890,\"nan\":NaN}}");
        assertThat(MessageSchema.validate(received.json())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "abort"})
    void a_reply_may_fail_by_its_status_alone(String status) throws MalformedMessageException {
        String content = "{\"command\":\"set_state\",\"status\":\"" + status + "\",\"execution_count\":3}";
        ReceivedMessage received = read(Samples.EXECUTE_REPLY.replaceFirst("\\{\"command.*", content + "}"));

        assertThat(((ExecuteReply) received.message()).error())
                .isEqualTo(RemoteError.ofText("the status of the reply is '" + status + "'"));
    }

    @Test
    void null_is_invalid_in_a_request() {
        String request = Samples.EXECUTE_REQUEST.replace("\"silent\":false", "\"silent\":null");
        assertThatThrownBy(() -> read(request))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("content.silent: expected true or false, found null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | {}",
                "{\"message\": \"boom\"} | {\"message\":\"boom\"}",
                "{\"ename\": 5} | {\"ename\":5}",
                "{\"ename\": \"E\", \"traceback\": \"a text\"} | {\"ename\":\"E\",\"traceback\":\"a text\"}",
                "[1, {\"a\": null}] | [1,{\"a\":null}]",
                "false | false",
                "0 | 0",
            })
    void an_error_of_any_form_is_an_error(String error, String text) throws MalformedMessageException {
        ReceivedMessage received = read(Samples.EXECUTE_REPLY.replace(ERROR, "\"error\":" + error));

        assertThat(((ExecuteReply) received.message()).error()).isEqualTo(RemoteError.ofText(text));
        assertThat(MessageSchema.validate(received.json())).isEmpty();
    }

    @Test
    void an_error_without_value_and_traceback_keeps_its_name() throws MalformedMessageException {
        String error = "\"error\":{\"ename\":\"Stop\",\"evalue\":null,\"traceback\":null}";
        ReceivedMessage received = read(Samples.EXECUTE_REPLY.replace(ERROR, error));

        assertThat(((ExecuteReply) received.message()).error()).isEqualTo(new RemoteError("Stop", "", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"status\":\"ok\",", "\"execution_count\":3,", "\"command\":\"set_state\","})
    void what_is_invalid_otherwise_is_refused_with_its_header(String left) {
        String reply = Samples.EXECUTE_REPLY.replace(left, "").replace(ERROR, "\"error\":{}");
        assertThatThrownBy(() -> read(reply))
                .hasMessageEndingWith(": missing, expected " + (left.contains("count") ? "a number" : "a string"))
                .asInstanceOf(InstanceOfAssertFactories.type(MalformedMessageException.class))
                .satisfies(e -> assertThat(e.header().type()).isEqualTo(MessageType.EXECUTE_REPLY))
                .satisfies(e -> assertThat(e.isSilent()).isTrue());
    }

    @Test
    void a_reply_without_a_header_is_refused_with_that_of_its_request_turned_round() {
        String reply = Samples.EXECUTE_REPLY.replaceFirst("\"header\"", "\"head\"");
        assertThatThrownBy(() -> read(reply))
                .hasMessageContaining("header")
                .asInstanceOf(InstanceOfAssertFactories.type(MalformedMessageException.class))
                .satisfies(e -> assertThat(e.header().type()).isEqualTo(MessageType.EXECUTE_REPLY))
                .satisfies(e -> assertThat(e.header().session()).isEqualTo("s-1"));
    }

    @Test
    void a_text_that_is_not_utf_8_is_refused_with_its_header() {
        byte[] json = Samples.EXECUTE_REPLY.getBytes(UTF_8);
        json[Samples.EXECUTE_REPLY.indexOf("set_state")] = (byte) 0xE9;
        assertThatThrownBy(() -> ReceivedMessage.read(json))
                .hasMessage("JSON that is not UTF-8")
                .asInstanceOf(InstanceOfAssertFactories.type(MalformedMessageException.class))
                .satisfies(e -> assertThat(e.header().session()).isEqualTo("s-1"));
    }

    @Test
    void keys_beside_the_data_of_a_request_are_read_and_written() throws MalformedMessageException {
        String request =
                Samples.EXECUTE_REQUEST.replace("\"silent\"", "\"step_number\":3,\"list\":[null,NaN],\"silent\"");

        ExecuteRequest read = (ExecuteRequest) read(request).message();

        assertThat(read.more())
                .containsExactly(entry("step_number", 3L), entry("list", Arrays.asList(null, Double.NaN)));
        assertThat(MessageReader.read(MessageWriter.write(read))).isEqualTo(read);
        assertThatThrownBy(() -> read.with(Map.of("data", 1L)))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageStartingWith("content.data: ");
    }

    private static ReceivedMessage read(String json) throws MalformedMessageException {
        return ReceivedMessage.read(json.getBytes(UTF_8));
    }
}
