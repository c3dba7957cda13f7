package io.github.hubsh.core.pickle;

import io.github.hubsh.core.pickle.family.Family;
import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.Opaque;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code Decimal} and {@code UUID}. A Decimal that is no number has no counterpart, and stays opaque. */
final class ExactTypes implements Family {
    private static final String DECIMAL = "decimal.Decimal";
    private static final String UUID_CLASS = "uuid.UUID";
    private static final BigInteger UUID_END = BigInteger.ONE.shiftLeft(128);

    @Override
    public Set<String> names() {
        return Set.of(DECIMAL, UUID_CLASS);
    }

    @Override
    public @Nullable Object call(String name, List<@Nullable Object> arguments, Meter meter) {
        if (arguments.size() != 1
                || !(arguments.get(0) instanceof String text)
                || text.length() > meter.budget().digits()) {
            return null;
        }
        try {
            return name.equals(DECIMAL) ? decimal(text) : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A negative zero stays opaque: Java's zero has no sign. */
    private static @Nullable BigDecimal decimal(String text) {
        BigDecimal number = new BigDecimal(text);
        return number.signum() == 0 && text.startsWith("-") ? null : number;
    }

    /** A UUID is made empty, and then gets its number. */
    @Override
    public @Nullable Object built(Opaque object, Meter meter) {
        if (!object.className().equals(UUID_CLASS)
                || !(object.state() instanceof Map<?, ?> state)
                || !(state.get("int") instanceof Number number)) {
            return null;
        }
        BigInteger value = number instanceof BigInteger big ? big : BigInteger.valueOf(number.longValue());
        return value.signum() < 0 || value.compareTo(UUID_END) >= 0
                ? null
                : new UUID(value.shiftRight(64).longValue(), value.longValue());
    }
}
