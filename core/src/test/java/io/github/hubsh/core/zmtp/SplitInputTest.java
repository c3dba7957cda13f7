package io.github.hubsh.core.zmtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However the bytes are cut, the events are the same. */
final class SplitInputTest {
    private static final long SEED = 13;

    /** One side of a conversation. */
    private record Stretch(String name, Supplier<ConnectionTranscript> connection, Octets bytes) {
        @Override
        public String toString() {
            return name;
        }

        List<String> events(int... sizes) {
            return connection.get().feed(bytes.toArray(), sizes).lines();
        }
    }

    @ParameterizedTest
    @MethodSource("stretches")
    void a_cut_at_any_byte_changes_nothing(Stretch stretch) {
        List<String> whole = stretch.events();
        for (int at = 1; at < stretch.bytes().size(); at++) {
            assertThat(stretch.events(at, Integer.MAX_VALUE / 2))
                    .as("cut at %d", at)
                    .isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("stretches")
    void pieces_of_one_size_change_nothing(Stretch stretch) {
        List<String> whole = stretch.events();
        for (int size = 1; size < 20; size++) {
            assertThat(stretch.events(size)).as("pieces of %d", size).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("stretches")
    void pieces_of_random_sizes_change_nothing(Stretch stretch) {
        List<String> whole = stretch.events();
        Random random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            int[] sizes = random.ints(50, 1, 40).toArray();
            assertThat(stretch.events(sizes))
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(whole);
        }
    }

    static Stream<Stretch> stretches() {
        List<Stretch> all = new ArrayList<>();
        for (ZmtpRecording each : ZmtpRecording.all()) {
            all.add(new Stretch(each.name() + ", client", each::ourServer, each.fromClient()));
            all.add(new Stretch(each.name() + ", server", each::ourClient, each.fromServer()));
        }
        Octets refused = Octets.of(WireBytes.concat(WireBytes.greeting(), WireBytes.command("ERROR", "\4busy")));
        all.add(new Stretch("refused", () -> ConnectionTranscript.of(Sides.client(ZmtpSocketType.DEALER)), refused));
        Octets wrong = Octets.of(WireBytes.concat(WireBytes.greeting(), WireBytes.ready("PULL", "")));
        all.add(new Stretch("wrong type", () -> ConnectionTranscript.of(Sides.server(ZmtpSocketType.ROUTER)), wrong));
        return all.stream();
    }
}
