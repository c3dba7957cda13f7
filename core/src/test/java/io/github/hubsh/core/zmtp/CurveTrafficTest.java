package io.github.hubsh.core.zmtp;

import static io.github.hubsh.core.zmtp.WireBytes.command;
import static io.github.hubsh.core.zmtp.WireBytes.concat;
import static io.github.hubsh.core.zmtp.WireBytes.hex;
import static io.github.hubsh.core.zmtp.WireBytes.last;
import static io.github.hubsh.core.zmtp.WireBytes.more;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sealed frames: whole, in order, of this connection, and within the limits; or the connection ends. */
final class CurveTrafficTest {
    private static CurvePair connected() throws ZmtpException {
        CurvePair pair = new CurvePair();
        pair.connect();
        return pair;
    }

    @Test
    void a_message_that_is_sent_again_ends_the_connection() throws ZmtpException {
        CurvePair pair = connected();
        byte[] first = pair.sealed("one");
        CurvePair.receive(pair.server, first);
        assertThat(failure(pair.server, first))
                .hasMessage("a sealed frame with the nonce 3 after 3: sent again, or out of order");
    }

    @Test
    void messages_in_another_order_end_the_connection() throws ZmtpException {
        CurvePair pair = connected();
        byte[] first = pair.sealed("one");
        CurvePair.receive(pair.server, pair.sealed("two"));
        assertThat(failure(pair.server, first)).hasMessageContaining("the nonce 3 after 4");
    }

    @Test
    void a_message_of_another_connection_or_the_other_direction_is_not_opened() throws ZmtpException {
        CurvePair pair = connected();
        byte[] reflected = CurvePair.sealed(pair.server, last("one"));
        reflected[17] = 9; // a nonce that would do
        assertThat(failure(pair.server, reflected))
                .hasMessage("a sealed frame that was changed, or is of another connection");
    }

    @Test
    void any_bit_that_is_changed_ends_the_connection() throws ZmtpException {
        byte[] sealed = connected().sealed("hello");
        for (int bit = 0; bit < sealed.length * Byte.SIZE; bit += 5) {
            byte[] changed = sealed.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            CurvePair pair = connected();
            try {
                ZmtpEvent event = CurvePair.receive(pair.server, changed);
                // A size that is larger now waits for more.
                assertThat(event).as("bit %d", bit).isInstanceOf(ZmtpEvent.Write.class);
            } catch (ZmtpException e) {
                assertThat(pair.server.state()).isEqualTo(ZmtpConnection.State.CLOSED);
                assertThat(e.reply()).isEqualTo(Octets.EMPTY);
            }
        }
    }

    @Test
    void what_is_not_sealed_is_refused() throws ZmtpException {
        for (byte[] plain : List.of(
                last("hello"),
                more("hello"),
                command("PING", "\0\0"),
                command("ERROR", "\2no"),
                last("x".repeat(60)))) {
            assertThat(failure(connected().server, plain))
                    .hasMessage("a frame that is not sealed, on a CURVE connection");
        }
    }

    @Test
    void what_is_announced_above_the_limit_is_refused_before_it_comes() throws ZmtpException {
        CurvePair pair = connected();
        assertThat(failure(pair.server, hex("02 0000000004000022")))
                .hasMessage("a sealed frame of 67108865 bytes; at most 67108864 are allowed");
        CurvePair other = connected();
        CurvePair.receive(other.server, hex("02 0000000004000021 07"));
        assertThat(other.server.heldBytes()).isLessThan(1000);
    }

    @Test
    void the_limits_of_what_was_sealed_hold_too() throws ZmtpException {
        CurvePair pair = connected();
        byte[] many = new byte[0];
        for (int i = 0; i < 65; i++) {
            many = concat(many, more("a"));
        }
        byte[] sealed = CurvePair.sealed(pair.client, many);
        ByteBuffer input = ByteBuffer.wrap(sealed);
        ZmtpException failure = catchThrowableOfType(ZmtpException.class, () -> {
            while (input.hasRemaining()) {
                pair.server.receive(input);
            }
        });
        assertThat(failure).hasMessageStartingWith("a message of 65 frames or more");
    }

    @Test
    void commands_are_sealed_as_commands() throws ZmtpException {
        CurvePair pair = new CurvePair(CurvePair.SERVER.publicKey(), ZmtpSocketType.SUB, ZmtpSocketType.XPUB);
        pair.connect();
        Octets subscribe = pair.client.encode(new Command.Subscribe(Octets.ofText("lab")));
        assertThat(CurvePair.receive(pair.server, CurvePair.sealed(pair.client, subscribe.toArray())))
                .isEqualTo(new Command.Subscribe(Octets.ofText("lab")));
        Command.Ping ping = new Command.Ping(0, Octets.EMPTY);
        assertThat(CurvePair.receive(
                        pair.client,
                        CurvePair.sealed(pair.server, pair.server.encode(ping).toArray())))
                .isEqualTo(ping);
    }

    @Test
    void frames_of_any_size_come_out_as_they_went_in_however_they_are_cut() throws ZmtpException {
        Random random = new Random(17);
        CurvePair pair = connected();
        for (int round = 0; round < 100; round++) {
            byte[] frame = new byte[random.nextInt(round % 10 == 0 ? 100_000 : 700)];
            random.nextBytes(frame);
            ByteBuffer plain = ByteBuffer.allocate(FrameHeader.MAX_BYTES + frame.length);
            FrameHeader.last(frame.length).writeTo(plain);
            plain.put(frame).flip();
            List<byte[]> sealed = new ArrayList<>();
            while (plain.hasRemaining()) {
                byte[] piece = new byte[Math.min(plain.remaining(), 1 + random.nextInt(50_000))];
                plain.get(piece);
                sealed.add(CurvePair.sealed(pair.client, piece));
            }
            ZmtpEvent event = new ZmtpEvent.Write(Octets.EMPTY);
            for (byte[] piece : sealed) {
                event = CurvePair.receive(pair.server, piece);
            }
            OpenedBytes opened = (OpenedBytes) event;
            byte[] got = new byte[opened.piece().length()];
            opened.buffer().get(opened.piece().offset(), got);
            assertThat(got).as("round %d", round).isEqualTo(frame);
            assertThat(opened.piece().endsMessage()).isTrue();
        }
    }

    @Test
    void memory_that_is_given_goes_back_whatever_comes() throws ZmtpException {
        LentMemory memory = new LentMemory();
        CurvePair pair = connected();
        pair.client.useMemory(memory);
        pair.server.useMemory(memory);
        byte[] large = largeFrame();

        byte[] sealed = CurvePair.sealed(pair.client, large);
        FrameBlock taken = Objects.requireNonNull(pair.client.sealer()).takeLarge();
        Objects.requireNonNull(taken).release();
        OpenedBytes opened = (OpenedBytes) CurvePair.receive(pair.server, sealed);
        assertThat(opened.buffer().isDirect()).isTrue();
        assertThat(opened.piece().length()).isEqualTo(300_000);
        opened.block().release();
        assertThat(memory.lent).isZero();

        byte[] changed = CurvePair.sealed(pair.client, large);
        changed[1000] ^= 1;
        Objects.requireNonNull(pair.client.sealer()).close();
        assertThat(failure(pair.server, changed)).hasMessageStartingWith("a sealed frame that was changed");
        assertThat(memory.lent).isZero();
    }

    @Test
    void an_unfinished_frame_goes_back_with_its_connection() throws ZmtpException {
        LentMemory memory = new LentMemory();
        CurvePair pair = connected();
        byte[] sealed = CurvePair.sealed(pair.client, largeFrame());
        pair.server.useMemory(memory);
        CurvePair.receive(pair.server, Arrays.copyOf(sealed, 200_000));
        assertThat(memory.lent).isEqualTo(1);
        pair.server.close();
        assertThat(memory.lent).isZero();
    }

    private static byte[] largeFrame() {
        ByteBuffer frame = ByteBuffer.allocate(FrameHeader.MAX_BYTES + 300_000);
        FrameHeader.last(300_000).writeTo(frame);
        return Arrays.copyOf(frame.array(), frame.position() + 300_000);
    }

    /** Memory outside the heap, counted. */
    private static final class LentMemory implements FrameMemory {
        // Mutable state
        private int lent;

        @Override
        public FrameBlock allocate(int capacity) {
            lent++;
            ByteBuffer bytes = ByteBuffer.allocateDirect(capacity);
            return new FrameBlock() {
                @Override
                public ByteBuffer bytes() {
                    return bytes;
                }

                @Override
                public void release() {
                    lent--;
                }
            };
        }
    }

    private static ZmtpException failure(ZmtpConnection side, byte[] input) {
        return catchThrowableOfType(ZmtpException.class, () -> CurvePair.receive(side, input));
    }
}
