package io.github.hubsh.shell.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message of a recording, known by what its line begins with, and read as a whole when someone asks. */
final class RecordedMessageTest {
    private static final String BEGINNING = """
            {"time":"2024-01-01T10:00:00Z","source":"ui","target":"pump","command":"run","session":"s1","type":""";

    @ParameterizedTest
    @CsvSource({
        "execute_request, true, false",
        "execute_reply, false, true",
        "connect_request, false, false",
        "Execute_Request, false, false"
    })
    void its_type_says_what_it_is(String type, boolean request, boolean reply) throws ContentException {
        RecordedMessage message = message('"' + type + "\"}");

        assertThat(message.isRequest()).isEqualTo(request);
        assertThat(message.isReply()).isEqualTo(reply);
    }

    @Test
    void a_request_is_read_from_what_was_received() {
        RecordedMessage request = exchange(Payload.JSON).get(0);

        assertThat(request.request()).isNotNull().satisfies(read -> {
            assertThat(read.header().target()).isEqualTo("pump");
            assertThat(read.command()).isEqualTo("run");
            assertThat(ContentData.decodeOrExplain(read.arguments())).isEqualTo(Map.of("ml", 3L));
        });
        assertThat(request.reply()).isNull();
        assertThat(request.broadcast().time()).isEqualTo(FakeRecording.START);
    }

    @Test
    void a_reply_is_read_from_what_was_received() {
        RecordedMessage reply = exchange(Payload.JSON).get(1);

        assertThat(reply.reply()).isNotNull().satisfies(read -> {
            assertThat(read.header().source()).isEqualTo("pump");
            assertThat(ContentData.decodeOrExplain(read.result())).isEqualTo(7L);
        });
        assertThat(reply.request()).isNull();
    }

    @Test
    void what_was_not_received_as_a_whole_is_read_from_the_rest_of_its_line() throws ContentException {
        assertThat(message("\"execute_request\",\"data\":{\"ml\":3}}").request())
                .isNotNull()
                .satisfies(read -> assertThat(ContentData.decodeOrExplain(read.arguments()))
                        .isEqualTo(Map.of("ml", 3L)));
        assertThat(message("\"execute_reply\",\"error\":\"dry\"}").reply())
                .isNotNull()
                .satisfies(read -> assertThat(read.failed()).isTrue());
    }

    /** A recording that someone has edited: the line says one thing, and the message in it another. */
    @Test
    void a_line_that_names_another_type_than_its_message_is_neither() throws ContentException {
        // Of arguments in pickle a recording keeps the whole message.
        List<RecordedMessage> exchange = exchange(Payload.PICKLE);
        RecordedMessage request = exchange.get(0);
        RecordedMessage reply = exchange.get(1);
        assertThat(request.request()).isNotNull();
        assertThat(reply.reply()).isNotNull();

        assertThat(changed(request, "execute_request", "execute_reply").reply()).isNull();
        assertThat(changed(reply, "execute_reply", "execute_request").request()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"execute_request\"", "\"execute_reply\""})
    void a_message_that_cannot_be_read_is_a_bad_file_which_says_where_it_stands(String type) throws ContentException {
        RecordedMessage broken = message(type + ",\"raw\":\"{\"}");

        for (Runnable read : List.<Runnable>of(broken::broadcast, () -> {
            Object unused = broken.isRequest() ? broken.request() : broken.reply();
        })) {
            assertThatThrownBy(read::run).isInstanceOfSatisfying(ShellException.class, wrong -> {
                assertThat(wrong.problem()).isEqualTo(Problem.BAD_FILE);
                assertThat(wrong.text())
                        .startsWith("cannot read the " + type.replace("\"", "") + " of ui at 2024-01-01T10:00:00Z: ");
            });
        }
    }

    /** A search for replies is not stopped by a request that cannot be read. */
    @Test
    void what_is_of_another_type_is_not_read_at_all() throws ContentException {
        assertThat(message("\"execute_request\",\"raw\":\"{\"}").reply()).isNull();
        assertThat(message("\"execute_reply\",\"raw\":\"{\"}").request()).isNull();
    }

    private static List<RecordedMessage> exchange(String mime) {
        RecordedExchange exchange = new Exchanges(
                        new FakeRecording()
                                .exchange("pump", "run", Map.of("ml", 3L), 7L, mime)
                                .reader(),
                        request -> true)
                .next();
        assertThat(exchange).isNotNull();
        return List.of(exchange.request(), exchange.reply());
    }

    /** Only the first place in the line says what the line is. */
    private static RecordedMessage changed(RecordedMessage message, String type, String other) throws ContentException {
        String line = new String(message.line(), UTF_8).replaceFirst("\"type\":\"" + type, "\"type\":\"" + other);
        return (RecordedMessage) LineReader.read(line.getBytes(UTF_8));
    }

    private static RecordedMessage message(String end) throws ContentException {
        return (RecordedMessage) LineReader.read((BEGINNING + end).getBytes(UTF_8));
    }
}
