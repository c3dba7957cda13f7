package io.github.hubsh.core.zmtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ZmtpSocketTypeTest {
    @Test
    void the_legal_combinations_are_those_of_the_specification() {
        String table = Arrays.stream(ZmtpSocketType.values())
                .map(type -> type + ": "
                        + Arrays.stream(ZmtpSocketType.values())
                                .filter(type::accepts)
                                .map(Enum::name)
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
        assertThat(table).isEqualTo("""
                REQ: REP ROUTER
                REP: REQ DEALER
                DEALER: REP DEALER ROUTER
                ROUTER: REQ DEALER ROUTER
                PUB: SUB XSUB
                XPUB: SUB XSUB
                SUB: PUB XPUB
                XSUB: PUB XPUB""");
    }

    @Test
    void what_one_accepts_accepts_it() {
        for (ZmtpSocketType one : ZmtpSocketType.values()) {
            for (ZmtpSocketType other : ZmtpSocketType.values()) {
                assertThat(one.accepts(other)).as(one + " " + other).isEqualTo(other.accepts(one));
            }
        }
    }

    @Test
    void a_type_is_found_by_its_exact_name() {
        assertThat(ZmtpSocketType.named("DEALER")).contains(ZmtpSocketType.DEALER);
        assertThat(ZmtpSocketType.named("dealer")).isEmpty();
        assertThat(ZmtpSocketType.named("PUSH")).isEmpty();
    }
}
