package io.github.hubsh.core.zmtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.zmtp.Command.Cancel;
import io.github.hubsh.core.zmtp.Command.Ping;
import io.github.hubsh.core.zmtp.Command.Pong;
import io.github.hubsh.core.zmtp.Command.Subscribe;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CommandCodecTest {
    @Test
    void commands_have_the_form_of_the_specification() {
        assertThat(hex(new Subscribe(Octets.ofText("lab")), ZmtpVersion.V3_1))
                .isEqualTo("040d" + "09535542534352494245" + "6c6162");
        assertThat(hex(new Cancel(Octets.EMPTY), ZmtpVersion.V3_1)).isEqualTo("0407" + "0643414e43454c");
        assertThat(hex(new Ping(0x1234, Octets.ofText("c")), ZmtpVersion.V3_1))
                .isEqualTo("0408" + "0450494e47" + "1234" + "63");
        assertThat(hex(new Pong(Octets.ofText("c")), ZmtpVersion.V3_0)).isEqualTo("0406" + "04504f4e47" + "63");
    }

    @Test
    void a_peer_of_the_old_version_gets_subscriptions_as_messages() {
        assertThat(hex(new Subscribe(Octets.ofText("lab")), ZmtpVersion.V3_0)).isEqualTo("0004016c6162");
        assertThat(hex(new Cancel(Octets.EMPTY), ZmtpVersion.V3_0)).isEqualTo("000100");
    }

    @Test
    void a_long_subscription_has_a_long_frame() {
        assertThat(hex(new Subscribe(Octets.of(new byte[300])), ZmtpVersion.V3_0))
                .startsWith("02000000000000012d01");
        assertThat(hex(new Subscribe(Octets.of(new byte[300])), ZmtpVersion.V3_1))
                .startsWith("060000000000000136");
    }

    @Test
    void what_is_written_is_read() throws ZmtpException {
        Octets context = Octets.ofText("sixteen octets..");
        for (Command command : List.of(
                new Subscribe(Octets.ofText("lab")),
                new Cancel(Octets.EMPTY),
                new Ping(0xFFFF, context),
                new Ping(0, Octets.EMPTY),
                new Pong(context))) {
            byte[] frame = CommandCodec.encode(command, ZmtpVersion.V3_1).toArray();
            byte[] body = Arrays.copyOfRange(frame, 2, frame.length);
            assertThat(CommandCodec.parse(RawCommand.parse(body))).isEqualTo(command);
        }
    }

    @Test
    void a_command_that_cannot_be_is_our_fault() {
        Octets tooLong = Octets.of(new byte[17]);
        assertThatThrownBy(() -> new Ping(0x10000, Octets.EMPTY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ping(-1, Octets.EMPTY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ping(0, tooLong)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pong(tooLong)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String hex(Command command, ZmtpVersion version) {
        return HexFormat.of().formatHex(CommandCodec.encode(command, version).toArray());
    }
}
