package io.github.hubsh.core.value.table;

import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.Packing;
import io.github.hubsh.core.value.array.UnfitValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moments and durations, or their ISO 8601 texts, to columns that count a unit. */
final class Times {
    private static final long NOT_A_TIME = Long.MIN_VALUE;

    private Times() {}

    static NdArray pack(char kind, String unit, List<?> values) throws UnfitValueException {
        BigDecimal perSecond = new BigDecimal(
                switch (unit) {
                    case "s" -> "1";
                    case "ms" -> "1e3";
                    case "us" -> "1e6";
                    case "ns" -> "1e9";
                    default -> throw new IllegalArgumentException("times in " + unit + " cannot be written here");
                });
        List<BigInteger> counts = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            BigDecimal seconds = seconds(kind, values.get(i), i);
            counts.add(
                    seconds == null
                            ? BigInteger.valueOf(NOT_A_TIME)
                            : seconds.multiply(perSecond)
                                    .setScale(0, RoundingMode.FLOOR)
                                    .toBigInteger());
        }
        NdArray numbers = Packing.pack(Dtype.INT64, counts);
        ByteBuffer bytes = ByteBuffer.wrap(numbers.toBytes());
        return NdArray.packed(Dtype.time(kind, false, unit, 1), List.of(values.size()), false, bytes);
    }

    static ZoneId zone(String name) {
        try {
            return name.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("there is no time zone " + name, e);
        }
    }

    private static @Nullable BigDecimal seconds(char kind, @Nullable Object value, int index)
            throws UnfitValueException {
        if (value == null || "NaT".equals(value)) {
            return null;
        }
        try {
            return kind == 'm' ? duration(value) : moment(value);
        } catch (DateTimeException e) {
            throw new UnfitValueException(
                    index, value + (kind == 'm' ? " is not a duration" : " is not a date or time"));
        }
    }

    private static BigDecimal duration(Object value) {
        Duration duration = value instanceof Duration given ? given : Duration.parse(value.toString());
        return joined(duration.getSeconds(), duration.getNano());
    }

    private static BigDecimal moment(Object value) {
        Instant instant;
        if (value instanceof OffsetDateTime at) {
            instant = at.toInstant();
        } else {
            String text = value.toString();
            boolean dateOnly = text.indexOf('T') < 0;
            boolean offset =
                    !dateOnly && (text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > 10);
            instant = dateOnly
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : offset
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        }
        return joined(instant.getEpochSecond(), instant.getNano());
    }

    private static BigDecimal joined(long seconds, int nanos) {
        return BigDecimal.valueOf(seconds).add(BigDecimal.valueOf(nanos, 9));
    }
}
