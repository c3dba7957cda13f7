package io.github.hubsh.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.ProtocolPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The machines against each other, over a link that loses and reorders: no request stays without an outcome. */
final class ProtocolPairTest {
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final List<String> TARGETS = List.of("a", "b", "c", "hub", "absent");
    private static final long MILLISECOND = 1_000_000;
    private static final long TIMEOUT = 100 * MILLISECOND;

    @ParameterizedTest
    @CsvSource({"1, 0.0, 1", "2, 0.0, 20", "3, 0.2, 30", "4, 0.5, 60", "5, 0.9, 90", "6, 1.0, 1", "7, 0.1, 200"})
    void every_request_is_completed_or_expires_and_only_once(long seed, double loss, long slowestMillis) {
        ProtocolPair pair = new ProtocolPair(seed, loss, slowestMillis * MILLISECOND);
        NAMES.forEach(pair::join);
        assertThat(pair.hub().registry().keySet()).containsExactlyElementsOf(NAMES);

        Random random = new Random(seed);
        List<String> sessions = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            String source = NAMES.get(random.nextInt(NAMES.size()));
            String target = TARGETS.get(random.nextInt(TARGETS.size()));
            sessions.add(pair.request(source, target, "ping", TIMEOUT));
            pair.pass(random.nextLong(2 * MILLISECOND));
        }
        for (long passed = 0; passed <= TIMEOUT || !pair.isIdle(); passed += MILLISECOND) {
            pair.pass(MILLISECOND);
        }

        assertThat(pair.outcomes()).extracting(ProtocolPairTest::session).containsExactlyInAnyOrderElementsOf(sessions);
        boolean inTime = loss == 0 && 4 * (slowestMillis + 2) * MILLISECOND < TIMEOUT;
        if (inTime) {
            assertThat(pair.outcomes()).hasOnlyElementsOfType(CommandAction.Complete.class);
        }
        assertThat(pair.lost() > 0).isEqualTo(loss > 0);
        NAMES.forEach(name -> assertThat(pair.plugin(name).nextDeadline()).isEqualTo(Long.MAX_VALUE));
    }

    private static String session(PluginAction outcome) {
        return outcome instanceof CommandAction.Complete complete
                ? complete.session()
                : ((CommandAction.Expire) outcome).session();
    }
}
