package io.github.hubsh.shell.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.fake.FakeRecording;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExchangesTest {
    private static final Map<String, Object> NOTHING = Map.of();

    @Test
    void requests_come_in_their_order_each_with_its_reply() {
        FakeRecording recording = new FakeRecording();
        String first = recording.request("pump", "run", NOTHING, Payload.JSON);
        String second = recording.request("lamp", "on", NOTHING, Payload.JSON);
        recording.reply(second, "lamp", "on", 2L, null, Payload.JSON);
        recording.request("lamp", "lost", NOTHING, Payload.JSON);
        recording.reply(first, "pump", "run", 1L, null, Payload.JSON);
        Exchanges exchanges = new Exchanges(recording.reader(), request -> true);

        RecordedExchange run = exchanges.next();
        assertThat(run.request().command()).isEqualTo("run");
        assertThat(run.reply().session()).isEqualTo(first);
        assertThat(run.roundTrip()).isEqualTo(FakeRecording.STEP.multipliedBy(4));
        assertThat(exchanges.next().reply().session()).isEqualTo(second);
        RecordedExchange lost = exchanges.next();
        assertThat(lost.request().command()).isEqualTo("lost");
        assertThat(lost.reply()).isNull();
        assertThat(lost.roundTrip()).isNull();
        assertThat(exchanges.next()).isNull();
    }

    @Test
    void other_requests_are_passed_over_with_their_replies() {
        Exchanges exchanges = new Exchanges(
                new FakeRecording()
                        .exchange("pump", "run", NOTHING, 1L)
                        .exchange("lamp", "on", NOTHING, 2L)
                        .reader(),
                request -> request.target().equals("lamp"));

        assertThat(exchanges.next().request().command()).isEqualTo("on");
        assertThat(exchanges.next()).isNull();
    }
}
