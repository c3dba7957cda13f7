package io.github.hubsh.shell.verb.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.render.FramePage;
import io.github.hubsh.shell.render.OutputFormat;
import io.github.hubsh.shell.render.StyledLine;
import io.github.hubsh.shell.render.View;
import io.github.hubsh.shell.session.network.HubReport;
import io.github.hubsh.shell.session.network.HubReport.Losses;
import io.github.hubsh.shell.session.network.HubReport.PluginReport;
import io.github.hubsh.shell.session.network.MissedBroadcasts;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.session.result.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class TopTest {
    private static final Instant TEN = Instant.parse("2024-01-01T10:00:00Z");

    private HubReport report;
    private final LoadStatistics load = new LoadStatistics(TEN);

    @Test
    void commands_are_counted_apart_and_the_busiest_comes_first() throws ContentException {
        someTraffic();

        assertThat(drawn(load.tick(TEN.plusSeconds(2), 20), 80, 24)).isEqualTo("""
                        top                                                     3.5/s · 7 messages · 2 s
                        plugin   command      per_s  p50_ms  p95_ms  errors  in_flight  messages  lost
                        pump     start          2.0   4.015  10.047       1          0         4     0
                        dropbot  find_liquid    0.5                       0          1         1     0
                        hub      ping           0.5                       0          0         1     0
                        pump     status         0.5                       0          1         1     0
                        """);
    }

    @Test
    void what_the_hub_lost_is_noted_below() {
        Losses none = new Losses(0, 0, 0);
        report = new HubReport(
                Map.of(
                        "pump", new PluginReport(true, null, 0, new Losses(0, 0, 2)),
                        "quiet", new PluginReport(true, null, 0, none)),
                new Losses(1, 0, 2),
                0,
                0,
                new HubReport.Memory(0, 0));
        assertThat(drawn(load.tick(TEN.plusSeconds(2), 20), 80, 24)).isEqualTo("""
                        top                                                     0.0/s · 0 messages · 2 s
                        nothing was broadcast yet
                        … the hub dropped 1, refused 0, lost 2
                        … of pump dropped 0, refused 0, lost 2
                        """);
        Outcome.Frame frame = TopVerb.frame(load.tick(TEN.plusSeconds(3), 20), report, Duration.ofSeconds(3));
        assertThat(frame.facts())
                .containsEntry("hub_lost", 2L)
                .containsEntry("losses", List.of(Map.of("plugin", "pump", "dropped", 0L, "refused", 0L, "lost", 2L)));

        report = new HubReport(Map.of(), none, 0, 0, new HubReport.Memory(0, 0));
        assertThat(drawn(load.tick(TEN.plusSeconds(4), 20), 80, 24)).doesNotContain("dropped");
    }

    @Test
    void a_tick_counts_what_came_since_the_last_and_keeps_the_rest() throws ContentException {
        someTraffic();
        load.tick(TEN.plusSeconds(2), 20);

        LoadStatistics.Tick next = load.tick(TEN.plusSeconds(3), 1);

        assertThat(next.perSecond()).isZero();
        assertThat(next.messages()).isEqualTo(7);
        assertThat(next.hidden()).isEqualTo(3);
        assertThat(next.rows().get(0)).containsEntry("messages", 4L).containsEntry("per_s", 0.0);
    }

    @Test
    void reply_times_are_forgotten_after_a_minute_at_most() throws ContentException {
        someTraffic();
        for (int tick = 1; tick <= 2; tick++) {
            assertThat(load.tick(TEN.plusSeconds(30L * tick), 1).rows().get(0).get("p50_ms"))
                    .isNotNull();
        }

        assertThat(load.tick(TEN.plusSeconds(61), 1).rows().get(0).get("p50_ms"))
                .isNull();
    }

    @Test
    void a_request_without_a_reply_is_given_up_after_a_minute() throws ContentException {
        someTraffic();

        LoadStatistics.Tick late = load.tick(TEN.plusSeconds(100), 20);

        assertThat(late.rows().get(3)).containsEntry("in_flight", 0L).containsEntry("lost", 1L);
    }

    @Test
    void what_cannot_be_kept_is_counted() throws ContentException {
        for (int i = 0; i < LoadStatistics.MAX_COMMANDS + 5; i++) {
            hears(request("s" + i, "pump", "command_" + i), 0);
        }
        load.missed(new MissedBroadcasts(48_000, 211, 0));

        LoadStatistics.Tick tick = load.tick(TEN.plusSeconds(1), 1);

        assertThat(drawn(tick, 60, 24)).contains("""
                        … 199 more commands, --rows N shows them
                        … 5 messages of more than 200 commands
                        … 48211 messages came too fast to be counted
                        """);
    }

    @Test
    void more_requests_than_can_wait_and_long_names_take_no_more_memory() throws ContentException {
        String name = "n".repeat(100_000);
        for (int i = 0; i < OpenRequests.MAX_OPEN_REQUESTS + 5; i++) {
            hears(request("s" + i, "pump", name), 0);
        }

        Map<String, Object> row = load.tick(TEN.plusSeconds(1), 1).rows().get(0);

        assertThat(row)
                .containsEntry("in_flight", (long) OpenRequests.MAX_OPEN_REQUESTS)
                .containsEntry("lost", 5L);
        assertThat(String.valueOf(row.get("command"))).hasSize(201);
    }

    @Test
    void at_forty_columns_names_and_rates_are_left_and_at_250_everything() throws ContentException {
        someTraffic();
        LoadStatistics.Tick tick = load.tick(TEN.plusSeconds(2), 20);

        assertThat(drawn(tick, 40, 24).lines()).allMatch(line -> line.length() <= 40);
        assertThat(drawn(tick, 40, 24)).contains("per_s").contains("pump");
        assertThat(drawn(tick, 250, 24)).contains("lost").contains("find_liquid");
        assertThat(drawn(tick, 250, 5).lines()).hasSize(4).last().isEqualTo("… 3 more lines");
    }

    @Test
    void under_jsonl_each_picture_is_an_object() {
        ShellBench bench = ShellBench.pipe();
        bench.session.network.patient = true;

        assertThat(bench.run("top --count 2 --every 1ms --jsonl")).isZero();

        assertThat(bench.screen.data().lines())
                .hasSize(2)
                .allMatch(line -> line.matches("\\{\"time\":\"[^\"]+\",\"elapsed_ms\":\\d+,\"messages\":0,"
                        + "\"per_s\":0.0,\"missed\":0,\"commands\":\\[]}"));
        assertThat(bench.session.network.listening).isFalse();
    }

    @Test
    void at_a_terminal_the_last_picture_stays_when_it_ends_by_itself() {
        ShellBench bench = ShellBench.terminal();
        bench.session.network.patient = true;
        bench.screen.redraws = true;

        assertThat(bench.run("top --count 2 --every 1ms")).isZero();

        assertThat(bench.screen.frames).hasSize(3);
        assertThat(bench.screen.frames.get(2)).isEmpty();
        assertThat(bench.screen.data()).isEqualTo(bench.screen.frames.get(1)).contains("nothing was broadcast yet");
    }

    @Test
    void a_hub_that_is_lost_ends_it_with_3_and_gives_the_screen_back() {
        ShellBench bench = ShellBench.terminal();

        assertThat(bench.run("top")).isEqualTo(3);
        assertThat(bench.session.network.listening).isFalse();
    }

    private void someTraffic() throws ContentException {
        hears(request("1", "pump", "start"), 0);
        hears(reply("1", "pump", "start", null), 4);
        hears(request("2", "pump", "start"), 10);
        hears(reply("2", "pump", "start", RemoteError.ofText("on fire")), 20);
        hears(request("3", "pump", "status"), 30);
        hears(request("4", "dropbot", "find_liquid"), 30);
        hears(reply("unheard", "hub", "ping", null), 40);
    }

    private void hears(Message message, long millis) {
        load.take(new TimedBroadcast(TEN.plusMillis(millis), message, "{}"));
    }

    private String drawn(LoadStatistics.Tick tick, int width, int rows) {
        View view = new View(OutputFormat.AUTO, false, true, width, false, Clock.systemUTC());
        return FramePage.lines(TopVerb.frame(tick, report, Duration.ofSeconds(2)), view, rows).stream()
                .map(StyledLine::text)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static ExecuteRequest request(String session, String target, String command) throws ContentException {
        Header header =
                new Header("m", session, "2024-01-01", "ui", target, MessageType.EXECUTE_REQUEST, Header.VERSION);
        return new ExecuteRequest(header, command, ContentData.encode(Map.of(), Payload.JSON), false, false);
    }

    private static ExecuteReply reply(String session, String source, String command, RemoteError error)
            throws ContentException {
        Header header = new Header("r", session, "2024-01-01", source, "ui", MessageType.EXECUTE_REPLY, Header.VERSION);
        Payload payload = ContentData.encode(List.of(), Payload.JSON);
        return new ExecuteReply(header, null, command, ExecuteReply.Status.OK, 1, payload, error, false);
    }
}
