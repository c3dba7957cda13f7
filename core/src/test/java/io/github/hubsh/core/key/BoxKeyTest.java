package io.github.hubsh.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.neilalexander.jnacl.crypto.xsalsa20poly1305;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Boxes, beside those of libsodium and of a second library. */
final class BoxKeyTest {
    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @MethodSource("vectors")
    void boxes_are_those_of_libsodium(String line) throws WeakKeyException {
        String[] fields = line.split(" ", -1);
        CurveKeyPair alice = CurveKeyPair.ofSecret(bytes(fields[1]));
        CurveKeyPair bob = CurveKeyPair.ofSecret(bytes(fields[2]));
        byte[] nonce = bytes(fields[5]);
        byte[] plain = bytes(fields[6]);
        assertThat(alice.publicKey().toArray()).isEqualTo(bytes(fields[3]));
        assertThat(bob.publicKey().toArray()).isEqualTo(bytes(fields[4]));
        assertThat(alice.shareWith(bob.publicKey()).seal(nonce, plain)).isEqualTo(bytes(fields[7]));
        assertThat(bob.shareWith(alice.publicKey()).open(nonce, bytes(fields[7])))
                .isEqualTo(plain);
        assertThat(BoxKey.of(bytes(fields[2])).seal(nonce, plain)).isEqualTo(bytes(fields[8]));
    }

    static List<String> vectors() throws IOException {
        try (var stream = Objects.requireNonNull(BoxKeyTest.class.getResourceAsStream("/curve/boxes.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    @Test
    void boxes_of_any_size_are_those_of_another_library() {
        Random random = new Random(17);
        for (int i = 0; i < 500; i++) {
            byte[] key = bytes(random, CurveKey.BYTES);
            byte[] nonce = bytes(random, BoxKey.NONCE_BYTES);
            byte[] plain = bytes(random, random.nextInt(i < 490 ? 300 : 100_000));
            byte[] padded = new byte[CurveKey.BYTES + plain.length];
            System.arraycopy(plain, 0, padded, CurveKey.BYTES, plain.length);
            byte[] box = new byte[padded.length];
            xsalsa20poly1305.crypto_secretbox(box, padded, padded.length, nonce, key);
            assertThat(BoxKey.of(key).seal(nonce, plain))
                    .isEqualTo(Arrays.copyOfRange(box, BoxKey.OVERHEAD_BYTES, box.length));
        }
    }

    @Test
    void a_box_with_any_bit_changed_is_not_opened() {
        BoxKey key = BoxKey.of(new byte[CurveKey.BYTES]);
        byte[] nonce = new byte[BoxKey.NONCE_BYTES];
        byte[] box = key.seal(nonce, bytes(new Random(1), 5));
        for (int bit = 0; bit < box.length * Byte.SIZE; bit++) {
            byte[] changed = box.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            assertThat(key.open(nonce, changed)).isNull();
        }
        assertThat(key.open(nonce, Arrays.copyOf(box, 15))).isNull();
        nonce[23] = 1;
        assertThat(key.open(nonce, box)).isNull();
    }

    @Test
    void a_sealer_makes_the_boxes_of_its_prefix_one_after_the_other() {
        Random random = new Random(3);
        BoxKey key = BoxKey.of(bytes(random, CurveKey.BYTES));
        byte[] nonce = bytes(random, BoxKey.NONCE_BYTES);
        Sealer sealer = key.sealer(Arrays.copyOf(nonce, BoxKey.PREFIX_BYTES));
        for (int counter = 0; counter < 300; counter += 7) {
            Arrays.fill(nonce, BoxKey.PREFIX_BYTES, BoxKey.NONCE_BYTES, (byte) 0);
            nonce[22] = (byte) (counter >> Byte.SIZE);
            nonce[23] = (byte) counter;
            byte[] plain = bytes(random, counter);
            byte[] frame = new byte[3 + BoxKey.OVERHEAD_BYTES + plain.length];
            System.arraycopy(plain, 0, frame, 3 + BoxKey.OVERHEAD_BYTES, plain.length);
            ByteBuffer box = ByteBuffer.wrap(frame).position(3);
            sealer.seal(counter, box);
            assertThat(Arrays.copyOfRange(frame, 3, frame.length)).isEqualTo(key.seal(nonce, plain));
            assertThat(sealer.open(counter + 1, box)).isFalse();
            assertThat(sealer.open(counter, box)).isTrue();
            assertThat(frame).endsWith(plain);
        }
    }

    @Test
    void a_box_outside_the_heap_is_the_same() {
        Random random = new Random(4);
        BoxKey key = BoxKey.of(bytes(random, CurveKey.BYTES));
        byte[] nonce = new byte[BoxKey.NONCE_BYTES];
        Sealer sealer = key.sealer(Arrays.copyOf(nonce, BoxKey.PREFIX_BYTES));
        for (int size : new int[] {0, 1, 31, 32, 33, 16_383, 16_384, 16_385, 50_000}) {
            byte[] plain = bytes(random, size);
            ByteBuffer box = ByteBuffer.allocateDirect(5 + BoxKey.OVERHEAD_BYTES + size)
                    .put(5 + BoxKey.OVERHEAD_BYTES, plain)
                    .position(5);
            sealer.seal(0, box);
            byte[] sealed = new byte[BoxKey.OVERHEAD_BYTES + size];
            box.get(5, sealed);
            assertThat(sealed).as("%d bytes", size).isEqualTo(key.seal(nonce, plain));
            assertThat(sealer.open(1, box)).isFalse();
            assertThat(sealer.open(0, box)).isTrue();
            byte[] opened = new byte[size];
            box.get(5 + BoxKey.OVERHEAD_BYTES, opened);
            assertThat(opened).as("%d bytes", size).isEqualTo(plain);
        }
    }

    @Test
    void a_key_of_small_order_shares_nothing() {
        CurveKeyPair pair = CurveKeyPair.generate(new Random(1));
        byte[] one = new byte[CurveKey.BYTES];
        one[0] = 1;
        for (byte[] weak : List.of(new byte[CurveKey.BYTES], one)) {
            assertThatThrownBy(() -> pair.shareWith(CurveKey.of(weak))).isInstanceOf(WeakKeyException.class);
        }
    }

    @Test
    void a_wiped_pair_opens_nothing() throws WeakKeyException {
        CurveKeyPair alice = CurveKeyPair.generate(new Random(1));
        CurveKeyPair bob = CurveKeyPair.generate(new Random(2));
        byte[] nonce = new byte[BoxKey.NONCE_BYTES];
        byte[] box = alice.shareWith(bob.publicKey()).seal(nonce, new byte[4]);
        bob.wipe();
        assertThat(bob.shareWith(alice.publicKey()).open(nonce, box)).isNull();
    }

    private static byte[] bytes(String hex) {
        return hex.equals("-") ? new byte[0] : HEX.parseHex(hex);
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
