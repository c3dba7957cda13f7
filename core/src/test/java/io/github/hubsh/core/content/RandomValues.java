package io.github.hubsh.core.content;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.FrozenSet;
import io.github.hubsh.core.value.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of every type that a pickle can carry, or only of those that JSON has as well; the same for the same seed. */
public final class RandomValues {
    private static final int MAX_DEPTH = 4;

    private final Random random;
    private final boolean jsonOnly;

    public RandomValues(long seed, boolean jsonOnly) {
        this.random = new Random(seed);
        this.jsonOnly = jsonOnly;
    }

    public @Nullable Object next() {
        return next(0);
    }

    private @Nullable Object next(int depth) {
        int kinds = depth < MAX_DEPTH ? 4 : 2;
        return switch (random.nextInt(kinds)) {
            case 0 -> plain();
            case 1 -> jsonOnly ? plain() : rich();
            case 2 -> list(depth + 1);
            default -> jsonOnly || random.nextBoolean() ? map(depth + 1) : collection(depth + 1);
        };
    }

    private @Nullable Object plain() {
        return switch (random.nextInt(7)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> (long) random.nextInt(100);
            case 3 -> random.nextLong() >> random.nextInt(64);
            case 4 -> new BigInteger(64 + random.nextInt(3000), random).setBit(64);
            case 5 -> random.nextBoolean() ? random.nextGaussian() : (double) random.nextInt();
            default -> text();
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(0x20000));
        }
        return text.toString();
    }

    private Object rich() {
        LocalDateTime local = LocalDate.ofEpochDay(random.nextInt(40_000))
                .atTime(LocalTime.ofNanoOfDay(random.nextInt(86_400) * 1_000_001_000L % 86_400_000_000_000L));
        return switch (random.nextInt(8)) {
            case 0 -> local;
            case 1 -> local.atOffset(ZoneOffset.ofTotalSeconds(random.nextInt(60_000) - 30_000));
            case 2 -> local.toLocalDate();
            case 3 -> local.toLocalTime();
            case 4 -> Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000) * 1000L);
            case 5 -> new BigDecimal(new BigInteger(100, random), random.nextInt(40) - 20);
            case 6 -> new UUID(random.nextLong(), random.nextLong());
            default -> bytes();
        };
    }

    private Bytes bytes() {
        byte[] bytes = new byte[random.nextInt(30)];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    private List<@Nullable Object> list(int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            list.add(next(depth));
        }
        return list;
    }

    private Object collection(int depth) {
        return switch (random.nextInt(3)) {
            case 0 -> Tuple.copyOf(list(depth));
            case 1 -> new LinkedHashSet<>(List.of(rich(), Tuple.of(text(), rich()), "x"));
            default -> FrozenSet.copyOf(List.of(bytes(), 1L));
        };
    }

    private Map<@Nullable Object, @Nullable Object> map(int depth) {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            map.put(jsonOnly || random.nextBoolean() ? text() : Tuple.of(rich(), plain()), next(depth));
        }
        return map;
    }
}
