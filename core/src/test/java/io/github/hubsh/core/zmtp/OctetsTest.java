package io.github.hubsh.core.zmtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class OctetsTest {
    @Test
    void equal_bytes_are_equal() {
        assertThat(Octets.of((byte) 'a', (byte) 'b'))
                .isEqualTo(Octets.ofText("ab"))
                .hasSameHashCodeAs(Octets.ofText("ab"))
                .isNotEqualTo(Octets.ofText("a"))
                .isNotEqualTo("ab");
    }

    @Test
    void octets_keep_what_they_were_made_of() {
        byte[] source = {(byte) 0xFF};
        Octets octets = Octets.of(source);
        source[0] = 0;
        octets.toArray()[0] = 0;
        assertThat(octets.get(0)).isEqualTo(255);
        assertThat(octets.buffer().isReadOnly()).isTrue();
    }

    @Test
    void the_text_of_octets_is_printable_and_short() {
        assertThat(Octets.ofText("a~ \n\u007f\u00e9")).hasToString("a~ ????");
        assertThat(Octets.ofText("x".repeat(300)).toString()).hasSize(255);
    }

    @Test
    void an_identity_of_ours_keeps_to_the_protocol() {
        assertThatThrownBy(() -> local(Octets.of(new byte[256]))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> local(Octets.of((byte) 0, (byte) 1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(local(Octets.ofText("x".repeat(255))).identity().size()).isEqualTo(255);
    }

    private static LocalSocket local(Octets identity) {
        return new LocalSocket(ConnectionSide.CLIENT, ZmtpSocketType.DEALER, identity);
    }
}
