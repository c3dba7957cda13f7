package io.github.hubsh.shell.recording.save;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.FakeRecording;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked again until it changes, what changes by itself, and pauses. */
final class SavedPollsTest {
    private final SaveBench saved = new SaveBench();
    private final FakeRecording recording = saved.recording;

    @Test
    void polling_ends_with_the_state_that_ended_it() {
        recording
                .exchange("pump", "get_status", Map.of(), Map.of("state", "dispensing"))
                .exchange("pump", "get_status", Map.of(), Map.of("state", "dispensing"))
                .exchange("pump", "get_status", Map.of(), Map.of("state", "idle"));

        assertThat(SaveBench.steps(saved.test())).isEqualTo("""
                  const status = hub.until(() => pump.get_status(), { that: (result) => result.state === 'idle' });
                  expect(status).toEqual({ state: 'idle' });
                """);
    }

    @Test
    void a_question_for_what_has_changed_by_itself_is_asked_until_it_has() {
        recording
                .exchange("pump", "dispense", Map.of("volume_ul", 20L), Map.of("state", "dispensing", "left_ul", 980.0))
                .exchange("pump", "get_status", Map.of(), Map.of("state", "idle", "left_ul", 960.0))
                .exchange("potentiostat", "acquisition_complete", Map.of("experiment_id", 7L), Map.of("points", 20L))
                .exchange("pump", "stop", Map.of(), Map.of("state", "stopped"));

        assertThat(SaveBench.steps(saved.script())).isEqualTo("""
                console.log(pump.dispense({ volume_ul: 20 }));

                console.log(hub.until(() => pump.get_status(), { that: (result) => result.state === 'idle' }));

                console.log(hub.until(() => potentiostat.acquisition_complete({ experiment_id: 7 })));

                console.log(pump.stop());
                """);
    }

    @Test
    void numbers_that_move_on_are_expected_to_be_numbers() {
        recording
                .exchange("pump", "dispense", Map.of("volume_ul", 20L), Map.of("left_ul", 980.0))
                .exchange("pump", "dispense", Map.of("volume_ul", 20L), Map.of("left_ul", 960.0))
                .exchange("counter", "next", Map.of(), 1L)
                .exchange("counter", "next", Map.of(), 2L);

        assertThat(SaveBench.steps(saved.test())).isEqualTo("""
                  expect(pump.dispense({ volume_ul: 20 })).toEqual({ left_ul: expect.any(Number) });

                  expect(pump.dispense({ volume_ul: 20 })).toEqual({ left_ul: expect.any(Number) });

                  expect(counter.next()).toEqual(expect.any(Number));

                  expect(counter.next()).toEqual(expect.any(Number));
                """);
    }

    @Test
    void a_long_pause_is_kept_and_at_most_a_minute_of_it() {
        recording.exchange("a", "b", Map.of(), 1L);
        recording.event("lost", Map.of());
        for (int i = 0; i < 25; i++) {
            recording.event("missed", Map.of("count", 1L));
        }
        recording.exchange("a", "c", Map.of(), 1L);

        assertThat(SaveBench.steps(saved.script()))
                .contains("console.log(a.b());\n\nsleep('3s');\n\nconsole.log(a.c());");
        assertThat(saved.script()).contains("import { hub, sleep } from 'hubsh';");
    }
}
