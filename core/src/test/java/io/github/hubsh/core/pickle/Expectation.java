package io.github.hubsh.core.pickle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.FrozenSet;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks a value against the description that stands beside its pickle. */
final class Expectation {
    private Expectation() {}

    static void check(@Nullable Object value, JsonNode expected) {
        if (expected.isNull()) {
            assertThat(value).isNull();
        } else if (expected.isBoolean()) {
            assertThat(value).isEqualTo(expected.booleanValue());
        } else if (expected.isTextual()) {
            assertThat(expected.textValue()).isEqualTo("<the list itself>");
            assertThat(value).isInstanceOf(ArrayList.class);
        } else {
            typed(value, expected, expected.get("type").asText());
        }
    }

    private static void typed(@Nullable Object value, JsonNode expected, String type) {
        switch (type) {
            case "int" ->
                assertThat(value).isEqualTo(integer(expected.get("value").asText()));
            case "float" ->
                assertThat(value).isEqualTo(number(expected.get("repr").asText()));
            case "str", "bytes", "bytearray", "str(py2 bytes)" -> text(value, expected, type);
            case "list" -> elements(value, expected, ArrayList.class);
            case "deque" -> elements(value, expected, ArrayList.class);
            case "tuple" -> elements(value, expected, Tuple.class);
            case "set" -> set(value, expected, LinkedHashSet.class);
            case "frozenset" -> set(value, expected, FrozenSet.class);
            case "dict", "OrderedDict", "defaultdict" -> dict(value, expected);
            case "global" ->
                assertThat(value).isEqualTo(new Global(expected.get("name").asText()));
            case "object", "enum" -> object(value, expected);
            default -> scalar(value, expected, type);
        }
    }

    private static Object integer(String digits) {
        BigInteger value = new BigInteger(digits);
        return value.bitLength() < 64 ? (Object) value.longValue() : value;
    }

    private static double number(String repr) {
        return switch (repr) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(repr);
        };
    }

    private static void text(@Nullable Object value, JsonNode expected, String type) {
        if (type.equals("str")) {
            assertThat(value).isEqualTo(expected.get("value").asText());
        } else {
            byte[] bytes = HexFormat.of().parseHex(expected.get("hex").asText());
            boolean isText = type.equals("str(py2 bytes)") && value instanceof String;
            assertThat(isText ? Bytes.of(((String) requireNonNull(value)).getBytes(StandardCharsets.UTF_8)) : value)
                    .isEqualTo(Bytes.of(bytes));
        }
    }

    private static void elements(@Nullable Object value, JsonNode expected, Class<?> type) {
        assertThat(value).isInstanceOf(type);
        List<?> list = (List<?>) requireNonNull(value);
        assertThat(list).hasSameSizeAs(expected.get("items"));
        for (int i = 0; i < list.size(); i++) {
            check(list.get(i), expected.get("items").get(i));
        }
    }

    /** The recording lists a set's elements by their text. */
    private static void set(@Nullable Object value, JsonNode expected, Class<?> type) {
        assertThat(value).isInstanceOf(type);
        List<Object> elements = new ArrayList<>((Collection<?>) value);
        elements.sort((a, b) -> a.toString().compareTo(b.toString()));
        elements(elements, expected, ArrayList.class);
    }

    private static void dict(@Nullable Object value, JsonNode expected) {
        assertThat(value).isInstanceOf(LinkedHashMap.class);
        List<Map.Entry<?, ?>> entries = new ArrayList<>(((Map<?, ?>) requireNonNull(value)).entrySet());
        assertThat(entries).hasSameSizeAs(expected.get("items"));
        for (int i = 0; i < entries.size(); i++) {
            check(entries.get(i).getKey(), expected.get("items").get(i).get(0));
            check(entries.get(i).getValue(), expected.get("items").get(i).get(1));
        }
    }

    private static void object(@Nullable Object value, JsonNode expected) {
        String name = expected.get("class").asText();
        if (!(value instanceof Opaque opaque)) {
            assertThat(value)
                    .isEqualTo(new Global(name + "." + expected.get("name").asText()));
            return;
        }
        assertThat(opaque.className()).isEqualTo(name);
        if (expected.has("args")) {
            elements(
                    new ArrayList<>(opaque.arguments()),
                    ((ObjectNode) expected.deepCopy()).set("items", expected.get("args")),
                    ArrayList.class);
        }
        JsonNode state = expected.path("state");
        state.fieldNames()
                .forEachRemaining(
                        field -> check(((Map<?, ?>) requireNonNull(opaque.state())).get(field), state.get(field)));
        for (int i = 0; i < expected.path("list_items").size(); i++) {
            check(opaque.items().get(i), expected.get("list_items").get(i));
        }
    }

    private static void scalar(@Nullable Object value, JsonNode expected, String type) {
        switch (type) {
            case "datetime" -> dateTime(value, expected.get("iso").asText());
            case "date" ->
                assertThat(value).isEqualTo(LocalDate.parse(expected.get("iso").asText()));
            case "time" ->
                assertThat(value).isEqualTo(LocalTime.parse(expected.get("iso").asText()));
            case "timedelta" ->
                assertThat(value)
                        .isEqualTo(Duration.ofDays(expected.get("days").asLong())
                                .plusSeconds(expected.get("seconds").asLong())
                                .plusNanos(expected.get("microseconds").asLong() * 1000));
            case "UUID" ->
                assertThat(value)
                        .isEqualTo(UUID.fromString(expected.get("value").asText()));
            case "Decimal" -> decimal(value, expected.get("value").asText());
            default -> named(value, expected, type);
        }
    }

    private static void dateTime(@Nullable Object value, String iso) {
        boolean aware = iso.contains("+") || iso.endsWith("Z");
        assertThat(value).isEqualTo(aware ? OffsetDateTime.parse(iso) : LocalDateTime.parse(iso));
    }

    private static void decimal(@Nullable Object value, String text) {
        if (value instanceof BigDecimal) {
            assertThat(value).isEqualTo(new BigDecimal(text));
        } else {
            assertThat(Json.write(value)).isEqualTo('"' + text + '"');
        }
    }

    /** What has no counterpart here says which class it is of. */
    private static void named(@Nullable Object value, JsonNode expected, String type) {
        if (type.startsWith("numpy.") || type.startsWith("pandas.")) {
            TableExpectation.check(value, expected, type);
            return;
        }
        assertThat(value).isInstanceOf(Opaque.class);
        assertThat(Json.write(value)).contains("\"builtins." + type);
    }
}
