package io.github.hubsh.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Route;
import io.github.hubsh.core.testkit.Mutations;
import io.github.hubsh.core.testkit.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way of reading never lets a message pass that the reader refuses, and never reads it in another way. */
final class RouteReaderTest {
    static final List<String> SAMPLES = samples();

    private final RepeatedTexts texts = new RepeatedTexts();

    @Test
    void a_request_and_a_reply_of_the_common_form_are_read() {
        assertThat(read(Samples.EXECUTE_REQUEST).route())
                .isEqualTo(new Route("client", "electrodes", MessageType.EXECUTE_REQUEST, "s-1", false));
        assertThat(read(plainReply()).route())
                .isEqualTo(new Route("client", "electrodes", MessageType.EXECUTE_REPLY, "s-1", true));
    }

    @Test
    void the_outline_of_a_request_is_what_the_reader_reads_without_the_data() throws MalformedMessageException {
        String text = Samples.EXECUTE_REQUEST
                .replaceFirst("\"header\":\\{", "\"header\" : {\"more\": [1],")
                .replace("\"set_state\"", " \"set\\u0020state\" ");
        byte[] bytes = text.getBytes(UTF_8);
        UnreadMessage unread = RouteReader.read(bytes, bytes.length, texts);
        ExecuteRequest outline = unread.outline(bytes).request();
        ExecuteRequest whole = (ExecuteRequest) MessageReader.read(bytes);
        assertThat(outline.header()).isEqualTo(whole.header());
        assertThat(outline.header().unknown()).containsKey("more");
        assertThat(outline.command()).isEqualTo("set state");
        assertThat(unread.outline(bytes).size()).isEqualTo(unread.outlineSize());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"\\u00e9\\n\\\"\"",
                "0",
                "-1.5e+10",
                "[]",
                "{}",
                "[1, {\"a\" : [null]}]",
                "true",
                " null ",
                "\"12345678\\\\\""
            })
    void any_data_is_stepped_over(String data) {
        assertThat(read(Samples.EXECUTE_REQUEST.replace("\"e30=\"", data))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01",
                "-",
                "1.",
                "1e",
                "+1",
                "NaN",
                "[1,]",
                "{\"a\"}",
                "\"\u00e9\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "tru",
                "\"\t\"",
                "",
                "\"open"
            })
    void what_is_not_of_the_common_form_is_left_to_the_reader(String data) {
        assertThat(read(Samples.EXECUTE_REQUEST.replace("\"e30=\"", data))).isNull();
    }

    @Test
    void what_has_rules_of_its_own_is_left_to_the_reader() {
        assertThat(read(Samples.CONNECT_REQUEST)).isNull();
        assertThat(read(Samples.CONNECT_REPLY)).isNull();
        assertThat(read(Samples.EXECUTE_REPLY)).isNull();
        assertThat(read(Samples.EXECUTE_REQUEST.replaceFirst("\\{", "{\"header\":{},")))
                .isNull();
        assertThat(read("[".repeat(100_000))).isNull();
        assertThat(read(Samples.EXECUTE_REQUEST.replace("\"e30=\"", "[".repeat(100) + "]".repeat(100))))
                .isNull();
        assertThat(read(Samples.EXECUTE_REQUEST.replace("\"e30=\"", "1".repeat(400))))
                .isNull();
    }

    @Test
    void what_follows_the_message_in_the_array_is_not_looked_at() {
        byte[] text = Samples.EXECUTE_REQUEST.getBytes(UTF_8);
        byte[] longer = Arrays.copyOf(text, text.length + 100);
        Arrays.fill(longer, text.length, longer.length, (byte) '"');
        assertThat(RouteReader.read(longer, text.length, texts)).isNotNull();
        for (int length = 0; length < text.length; length++) {
            assertThat(RouteReader.read(text, length, texts)).isNull();
        }
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void the_reader_agrees_after_every_single_change(String sample) {
        Mutations.all(sample).forEach(text -> assertAgreement(text.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void the_reader_agrees_after_random_changes(String sample) {
        Random random = new Random(20261129);
        for (int i = 0; i < 5000; i++) {
            assertAgreement(Mutations.random(sample, random).getBytes(UTF_8));
            assertAgreement(Mutations.randomBytes(sample.getBytes(UTF_8), random));
        }
    }

    private void assertAgreement(byte[] text) {
        UnreadMessage unread = RouteReader.read(text, text.length, texts);
        if (unread != null) {
            assertThat(unread.route()).as(() -> new String(text, UTF_8)).isEqualTo(route(text));
        }
    }

    private static Route route(byte[] text) {
        try {
            Message message = MessageReader.read(text);
            boolean silent =
                    message instanceof ExecuteRequest request ? request.silent() : ((ExecuteReply) message).silent();
            return new Route(
                    message.source(), message.target(), message.header().type(), message.session(), silent);
        } catch (MalformedMessageException e) {
            throw new AssertionError(new String(text, UTF_8), e);
        }
    }

    private @Nullable UnreadMessage read(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return RouteReader.read(bytes, bytes.length, texts);
    }

    private static List<String> samples() {
        List<String> samples = new ArrayList<>(Samples.ALL);
        samples.add(plainReply());
        samples.add(Samples.EXECUTE_REQUEST.replaceFirst("\\{", "{\"parent_header\":{\"source\":1},"));
        samples.add(plainReply().replaceFirst("\"header\"", " \"extra\" : [1, null] , \"header\""));
        return samples;
    }

    /** With an error that is a text, as reference peers send it. */
    private static String plainReply() {
        return Samples.EXECUTE_REPLY.replaceFirst("\"error\":\\{.*?\\}", "\"error\":\"Traceback: boom\"");
    }
}
