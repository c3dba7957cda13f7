package io.github.hubsh.core.zmtp;

import static io.github.hubsh.core.zmtp.WireBytes.concat;
import static io.github.hubsh.core.zmtp.WireBytes.greeting;
import static io.github.hubsh.core.zmtp.WireBytes.last;
import static io.github.hubsh.core.zmtp.WireBytes.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.zmtp.Command.Ping;
import io.github.hubsh.core.zmtp.ZmtpEvent.Write;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class ZmtpConnectionTest {
    @Test
    void two_of_ours_shake_hands_and_talk() throws ZmtpException {
        ZmtpConnection server = Sides.server(ZmtpSocketType.ROUTER);
        ZmtpConnection client = Sides.client(ZmtpSocketType.DEALER);
        assertThat(server.receive(client.greeting().buffer())).isNull();
        Write ready = (Write) client.receive(server.greeting().buffer());
        assertThat(ready).isNotNull();
        assertThat(server.receive(ready.bytes().buffer()))
                .isEqualTo(new PeerReady(ZmtpSocketType.DEALER, Octets.ofText("lab")));
        assertThat(client.receive(server.accept().buffer()))
                .isEqualTo(new PeerReady(ZmtpSocketType.ROUTER, Octets.ofText("hub")));

        Ping ping = new Ping(30, Octets.ofText("7"));
        assertThat(server.receive(client.encode(ping).buffer())).isEqualTo(ping);
        assertThat(client.receive(server.encode(ping.pong()).buffer())).isEqualTo(ping.pong());
    }

    @Test
    void a_refused_peer_reads_why() throws ZmtpException {
        ZmtpConnection server = ConnectionTranscript.undecided(Sides.server(ZmtpSocketType.ROUTER))
                .feed(concat(greeting(), ready("DEALER", "lab")))
                .connection();
        ZmtpConnection client = Sides.client(ZmtpSocketType.DEALER);
        client.receive(server.greeting().buffer());
        assertThat(client.receive(server.refuse("the name 'lab'\nis in use").buffer()))
                .isEqualTo(new PeerRefused("the name 'lab'?is in use"));
        assertThat(client.state()).isEqualTo(ZmtpConnection.State.CLOSED);
        assertThat(server.state()).isEqualTo(ZmtpConnection.State.CLOSED);
    }

    @Test
    void what_comes_before_the_decision_waits_in_the_callers_buffer() throws ZmtpException {
        ZmtpConnection server = Sides.server(ZmtpSocketType.ROUTER);
        ByteBuffer input = ByteBuffer.wrap(concat(greeting(), ready("DEALER", "lab"), last("early")));
        assertThat(server.receive(input)).isInstanceOf(PeerReady.class);
        assertThat(server.receive(input)).isNull();
        assertThat(input.remaining()).isEqualTo(7);
        server.accept();
        assertThat(server.receive(input)).isEqualTo(new FrameBytes(input.capacity() - 5, 5, 0, false));
    }

    @Test
    void a_frame_in_pieces_says_what_is_to_come() throws ZmtpException {
        ZmtpConnection server = ConnectionTranscript.of(Sides.server(ZmtpSocketType.ROUTER))
                .feed(concat(greeting(), ready("DEALER", "lab")))
                .connection();
        byte[] frame = last("hello");
        ByteBuffer input = ByteBuffer.wrap(frame).limit(4);
        assertThat(server.receive(input)).isEqualTo(new FrameBytes(2, 2, 3, false));
        assertThat(server.receive(input)).isNull();
        FrameBytes end = (FrameBytes) server.receive(input.limit(7));
        assertThat(end).isEqualTo(new FrameBytes(4, 3, 0, false));
        assertThat(end.endsFrame() && end.endsMessage()).isTrue();
    }

    @Test
    void a_direct_buffer_that_begins_elsewhere_has_absolute_offsets() throws ZmtpException {
        ZmtpConnection server = ConnectionTranscript.of(Sides.server(ZmtpSocketType.ROUTER))
                .feed(concat(greeting(), ready("DEALER", "lab")))
                .connection();
        ByteBuffer input = ByteBuffer.allocateDirect(100)
                .position(50)
                .put(last("hello"))
                .limit(57)
                .position(50);
        assertThat(server.receive(input)).isEqualTo(new FrameBytes(52, 5, 0, false));
    }

    @Test
    void the_lower_version_of_both_is_in_use() {
        assertThat(versionWith(3, 0)).isEqualTo(ZmtpVersion.V3_0);
        assertThat(versionWith(3, 1)).isEqualTo(ZmtpVersion.V3_1);
        assertThat(versionWith(3, 2)).isEqualTo(ZmtpVersion.V3_1);
        assertThat(versionWith(4, 0)).isEqualTo(ZmtpVersion.V3_1);
    }

    @Test
    void what_the_state_does_not_allow_is_our_fault() {
        ZmtpConnection server = Sides.server(ZmtpSocketType.ROUTER);
        assertThatThrownBy(server::accept)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("can't accept a peer in the state GREETING");
        assertThatThrownBy(() -> server.refuse("no"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("can't refuse a peer in the state GREETING");
        assertThatThrownBy(() -> server.encode(new Ping(0, Octets.EMPTY)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("can't send a command in the state GREETING");
    }

    private static ZmtpVersion versionWith(int major, int minor) {
        return ConnectionTranscript.of(Sides.server(ZmtpSocketType.ROUTER))
                .feed(greeting(major, minor, "NULL"))
                .connection()
                .version();
    }
}
