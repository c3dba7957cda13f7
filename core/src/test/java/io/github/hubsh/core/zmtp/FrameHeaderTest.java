package io.github.hubsh.core.zmtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FrameHeaderTest {
    @ParameterizedTest
    @CsvSource({
        "last, 0, 0000",
        "last, 255, 00ff",
        "more, 255, 01ff",
        "command, 7, 0407",
        "last, 256, 020000000000000100",
        "more, 67108864, 030000000004000000",
        "command, 300, 06000000000000012c",
        "last, 9223372036854775807, 027fffffffffffffff"
    })
    void a_header_has_the_shortest_form(String kind, long size, String hex) throws ZmtpException {
        FrameHeader header = switch (kind) {
            case "more" -> FrameHeader.more(size);
            case "command" -> FrameHeader.command(size);
            default -> FrameHeader.last(size);
        };
        ByteBuffer written = ByteBuffer.allocate(FrameHeader.MAX_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.writeTo(written);
        assertThat(written.position()).isEqualTo(header.bytes());
        assertThat(written.flip()).isEqualTo(ByteBuffer.wrap(WireBytes.hex(hex)));
        assertThat(new FrameHeaderDecoder().read(written)).isEqualTo(header);
    }

    @Test
    void a_small_size_in_the_long_form_is_read_too() throws ZmtpException {
        ByteBuffer input = ByteBuffer.wrap(WireBytes.hex("02 0000000000000003"));
        assertThat(new FrameHeaderDecoder().read(input)).isEqualTo(FrameHeader.last(3));
    }

    @Test
    void a_decoder_reads_one_header_after_the_other() throws ZmtpException {
        FrameHeaderDecoder decoder = new FrameHeaderDecoder();
        ByteBuffer input = ByteBuffer.wrap(WireBytes.hex("0101 0200"));
        assertThat(decoder.read(input)).isEqualTo(FrameHeader.more(1));
        assertThat(decoder.read(input)).isNull();
        assertThat(decoder.read(ByteBuffer.wrap(WireBytes.hex("00000000000101"))))
                .isEqualTo(FrameHeader.last(0x101));
    }

    @Test
    void a_header_that_cannot_be_is_our_fault() {
        assertThatThrownBy(() -> FrameHeader.last(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FrameHeader(true, true, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
