package io.github.hubsh.shell.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hubsh.shell.fake.FakeBroadcast;
import io.github.hubsh.shell.fake.FakeFiles;
import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.fake.FullDisk;
import io.github.hubsh.shell.fake.ScriptedBroadcasts;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.session.network.HubEvent;
import io.github.hubsh.shell.session.network.HubIdentity;
import io.github.hubsh.shell.session.network.MissedBroadcasts;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.session.result.ResultCondition;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RecorderTest {
    private static final String HEADER = FakeRecording.HEADER.line();

    private static final int LINE = new LineWriter(FakeRecording.START).line(broadcast("a")).length;

    /** Nothing more is at hand. */
    private static final Object PAUSE = MissedBroadcasts.NONE;

    private final ShellBench bench = ShellBench.pipe();
    private final FakeFiles files = bench.files;

    @Test
    void what_is_heard_is_in_the_file_behind_a_header() {
        record("rec.jsonl", broadcast("set_rate"), broadcast("get_rate"));

        assertThat(files.text("rec.jsonl")).startsWith(HEADER + "\n").endsWith("\n");
        assertThat(read("rec.jsonl")).containsExactly("set_rate", "get_rate");
    }

    @Test
    void what_waits_is_written_when_nothing_more_is_at_hand() {
        List<String> seen = new ArrayList<>();
        Runnable look = () -> seen.addAll(read("rec.jsonl"));

        record("rec.jsonl", broadcast("a"), broadcast("b"), look, broadcast("c"));

        assertThat(seen).containsExactly("a", "b");
    }

    @Test
    void a_recording_is_continued_behind_a_line_end() {
        files.with("rec.jsonl", HEADER + "\n{\"time\":\"2024-01-01T10:0");

        record("rec.jsonl", broadcast("a"));

        assertThat(files.text("rec.jsonl")).startsWith(HEADER + "\n{\"time\":\"2024-01-01T10:0\n" + HEADER + "\n");
        assertThat(read("rec.jsonl")).containsExactly("started", "a");
    }

    @Test
    void a_file_that_is_no_recording_stays_as_it_is() {
        files.with("notes.jsonl", "{\"mine\":1}\n");

        assertThatThrownBy(() -> record("notes.jsonl", broadcast("a")))
                .isInstanceOfSatisfying(
                        ShellException.class, e -> assertThat(e.problem()).isEqualTo(Problem.BAD_FILE))
                .hasMessage("notes.jsonl is there, and is no recording");
        assertThatThrownBy(() -> record("notes.jsonl.gz", broadcast("a"), files.with("notes.jsonl.gz", "plain")))
                .hasMessage("notes.jsonl.gz is there, and is no recording");

        assertThat(files.text("notes.jsonl")).isEqualTo("{\"mine\":1}\n");
    }

    @Test
    void in_gzip_each_batch_is_a_whole_member() {
        record("rec.jsonl.gz", broadcast("a"));
        record("rec.jsonl.gz", broadcast("b"));

        assertThat(read("rec.jsonl.gz")).containsExactly("a", "started", "b");
        byte[] content = files.bytes("rec.jsonl.gz");
        files.write("cut.jsonl.gz", Arrays.copyOf(content, content.length - 50), false);
        assertThat(read("cut.jsonl.gz")).containsExactly("a", "started");
    }

    @Test
    void behind_a_member_that_was_cut_nothing_is_written() {
        record("rec.jsonl.gz", broadcast("a"));
        byte[] content = files.bytes("rec.jsonl.gz");
        files.write("rec.jsonl.gz", Arrays.copyOf(content, content.length - 5), false);

        ShellException refused =
                catchThrowableOfType(ShellException.class, () -> record("rec.jsonl.gz", broadcast("b")));

        assertThat(refused).hasMessage("rec.jsonl.gz was cut when its recorder was killed");
        assertThat(refused.remedy()).contains("recording cut rec.jsonl.gz > whole.jsonl");
        assertThat(files.bytes("rec.jsonl.gz")).hasSize(content.length - 5);
    }

    @Test
    void a_full_file_is_followed_by_one_with_a_number_that_is_free() {
        files.with("rec-2.jsonl", "mine");

        rotate("rec.jsonl", HEADER.length() + 1 + 2 * LINE, "a", "b", "c", "d", "e");

        assertThat(read("rec.jsonl")).containsExactly("a", "b");
        assertThat(files.text("rec-2.jsonl")).isEqualTo("mine");
        assertThat(read("rec-3.jsonl")).containsExactly("c", "d");
        assertThat(read("rec-4.jsonl")).containsExactly("e");
        assertThat(reader("rec-3.jsonl").header().part()).isEqualTo(2);
        assertThat(bench.screen.messages()).isEmpty();
    }

    @Test
    void a_file_with_one_message_is_never_too_full_for_it() {
        rotate("rec.jsonl.gz", 1, "a", "b");

        assertThat(read("rec.jsonl.gz")).containsExactly("a");
        assertThat(read("rec-2.jsonl.gz")).containsExactly("b");
        assertThat(new RecordingFiles("a.b/rec", 1L, files).name(2)).isEqualTo("a.b/rec-2");
        assertThat(new RecordingFiles("a.b/rec.jsonl.gz", 1L, files).name(12)).isEqualTo("a.b/rec-12.jsonl.gz");
    }

    @Test
    void on_a_full_disk_it_ends_says_what_is_kept_and_leaves_whole_lines() {
        FullDisk disk = new FullDisk(files, HEADER.length() + 2 * LINE + LINE / 2);

        ShellException full = catchThrowableOfType(
                ShellException.class,
                () -> recorder("rec.jsonl", null, disk, 9)
                        .run(script(broadcast("a"), PAUSE, broadcast("b"), PAUSE, broadcast("c"), PAUSE)));

        assertThat(full)
                .hasMessage("cannot write rec.jsonl: No space left on device: the recording ends;"
                        + " 2 messages are kept, the last 1 are not");
        assertThat(read("rec.jsonl")).containsExactly("a", "b");
        assertThat(files.text("rec.jsonl")).endsWith("\n");
    }

    @Test
    void of_a_batch_that_does_not_fit_the_whole_lines_are_kept() {
        for (String name : List.of("rec.jsonl", "rec.jsonl.gz")) {
            FullDisk disk = new FullDisk(files, HEADER.length() + 2 * LINE + LINE / 2);
            Object[] heard = new Object[1000];
            Arrays.fill(heard, broadcast("a"));

            assertThatThrownBy(() -> recorder(name, null, disk, 1000).run(script(heard)))
                    .hasMessageContaining(name.endsWith("gz") ? "0 messages are kept" : "2 messages are kept");

            assertThat(read(name)).hasSize(name.endsWith("gz") ? 0 : 2);
        }
    }

    @Test
    void what_is_missed_and_what_happens_to_the_hub_is_a_line_too() {
        HubEvent lost =
                new HubEvent(HubEvent.Kind.LOST, FakeRecording.START, new HubIdentity("tcp://h:1", "hub", "me"));

        record("rec.jsonl", broadcast("a"), new MissedBroadcasts(2, 3, 0), PAUSE, lost, broadcast("b"));

        assertThat(read("rec.jsonl")).containsExactly("a", "missed 2", "missed 3", "hub_lost", "b");
        assertThat(bench.screen.messages())
                .contains("2 broadcasts are not recorded: they came too fast", "the hub dropped 3 broadcasts");
    }

    @Test
    void when_it_is_stopped_all_that_was_heard_is_in_the_file() {
        Recorder recorder = recorder("rec.jsonl.gz", null, files, 9);

        boolean complete = recorder.run(script(broadcast("a"), (Runnable) recorder::stop));

        assertThat(complete).isFalse();
        assertThat(Thread.interrupted()).isFalse();
        assertThat(recorder.awaitEnd(Duration.ZERO)).isTrue();
        assertThat(recorder.totals().messages()).isOne();
        assertThat(read("rec.jsonl.gz")).containsExactly("a");
    }

    @Test
    void what_has_come_before_it_is_stopped_is_in_the_file_too() {
        Recorder recorder = recorder("rec.jsonl", null, files, 9);

        recorder.run(script(broadcast("a"), (Runnable) recorder::stop, broadcast("b"), broadcast("c"), PAUSE));

        assertThat(read("rec.jsonl")).containsExactly("a", "b", "c");
    }

    @Test
    void a_message_that_the_condition_cannot_judge_is_left_out_and_said_once() {
        ResultCondition condition = value -> {
            if (!String.valueOf(value).contains("command=b")) {
                throw new ShellException(Problem.BAD_DATA, "cannot index number");
            }
            return true;
        };
        RecordingPlan plan = new RecordingPlan("rec.jsonl", TailFilter.EVERYTHING, condition, 1, null, null, Map.of());

        new Recorder(plan, FakeRecording.HEADER, at("rec.jsonl", null, files), display())
                .run(script(broadcast("a"), broadcast("a"), broadcast("b")));

        assertThat(read("rec.jsonl")).containsExactly("b");
        assertThat(bench.screen.messages())
                .isEqualTo("warning: not recorded, and others like it: cannot index number\n");
    }

    @Test
    void when_the_hub_is_gone_or_a_job_is_cancelled_what_was_heard_is_kept() {
        assertThatThrownBy(() -> recorder("rec.jsonl.gz", null, files, 9).run(script(broadcast("a"))))
                .hasMessage("the hub is gone");
        Runnable cancel = () -> Thread.currentThread().interrupt();
        assertThatThrownBy(() -> recorder("rec.jsonl.gz", null, files, 9).run(script(broadcast("b"), cancel)))
                .isInstanceOfSatisfying(
                        ShellException.class,
                        e -> assertThat(e.isInterruption() && e.remedy().contains("recording info"))
                                .isTrue());

        assertThat(read("rec.jsonl.gz")).containsExactly("a", "started", "b");
    }

    @Test
    void it_ends_when_the_time_is_over() {
        RecordingPlan plan = plan(9, Duration.ZERO.minusNanos(1), null);

        boolean complete = new Recorder(plan, FakeRecording.HEADER, at("rec.jsonl", null, files), display())
                .run(script(broadcast("a"), PAUSE, broadcast("b")));

        assertThat(complete).isFalse();
        assertThat(read("rec.jsonl")).containsExactly("a");
    }

    @Test
    void what_waits_is_written_when_its_end_fails() {
        ResultCondition condition = value -> {
            if (String.valueOf(value).contains("command=b")) {
                throw new IllegalStateException("a defect");
            }
            return true;
        };
        RecordingPlan plan =
                new RecordingPlan("rec.jsonl.gz", TailFilter.EVERYTHING, condition, 9, null, null, Map.of());
        Recorder recorder = new Recorder(plan, FakeRecording.HEADER, at("rec.jsonl.gz", null, files), display());

        assertThatThrownBy(() -> recorder.run(script(broadcast("a"), (Runnable) recorder::stop, broadcast("b"))))
                .hasMessage("a defect");

        assertThat(read("rec.jsonl.gz")).containsExactly("a");
    }

    @Test
    void what_only_its_end_needs_is_left_out() {
        Recorder recorder = recorder("rec.jsonl", null, files, 2);
        Runnable end = () -> recorder.leaveOut(new HubIdentity("tcp://h:1", "pump", "ui"));
        Runnable other = () -> recorder.leaveOut(new HubIdentity("tcp://h:1", "hub", "ui"));

        recorder.run(script(broadcast("a"), end, broadcast("ping"), other, broadcast("b")));

        assertThat(read("rec.jsonl")).containsExactly("a", "b");
    }

    private void record(String path, Object... heard) {
        long count =
                Arrays.stream(heard).filter(TimedBroadcast.class::isInstance).count();
        assertThat(recorder(path, null, files, count).run(script(heard))).isTrue();
    }

    private void rotate(String path, long limit, String... commands) {
        Object[] heard = Arrays.stream(commands).map(RecorderTest::broadcast).toArray();
        assertThat(recorder(path, limit, files, heard.length).run(script(heard)))
                .isTrue();
    }

    private Recorder recorder(String path, @Nullable Long limit, FileAccess access, long count) {
        return new Recorder(plan(count, null, limit), FakeRecording.HEADER, at(path, limit, access), display());
    }

    private static RecordingFiles at(String path, @Nullable Long limit, FileAccess access) {
        return new RecordingFiles(path, limit, access);
    }

    private static RecordingPlan plan(long count, @Nullable Duration time, @Nullable Long limit) {
        TailFilter everything = TailFilter.of(null, new Arguments(List.of(), List.of(), Map.of()));
        return new RecordingPlan("rec.jsonl", everything, null, count, time, limit, Map.of());
    }

    private Display display() {
        return bench.session.io().display();
    }

    private static ScriptedBroadcasts script(Object... heard) {
        return new ScriptedBroadcasts(heard);
    }

    private static TimedBroadcast broadcast(String command) {
        return FakeBroadcast.request(command, Map.of());
    }

    private RecordingReader reader(String path) {
        return new RecordingReader(path, files.input(path));
    }

    /** Returns the commands of messages and the kinds of events. */
    private List<String> read(String path) {
        List<String> found = new ArrayList<>();
        RecordingReader reader = reader(path);
        for (RecordedLine line = reader.next(); line != null; line = reader.next()) {
            String missed = line instanceof RecordedEvent event && event.missed() > 0 ? " " + event.missed() : "";
            found.add(
                    line instanceof RecordedMessage message
                            ? message.command()
                            : ((RecordedEvent) line).kind() + missed);
        }
        return found;
    }
}
