package io.github.hubsh.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a link makes of what NATS complains of. The connection is not looked at. */
@SuppressWarnings("NullAway")
final class LinkErrorsTest {
    private static final String OWN = "Permissions Violation for Subscription to \"hubsh.lab.hub.roomA.*\"";
    private static final String OTHERS = "Permissions Violation for Publish to \"hubsh.lab.hub.roomB.roomA\"";

    private static final String WANTS_TLS = "the server wants TLS, which a folder of --join-tls is for";

    private final List<Boolean> denied = new ArrayList<>();
    private final LinkErrors errors = new LinkErrors("roomA", new Subjects("lab", "roomA"), denied::add);

    @Test
    void a_subject_of_its_own_that_is_refused_keeps_the_hub_outside_until_the_next_connection() {
        errors.errorOccurred(null, OWN);
        assertThat(errors.isOutside()).isTrue();
        assertThat(errors.denial()).contains("subscribe to hubsh.lab.hub.roomA.*", "another hub");
        assertThat(denied).containsExactly(false);
        errors.connected();
        assertThat(errors.isOutside()).isTrue();
        errors.disconnected();
        assertThat(errors.isOutside()).isFalse();
        assertThat(errors.denial()).isEmpty();
    }

    @Test
    void another_subject_that_is_refused_is_said_and_no_more() {
        errors.errorOccurred(null, OTHERS);
        assertThat(errors.isOutside()).isFalse();
        assertThat(errors.denial()).contains("publish to hubsh.lab.hub.roomB.roomA");
        assertThat(denied).containsExactly(true);
        assertThat(errors.problem()).isEmpty();
    }

    @Test
    void a_server_that_wants_tls_is_said_with_what_to_do() {
        errors.exceptionOccurred(null, new IOException("SSL required by server."));
        assertThat(errors.problem()).isEqualTo(WANTS_TLS);
    }

    @Test
    void what_the_server_says_is_more_than_that_the_connection_has_ended() {
        errors.errorOccurred(null, "Authorization Violation");
        errors.exceptionOccurred(null, new IOException("closed"));
        assertThat(errors.problem()).isEqualTo("Authorization Violation");
        errors.connected();
        assertThat(errors.problem()).isEmpty();
        errors.exceptionOccurred(null, new IllegalStateException(new IOException("Connection refused")));
        assertThat(errors.problem()).isEqualTo("Connection refused");
    }

    /** What fails, and the reason that is said. */
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new IOException("closed"), "closed"),
                Arguments.of(new IOException("SSL required by server."), WANTS_TLS),
                Arguments.of(new IllegalStateException("outside", new IOException("inside")), "inside"),
                Arguments.of(new TimeoutException("after 2 s"), "the server does not answer in time"),
                Arguments.of(new ExecutionException(new TimeoutException()), "the server does not answer in time"),
                Arguments.of(new IOException(), "IOException"),
                Arguments.of(new IOException("x".repeat(301)), "x".repeat(300)),
                Arguments.of(nested(9), "0"),
                Arguments.of(nested(12), "2"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void the_innermost_cause_is_the_reason_and_a_long_one_is_cut(Exception failure, String reason) {
        errors.exceptionOccurred(null, failure);
        assertThat(errors.problem()).isEqualTo(reason);
        errors.exceptionOccurred(null, failure);
        assertThat(errors.problem()).isEqualTo(reason);
        assertThat(denied).isEmpty();
    }

    @Test
    void the_first_refusal_that_keeps_the_hub_outside_is_the_one_that_is_said() {
        errors.errorOccurred(null, OWN);
        String first = errors.denial();
        errors.errorOccurred(null, OTHERS);
        errors.errorOccurred(null, OWN.replace("roomA", "roomC"));
        errors.errorOccurred(null, OWN);
        assertThat(errors.denial()).isEqualTo(first);
        assertThat(denied).containsExactly(false, true, false, false);
    }

    @Test
    void broadcasts_that_may_not_be_heard_are_said_and_the_hub_stays() {
        errors.errorOccurred(null, "permissions violation for subscription to \"hubsh.lab.pub.pump.*\"");
        assertThat(errors.denial()).isEqualTo("the server does not let this hub subscribe to hubsh.lab.pub.pump.*");
        assertThat(errors.isOutside()).isFalse();
        assertThat(denied).containsExactly(false);
    }

    /** Failures that are each the cause of the next one; the innermost is 0. */
    private static Exception nested(int depth) {
        Exception failure = new IOException("0");
        for (int i = 1; i <= depth; i++) {
            failure = new IllegalStateException(String.valueOf(i), failure);
        }
        return failure;
    }
}
