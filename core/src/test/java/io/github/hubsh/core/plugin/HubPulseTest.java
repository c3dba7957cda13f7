package io.github.hubsh.core.plugin;

import static io.github.hubsh.core.plugin.HubPulse.INTERVAL;
import static io.github.hubsh.core.plugin.HubPulse.MAX_UNANSWERED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.plugin.HubPulse.Verdict;
import org.junit.jupiter.api.Test;

/** A hub that is silent, by a clock that a test moves. */
final class HubPulseTest {
    private static final long START = Long.MAX_VALUE - 3; // a clock may begin anywhere, and pass its largest number

    private final HubPulse pulse = new HubPulse(START);

    @Test
    void a_hub_is_asked_after_each_interval_of_silence_and_given_up_after_the_last_question() {
        for (int asked = 1; asked <= MAX_UNANSWERED; asked++) {
            assertThat(pulse.tick(START + asked * INTERVAL - 1)).isEqualTo(Verdict.WAIT);
            assertThat(pulse.tick(START + asked * INTERVAL)).isEqualTo(Verdict.ASK);
            assertThat(pulse.nextDeadline()).isEqualTo(START + (asked + 1) * INTERVAL);
        }
        assertThat(pulse.tick(pulse.nextDeadline() - 1)).isEqualTo(Verdict.WAIT);
        assertThat(pulse.tick(pulse.nextDeadline())).isEqualTo(Verdict.GIVE_UP);
    }

    @Test
    void after_a_sleep_of_this_process_each_question_still_has_its_whole_interval() {
        long awake = START + 20 * INTERVAL;
        for (int asked = 0; asked < MAX_UNANSWERED; asked++) {
            assertThat(pulse.tick(awake + asked * INTERVAL)).isEqualTo(Verdict.ASK);
            assertThat(pulse.tick(awake + asked * INTERVAL + 1)).isEqualTo(Verdict.WAIT);
        }
    }

    @Test
    void whatever_it_sends_begins_the_silence_again() {
        for (int asked = 1; asked <= MAX_UNANSWERED; asked++) {
            pulse.tick(START + asked * INTERVAL);
        }
        long heard = START + MAX_UNANSWERED * INTERVAL + 7;
        pulse.received(heard);
        assertThat(pulse.tick(heard + INTERVAL - 1)).isEqualTo(Verdict.WAIT);
        assertThat(pulse.tick(heard + INTERVAL)).isEqualTo(Verdict.ASK);
    }
}
