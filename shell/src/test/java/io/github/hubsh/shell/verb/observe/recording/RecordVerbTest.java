package io.github.hubsh.shell.verb.observe.recording;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.FakeBroadcast;
import io.github.hubsh.shell.fake.FakeProgram;
import io.github.hubsh.shell.fake.ShellBench;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecordVerbTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final ShellBench bench = ShellBench.pipeKeepingGoing();

    @BeforeEach
    void begin() {
        bench.session.program().setServices(new FakeProgram());
        bench.session.network.patient = true;
    }

    @Test
    void it_begins_when_the_hub_has_heard_of_it_and_ends_when_it_is_stopped() {
        bench.session.network.onPing = this::broadcast;

        int exit = bench.run("record rec.jsonl --where '.command == \"set_rate\"' &");
        assertThat(bench.session.memory().recordings().all()).hasSize(1);
        assertThat(bench.files.text("rec.jsonl")).hasLineCount(1).contains("\"hubsh\":\"1.2.3\"");
        broadcast();
        bench.session.network.broadcasts.add(FakeBroadcast.request("get_rate", Map.of()));
        eventually(() -> bench.files.text("rec.jsonl").lines().count() == 2, SOON);
        bench.session.network.onPing = () -> {};
        exit += bench.run("record stop");

        assertThat(exit).isZero();
        assertThat(bench.session.memory().recordings().areNone()).isTrue();
        assertThat(bench.screen.data())
                .startsWith("{\"file\":\"rec.jsonl\",\"files\":1,\"messages\":1,\"missed\":0,\"seconds\":");
        assertThat(bench.screen.messages()).isEqualTo("recording into rec.jsonl\n");
        assertThat(bench.interpreter.finish()).isZero();
    }

    @Test
    void it_ends_when_the_hub_has_published_what_was_sent_before() {
        bench.run("record rec.jsonl &");
        eventually(() -> !bench.session.memory().recordings().areNone(), SOON);
        // A broadcast comes later than the reply; what the hub is asked comes behind it.
        bench.session.network.onPing = this::broadcast;
        bench.session.network.ownBroadcasts.addAll(
                List.of(FakeBroadcast.request("ping", Map.of()), FakeBroadcast.request("ping", Map.of())));

        assertThat(bench.run("record stop")).isZero();

        assertThat(bench.files.text("rec.jsonl")).hasLineCount(3);
        assertThat(bench.screen.data()).contains("\"messages\":2");
    }

    @Test
    void what_chooses_before_reading_does_so_and_stands_in_the_header() {
        run("record rec.jsonl ui --source ui --target 'p*' --type execute_request --count 1");

        assertThat(bench.files.text("rec.jsonl"))
                .hasLineCount(2)
                .contains(
                        "\"filters\":{\"filter\":\"ui\",\"source\":\"ui\",\"target\":\"p*\",\"type\":\"execute_request\"}");
        assertThat(bench.screen.messages()).contains("rec.jsonl: 1 message in 0 s\n");
    }

    @Test
    void fewer_broadcasts_than_were_wanted_in_a_time_are_an_error() {
        assertThat(bench.run("record rec.jsonl --count 5 --for 1ms")).isEqualTo(5);

        assertThat(bench.screen.messages()).contains("fewer than 5 broadcasts in 1ms");
    }

    @Test
    void without_a_recording_there_is_nothing_to_stop() {
        assertThat(bench.run("record stop")).isZero();

        assertThat(bench.screen.messages()).isEqualTo("nothing is recorded by this shell\n");
    }

    @ParameterizedTest
    @CsvSource({
        "record, expected FILE|stop",
        "record -, expected a file to record into",
        "record stop now, 'expected no further word, found ''now'''",
        "record /nowhere/rec.jsonl, there is no directory /nowhere",
        "record mine.txt, mine.txt is there",
        "record rec.jsonl --rotate much, expected",
        "record rec.jsonl --where '.a +', error",
        "record rec.jsonl --type nonsense, expected",
    })
    void a_mistake_is_explained(String line, String text) {
        bench.files.with("mine.txt", "mine");

        assertThat(bench.run(line)).isEqualTo(2);

        assertThat(bench.screen.messages()).contains(text);
        assertThat(bench.files.text("mine.txt")).isEqualTo("mine");
    }

    private void run(String line) {
        bench.session.network.onPing = this::broadcast;
        Thread plugin = new Thread(() -> {
            eventually(() -> !bench.session.memory().recordings().areNone(), SOON);
            broadcast();
        });
        plugin.start();
        assertThat(bench.run(line)).isZero();
    }

    private void broadcast() {
        bench.session.network.broadcasts.add(FakeBroadcast.request("set_rate", Map.of()));
    }
}
