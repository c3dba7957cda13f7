package io.github.hubsh.core.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.access.AccessRule;
import io.github.hubsh.core.hub.RefusedAccess.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RefusalLogTest {
    private static final Who ADA = new Who("ada", "", "");

    private final List<String> logged = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final RefusalLog log = new RefusalLog(() -> now, logged::add);

    @Test
    void everything_is_counted_and_logged_once_a_second() {
        for (int i = 0; i < 100; i++) {
            log.add(AccessRule.DENY, ADA, "no");
        }
        log.add(AccessRule.KEY, new Who("", "K", "1.2.3.4"), "never");
        assertThat(logged).containsExactly("refused 'ada': no");
        now = now.plusMillis(1000);
        log.add(AccessRule.KEY, new Who("", "K", "1.2.3.4"), "never");
        assertThat(logged).last().isEqualTo("refused a peer with the key K at 1.2.3.4: never (and 100 others since)");
        assertThat(log.counts()).isEqualTo(Map.of(AccessRule.DENY, 100L, AccessRule.KEY, 2L));
    }

    @Test
    void the_same_again_is_one_entry_and_the_newest_is_the_last() {
        log.add(AccessRule.DENY, ADA, "no");
        log.add(AccessRule.KEY, ADA, "never");
        now = now.plusSeconds(5);
        log.add(AccessRule.DENY, ADA, "no");
        assertThat(log.last()).extracting(RefusedAccess::reason).containsExactly("never", "no");
        assertThat(log.last()).last().isEqualTo(new RefusedAccess(now, AccessRule.DENY, ADA, "no", 2));
    }

    @Test
    void what_a_stranger_calls_itself_drives_no_terminal() {
        log.add(AccessRule.NAMES, new Who("a\u001b[2J\u202eb", "", ""), "not 'a\n\u001b[2J'" + "x".repeat(10_000));
        assertThat(logged.get(0)).startsWith("refused 'a?[2J?b': not 'a??[2J'").hasSizeLessThan(600);
        assertThat(log.last().get(0).who().name()).isEqualTo("a?[2J?b");
    }

    @Test
    void a_number_of_entries_is_kept() {
        for (int i = 0; i < 1000; i++) {
            log.add(AccessRule.DENY, ADA, "no " + i);
        }
        assertThat(log.last())
                .hasSize(RefusalLog.MAX_KEPT)
                .last()
                .extracting(RefusedAccess::reason)
                .isEqualTo("no 999");
    }
}
