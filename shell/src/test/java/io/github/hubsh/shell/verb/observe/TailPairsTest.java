package io.github.hubsh.shell.verb.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.argument.ItemEvaluation;
import io.github.hubsh.shell.fake.FakeFiles;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.recording.TailFilter;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TailPairsTest {
    private static final Instant TEN = Instant.parse("2024-01-01T10:00:00Z");
    private static final String ALPHABET = "ab10.-=:@[]{}'\"\\ ;#|&>$,!\té電_";

    private final ShellBench bench = ShellBench.pipe();

    @Test
    void a_request_is_shown_with_its_reply_and_the_time_between() throws ContentException {
        hears(request("1", "pump", "start", Map.of("x", 1L)), TEN);
        hears(request("2", "pump", "stop", Map.of()), TEN);
        hears(reply("1", "start", 7L), TEN.plusMillis(12));

        assertThat(bench.run("tail --pairs --count 1")).isZero();

        assertThat(bench.screen.data()).isEqualTo("""
                        {"time":"2024-01-01T10:00:00Z","source":"ui","target":"pump","command":"start",\
                        "arguments":{"x":1},"result":7,"error":null,"round_trip_ms":12.0}
                        {"time":"2024-01-01T10:00:00Z","source":"ui","target":"pump","command":"stop",\
                        "arguments":{},"result":null,"error":"(unanswered)","round_trip_ms":null}
                        """);
    }

    @Test
    void data_that_cannot_be_read_is_marked_by_a_key() {
        Payload broken = new Payload("!", Map.of("mime_type", Payload.JSON));
        RequestReplyPairs pairs = new RequestReplyPairs(TailFilter.EVERYTHING, List.of());
        pairs.take(new TimedBroadcast(
                TEN,
                new ExecuteRequest(
                        new Header("1", "1", "", "ui", "pump", MessageType.EXECUTE_REQUEST, Header.VERSION),
                        "start",
                        broken,
                        false,
                        false),
                ""));

        Map<String, @Nullable Object> row = pairs.rest().get(0).facts();

        assertThat(row.get("arguments"))
                .isEqualTo(Map.of(
                        "unreadable", "data is not BASE64: character 0 is '!'", "mime_type", "application/json"));
    }

    @Test
    void what_has_no_reply_after_a_minute_is_unanswered() throws ContentException {
        hears(request("1", "pump", "start", Map.of()), TEN);
        hears(reply("9", "start", 7L), TEN.plusSeconds(61));

        assertThat(bench.run("tail --pairs --count 1")).isZero();

        assertThat(bench.screen.data()).contains("\"error\":\"(unanswered)\"").hasLineCount(1);
    }

    @Test
    void of_too_many_the_oldest_are_given_up() throws ContentException {
        RequestReplyPairs pairs = new RequestReplyPairs(TailFilter.EVERYTHING, List.of());
        for (int i = 0; i <= RequestReplyPairs.MAX_PAIRS; i++) {
            pairs.take(new TimedBroadcast(TEN, request("s" + i, "pump", "start", Map.of()), "{}"));
        }

        assertThat(pairs.overdue(TEN)).hasSize(1);
        assertThat(pairs.rest()).hasSize(RequestReplyPairs.MAX_PAIRS);
    }

    @Test
    void requests_are_written_as_lines_that_send_them_again() throws ContentException {
        hears(request("1", "pump", "start", Map.of("Voltage (V)", 100L)), TEN);

        assertThat(bench.run("tail --as-commands --count 1")).isZero();

        assertThat(bench.session.network.listened).isEqualTo(new BroadcastFilter(null, null, "execute_request"));
        assertThat(bench.screen.data()).isEqualTo("execute pump start 'Voltage (V)'=100\n");
    }

    @Test
    void requests_that_are_written_as_lines_can_be_chosen_by_an_expression() throws ContentException {
        hears(request("1", "pump", "start", Map.of("x", 1L)), TEN);
        hears(request("2", "pump", "start", Map.of("x", 2L)), TEN);
        hears(request("3", "valve", "start", Map.of("x", 2L)), TEN);

        assertThat(bench.run("tail pump --as-commands --where '.data.x == 2' --count 1"))
                .isZero();

        assertThat(bench.screen.data()).isEqualTo("execute pump start x=2\n");
    }

    @Test
    void pairs_are_chosen_by_plugin_command_and_expression() throws ContentException {
        for (String command : List.of("set_rate", "get_rate", "set_volume")) {
            hears(request(command, "lab.pump", command, Map.of()), TEN);
            hears(reply(command, command, command.length()), TEN.plusMillis(1));
        }

        assertThat(bench.run("tail '*.pump' --command 'set_*' --pairs --where '.result == 10' --count 1"))
                .isZero();

        assertThat(bench.screen.data()).contains("\"command\":\"set_volume\"").hasLineCount(1);
    }

    @Test
    void any_request_is_read_back_as_the_same() throws ContentException {
        long seed = 23;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Map<String, Object> sent = new LinkedHashMap<>();
            for (int count = random.nextInt(3); count > 0; count--) {
                sent.put(text(random), random.nextBoolean() ? random.nextLong() : text(random));
            }
            ExecuteRequest request = request("1", text(random), text(random), sent);
            hears(request, TEN);
            int before = bench.screen.data().length();
            bench.run("tail --as-commands --count 1");
            String line = bench.screen.data().substring(before).stripTrailing();

            Arguments read = LineParser.parse(line).get(0).arguments();

            assertThat(read.operand(0)).as(line).isEqualTo(request.header().target());
            assertThat(read.operand(1)).as(line).isEqualTo(request.command());
            assertThat(ItemEvaluation.evaluate(read.items(), new FakeFiles()))
                    .as(line)
                    .isEqualTo(sent);
        }
    }

    @Test
    void keys_beside_the_data_are_part_of_the_line() throws ContentException {
        hears(request("1", "plan", "goto_step", Map.of()).with(Map.of("step_number", 3L)), TEN);

        bench.run("tail --as-commands --count 1");

        assertThat(bench.screen.data()).isEqualTo("execute plan goto_step --content step_number=3\n");
    }

    @Test
    void pairs_and_commands_exclude_each_other() {
        assertThat(bench.run("tail --pairs --as-commands")).isEqualTo(2);
        assertThat(bench.screen.messages()).contains("expected either --pairs or --as-commands");
    }

    private void hears(Message message, Instant time) {
        bench.session.network.broadcasts.add(new TimedBroadcast(time, message, "{}"));
    }

    private static ExecuteRequest request(String session, String target, String command, Map<String, ?> arguments)
            throws ContentException {
        Header header = new Header(
                "m" + session, session, "2024-01-01", "ui", target, MessageType.EXECUTE_REQUEST, Header.VERSION);
        return new ExecuteRequest(header, command, ContentData.encode(arguments, Payload.JSON), false, false);
    }

    private static ExecuteReply reply(String session, String command, @Nullable Object result) throws ContentException {
        Header header = new Header("r", session, "2024-01-01", "pump", "ui", MessageType.EXECUTE_REPLY, Header.VERSION);
        Payload payload = ContentData.encode(result, Payload.JSON);
        return new ExecuteReply(header, null, command, ExecuteReply.Status.OK, 1, payload, null, false);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = 1 + random.nextInt(5); length > 0; length--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
