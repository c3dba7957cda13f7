package io.github.hubsh.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a link makes of what NATS complains of. The connection is not looked at. */
@SuppressWarnings("NullAway")
final class LinkErrorsTest {
    private static final String OWN = "Permissions Violation for Subscription to \"hubsh.lab.hub.roomA.*\"";
    private static final String OTHERS = "Permissions Violation for Publish to \"hubsh.lab.hub.roomB.roomA\"";

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
        assertThat(errors.problem()).isEqualTo("the server wants TLS, which a folder of --join-tls is for");
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
}
