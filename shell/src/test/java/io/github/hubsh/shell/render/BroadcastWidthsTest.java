package io.github.hubsh.shell.render;

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
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.session.result.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Broadcasts as rows, with the long names of real networks, at screens of several widths. */
final class BroadcastWidthsTest {
    private static final Instant TIME = Instant.parse("2024-01-01T14:02:07.123Z");
    private static final String CONTROLLER = "microdrop.electrode_controller_plugin";
    private static final List<String> NAMES = List.of(CONTROLLER, "microdrop.ui", "dropbot_plugin", "dstat-interface");

    @Test
    void messages_at_sixty_columns() throws ContentException {
        assertThat(messages(60)).isEqualTo("""
                        14:02:07 ui         → elec…lugin set_ele…e_state elect…ate=1
                        14:02:07 elec…lugin → ui         set_ele…e_state ok
                        14:02:07 ui         → drop…lugin find_liquid
                        14:02:07 drop…lugin → ui         find_liquid     = ["electr…
                        14:02:07 hubsh-lab  → dsta…rface acquisi…omplete exper…=0012
                        14:02:07 dsta…rface → hubsh-lab  acquisi…omplete ! ValueErr…
                        """);
    }

    @Test
    void messages_at_eighty_columns() throws ContentException {
        assertThat(messages(80)).isEqualTo("""
                        14:02:07 ui            → electr…plugin set_electrode_state electrode_…43 state=1
                        14:02:07 electr…plugin → ui            set_electrode_state ok
                        14:02:07 ui            → dropbo…plugin find_liquid
                        14:02:07 dropbo…plugin → ui            find_liquid         = ["electrode043","e…
                        14:02:07 hubsh-lab     → dstat-…erface acquisition_complete experiment_id=0012
                        14:02:07 dstat-…erface → hubsh-lab     acquisition_complete ! ValueError: no su…
                        """);
    }

    @Test
    void messages_at_120_columns() throws ContentException {
        assertThat(messages(120)).isEqualTo("""
                        14:02:07.123 ui                   → electrode…ler_plugin set_electrode_state electrode_id=electrode043 state=1
                        14:02:07.123 electrode…ler_plugin → ui                   set_electrode_state ok
                        14:02:07.123 ui                   → dropbot_plugin       find_liquid
                        14:02:07.123 dropbot_plugin       → ui                   find_liquid         = ["electrode043","electrode044"]
                        14:02:07.123 hubsh-lab            → dstat-interface      acquisition_complete experiment_id=0012
                        14:02:07.123 dstat-interface      → hubsh-lab            acquisition_complete ! ValueError: no such experiment
                        """);
    }

    @Test
    void messages_at_200_columns() throws ContentException {
        assertThat(messages(200)).isEqualTo("""
                        14:02:07.123 ui                          → electrode_controller_plugin set_electrode_state electrode_id=electrode043 state=1
                        14:02:07.123 electrode_controller_plugin → ui                          set_electrode_state ok
                        14:02:07.123 ui                          → dropbot_plugin              find_liquid
                        14:02:07.123 dropbot_plugin              → ui                          find_liquid         = ["electrode043","electrode044"]
                        14:02:07.123 hubsh-lab                   → dstat-interface             acquisition_complete experiment_id=0012
                        14:02:07.123 dstat-interface             → hubsh-lab                   acquisition_complete ! ValueError: no such experiment
                        """);
    }

    @Test
    void pairs_are_one_row_each() throws ContentException {
        assertThat(pairs(60)).isEqualTo("""
                        14:02:07 ui → elec…lugin set_ele…e_state ele…e=1 · ok 4.1 ms
                        14:02:07 ui → drop…lugin find_liquid · ok 4.1 ms · ["electr…
                        14:02:07 hubsh-lab → dsta…rface run p…xx · failed 4.1 ms · …
                        14:02:07 hubsh-lab → dsta…rface stop · unanswered
                        """);
        assertThat(pairs(80)).isEqualTo("""
                        14:02:07 ui → electr…plugin set_electrode_state electrode…43 state=1 · ok 4.1 ms
                        14:02:07 ui → dropbo…plugin find_liquid · ok 4.1 ms · ["electrode043","electrod…
                        14:02:07 hubsh-lab → dstat-…erface run param…xxxxxx · failed 4.1 ms · ValueErro…
                        14:02:07 hubsh-lab → dstat-…erface stop · unanswered
                        """);
        assertThat(pairs(120)).isEqualTo("""
                        14:02:07 ui → electrode…ler_plugin set_electrode_state electrode_id=electrode043 state=1 · ok 4.1 ms
                        14:02:07 ui → dropbot_plugin       find_liquid · ok 4.1 ms · ["electrode043","electrode044"]
                        14:02:07 hubsh-lab → dstat-interface      run params=xxxxxxx…xxxxxxxxxxxxxx · failed 4.1 ms · ValueError: no such exper…
                        14:02:07 hubsh-lab → dstat-interface      stop · unanswered
                        """);
        assertThat(pairs(200)).isEqualTo("""
                        14:02:07 ui → electrode_controller_plugin set_electrode_state electrode_id=electrode043 state=1 · ok 4.1 ms
                        14:02:07 ui → dropbot_plugin              find_liquid · ok 4.1 ms · ["electrode043","electrode044"]
                        14:02:07 hubsh-lab → dstat-interface             run params=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx · failed 4.1 ms · ValueError: no such experiment
                        14:02:07 hubsh-lab → dstat-interface             stop · unanswered
                        """);
    }

    @Test
    void a_pair_of_short_names_reads_as_a_sentence() throws ContentException {
        Outcome pair = pair(request("ui", "pump", "set_rate", Map.of("ul_per_s", 2L)), result(2L));

        assertThat(text(List.of(pair), 80)).isEqualTo("14:02:07 ui → pump set_rate ul_per_s=2 · ok 4.1 ms · 2\n");
    }

    @ParameterizedTest
    @CsvSource({"40,bo…299", "60,boar…l_299", "80,board_…el_299", "120,board_channel_299", "200,board_channel_299"})
    void three_hundred_plugins_have_distinct_names_and_rows_of_the_width(int width, String last)
            throws ContentException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            names.add(String.format("microdrop.electrode_controller_plugin.board_channel_%03d", i));
        }
        BroadcastPage page = new BroadcastPage();
        List<String> targets = new ArrayList<>();
        for (String name : names) {
            Outcome heard = new Outcome.Heard(
                    new TimedBroadcast(TIME, request("ui", name, "set_state", Map.of("state", 1L)), "{}"), names);
            String row = page.of(heard, view(width)).data().get(0).text();
            assertThat(TextWidth.of(row)).isLessThanOrEqualTo(width);
            targets.add(row.replaceAll(".*→ (\\S+).*", "$1"));
        }
        assertThat(targets).doesNotHaveDuplicates().last().isEqualTo(last);
    }

    @Test
    void the_leading_segments_are_left_out_where_no_other_name_ends_so() {
        ShortNames names = new ShortNames();
        for (String name : List.of("a.b.pump", "a.c.pump", "valve", "x.valve", "a.ui", ".", "")) {
            names.add(name);
        }

        assertThat(List.of("a.b.pump", "a.c.pump", "valve", "x.valve", "a.ui", "new.one", ".", ""))
                .extracting(names::of)
                .containsExactly("b.pump", "c.pump", "valve", "x.valve", "ui", "one", ".", "");
    }

    private static String messages(int width) throws ContentException {
        List<Outcome> heard = new ArrayList<>();
        for (Message message : List.of(
                request("microdrop.ui", CONTROLLER, "set_electrode_state", electrode()),
                reply(CONTROLLER, "microdrop.ui", "set_electrode_state", result(null)),
                request("microdrop.ui", "dropbot_plugin", "find_liquid", Map.of()),
                reply("dropbot_plugin", "microdrop.ui", "find_liquid", result(List.of("electrode043", "electrode044"))),
                request("hubsh-lab", "dstat-interface", "acquisition_complete", Map.of("experiment_id", "0012")),
                reply("dstat-interface", "hubsh-lab", "acquisition_complete", error()))) {
            heard.add(new Outcome.Heard(new TimedBroadcast(TIME, message, "{}"), NAMES));
        }
        return text(heard, width);
    }

    private static String pairs(int width) throws ContentException {
        return text(
                List.of(
                        pair(request("microdrop.ui", CONTROLLER, "set_electrode_state", electrode()), result(null)),
                        pair(
                                request("microdrop.ui", "dropbot_plugin", "find_liquid", Map.of()),
                                result(List.of("electrode043", "electrode044"))),
                        pair(request("hubsh-lab", "dstat-interface", "run", Map.of("params", "x".repeat(90))), error()),
                        pair(request("hubsh-lab", "dstat-interface", "stop", Map.of()), null)),
                width);
    }

    private static Map<String, Object> electrode() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("electrode_id", "electrode043");
        arguments.put("state", 1L);
        return arguments;
    }

    private record Answer(Payload result, @Nullable RemoteError error) {}

    private static Answer result(@Nullable Object value) throws ContentException {
        return new Answer(value == null ? Payload.NONE : ContentData.encode(value, Payload.JSON), null);
    }

    private static Answer error() {
        return new Answer(
                Payload.NONE,
                RemoteError.ofText("Traceback (most recent call last):\n\nValueError: no such experiment"));
    }

    private static ExecuteRequest request(String source, String target, String command, Map<String, ?> arguments)
            throws ContentException {
        Header header = new Header("1", "s", "", source, target, MessageType.EXECUTE_REQUEST, Header.VERSION);
        return new ExecuteRequest(header, command, ContentData.encode(arguments, Payload.JSON), false, false);
    }

    private static ExecuteReply reply(String source, String target, String command, Answer answer) {
        Header header = new Header("2", "s", "", source, target, MessageType.EXECUTE_REPLY, Header.VERSION);
        return new ExecuteReply(
                header, null, command, ExecuteReply.Status.OK, 1, answer.result(), answer.error(), false);
    }

    private static Outcome pair(ExecuteRequest request, @Nullable Answer answer) {
        String plugin = request.target();
        String client = request.source();
        TimedBroadcast reply = answer == null
                ? null
                : new TimedBroadcast(TIME.plusNanos(4_100_000), reply(plugin, client, request.command(), answer), "{}");
        return new Outcome.Exchange(new TimedBroadcast(TIME, request, "{}"), reply, NAMES, Map.of());
    }

    private static View view(int width) {
        return new View(OutputFormat.AUTO, false, true, width, false, Clock.systemUTC());
    }

    private static String text(List<Outcome> outcomes, int width) {
        BroadcastPage page = new BroadcastPage();
        StringBuilder text = new StringBuilder();
        for (Outcome outcome : outcomes) {
            for (StyledLine line : page.of(outcome, view(width)).data()) {
                text.append(line.text()).append('\n');
            }
        }
        return text.toString();
    }
}
