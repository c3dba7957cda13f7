package io.github.hubsh.core.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.pickle.GoldenPickles.Golden;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.ContentException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any bytes give a value, which can be shown, or an error that says where. Nothing else. */
final class PickleFuzzTest {
    private static final PickleBudget SMALL = new PickleBudget(1 << 20, 100_000, 10_000, 100, 1000, 1_000_000);

    private final Random random = new Random(20160401);

    @Test
    void random_bytes_are_a_value_or_an_error() {
        for (int i = 0; i < 30_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            readOrRefuse(bytes);
        }
    }

    @Test
    void random_opcodes_are_a_value_or_an_error() {
        Opcode[] opcodes = Opcode.values();
        for (int i = 0; i < 60_000; i++) {
            byte[] bytes = new byte[2 + random.nextInt(80)];
            for (int j = 0; j < bytes.length; j++) {
                // Half of them small numbers and line feeds, so that arguments are often right.
                bytes[j] = (byte)
                        (random.nextBoolean()
                                ? opcodes[random.nextInt(opcodes.length)].code()
                                : random.nextInt(4) == 0 ? '\n' : random.nextInt(3));
            }
            bytes[bytes.length - 1] = '.';
            readOrRefuse(bytes);
        }
    }

    @Test
    void changed_recordings_are_a_value_or_an_error() {
        List<Golden> goldens = GoldenPickles.all();
        for (int i = 0; i < 30_000; i++) {
            byte[] bytes = goldens.get(random.nextInt(goldens.size())).pickle().toArray();
            for (int changes = 1 + random.nextInt(3); changes > 0 && bytes.length > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            readOrRefuse(bytes);
        }
    }

    @Test
    void a_recording_cut_short_is_always_an_error() {
        for (Golden golden : GoldenPickles.all()) {
            byte[] bytes = golden.pickle().toArray();
            for (int cut = 0; cut < 20; cut++) {
                byte[] start = Arrays.copyOf(bytes, random.nextInt(bytes.length));
                assertThat(readOrRefuse(start))
                        .as("%s cut to %s bytes", golden, start.length)
                        .isFalse();
            }
        }
    }

    /** Returns whether it was read. */
    private static boolean readOrRefuse(byte[] bytes) {
        Object value;
        try {
            value = PickleReader.read(bytes, SMALL);
        } catch (ContentException e) {
            assertThat(e.getMessage()).startsWith("pickle");
            return false;
        }
        try {
            assertThat(Json.write(value)).isNotEmpty();
            PickleWriter.write(value);
        } catch (ContentException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
        return true;
    }
}
