package io.github.hubsh.shell.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.FakeBroadcast;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.session.result.ResultCondition;
import io.github.hubsh.shell.word.Word;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a recording is to hold. */
final class RecordingPlanTest {
    private static final TimedBroadcast BROADCAST = FakeBroadcast.request("set_rate", Map.of("ul", 20L));

    /** Columns: the pattern for both sides, the options, and what the header names of them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                 |                                                  | {}
            pump |                                                  | {filter=pump}
                 | --command=set_* --plugin=pump                    | {plugin=pump, command=set_*}
            pump | --type=execute_reply --source=a --target=b       | {filter=pump, source=a, target=b, type=execute_reply}
                 | --count=5 --for=1m --rotate=2k                   | {}
            """)
    void the_header_names_the_filters(@Nullable String any, @Nullable String options, String filters) {
        assertThat(plan(any, options).filters()).hasToString(filters);
    }

    @Test
    void without_options_a_recording_has_no_end() {
        RecordingPlan plan = plan(null, null);

        assertThat(plan.file()).isEqualTo("rec.jsonl");
        assertThat(plan.count()).isEqualTo(Integer.MAX_VALUE);
        assertThat(plan.limit()).isNull();
        assertThat(plan.rotation()).isNull();
        assertThat(plan.condition()).isNull();
    }

    @Test
    void options_end_it() {
        RecordingPlan plan = plan(null, "--count=5 --for=1m --rotate=2k");

        assertThat(plan.count()).isEqualTo(5);
        assertThat(plan.limit()).isEqualTo(Duration.ofMinutes(1));
        assertThat(plan.rotation()).isEqualTo(2L << 10);
    }

    /** Columns: the command that is wanted, what the condition says, and whether the broadcast is wanted. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                 |       | true
                 | true  | true
                 | false | false
            set_*  |     | true
            set_*  | true | true
            get_*  | true | false
            get_*  |      | false
            """)
    void a_broadcast_has_to_fit_the_filter_and_the_condition(
            @Nullable String command, @Nullable Boolean holds, boolean wanted) {
        ResultCondition condition =
                holds == null ? null : facts -> holds && facts.toString().contains("data={ul=20}");
        TailFilter filter =
                plan(null, command == null ? null : "--command=" + command).filter();
        RecordingPlan plan = new RecordingPlan("rec.jsonl", filter, condition, 1, null, null, Map.of());

        assertThat(plan.wants(BROADCAST)).isEqualTo(wanted);
    }

    @Test
    void a_recording_has_more_room_than_one_who_looks() {
        BroadcastFilter listens = plan(null, "--source=ui").beforeReading();

        assertThat(listens.source()).isEqualTo("ui");
        assertThat(listens.room()).isBetween(BroadcastFilter.DEFAULT_ROOM, 128L << 20);
    }

    private static RecordingPlan plan(@Nullable String any, @Nullable String options) {
        Map<String, List<Word>> values = new LinkedHashMap<>();
        for (String option : options == null ? new String[0] : options.split(" ", -1)) {
            int equals = option.indexOf('=');
            values.put(option.substring(0, equals), List.of(word(option.substring(equals + 1))));
        }
        return RecordingPlan.of(
                "rec.jsonl", any, new Arguments(List.of(), List.of(), values), ShellBench.pipe().session);
    }

    private static Word word(String text) {
        return new Word(text, text, new int[text.length()], new boolean[text.length()], 0, text.length());
    }
}
