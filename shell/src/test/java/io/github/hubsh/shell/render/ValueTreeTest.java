package io.github.hubsh.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.shell.session.result.Outcome;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nested values for people. */
final class ValueTreeTest {
    @Test
    void objects_within_objects_are_a_tree_below_the_second_level() {
        Map<String, Object> pump = object("rate", 2L, "limits", object("low", 0L, "high", 9.5));
        Map<String, Object> value = object(
                "name", "lab", "limit", object("low", 1L), "devices", object("pump", pump, "ports", List.of(1L, 2L)));

        assertThat(shown(value, 80)).isEqualTo("""
            name     lab
            limit    {"low":1}
            devices  pump:
                       rate: 2
                       limits: {"low":0,"high":9.5}
                     ports: [1,2]
            """);
    }

    @Test
    void what_does_not_fit_a_line_is_a_tree_too() {
        Map<String, Object> step = object("electrode", "electrode043", "state", 1L);
        List<Object> mixed = new ArrayList<>(List.of(step, List.of("a".repeat(22), List.of(1L)), "x"));
        mixed.add(null);

        assertThat(shown(mixed, 30)).isEqualTo("""
            - electrode: "electrode043"
              state: 1
            - - "aaaaaaaaaaaaaaaaaaaaaa"
              - [1]
            - "x"
            - null
            """);
    }

    @Test
    void bytes_dates_decimals_and_nan_have_no_quotes_wherever_they_are() {
        Map<String, Object> inner = object(
                "png", Bytes.of(new byte[] {(byte) 0x89, 'P'}), "day", LocalDate.of(2024, 1, 2), "text", "2024-01-02");
        inner.put("price", new BigDecimal("1.50"));
        inner.put("nan", Double.NaN);

        assertThat(shown(object("inner", inner, "day", LocalDate.of(2024, 1, 2), "b", inner.get("png")), 100))
                .isEqualTo("""
            inner  {"png":0x8950,"day":2024-01-02,"text":"2024-01-02","price":1.50,"nan":NaN}
            day    2024-01-02
            b      0x8950
            """);
        assertThat(shown(List.of(inner), 100)).isEqualTo("""
            png     day         text        price  nan
            0x8950  2024-01-02  2024-01-02   1.50  NaN
            """);
    }

    @Test
    void an_object_of_an_unknown_class_shows_its_attributes() {
        Opaque motor = new Opaque("lab.Motor", List.of(), object("speed", 3L, "on", true), List.of(), Map.of());

        assertThat(shown(motor, 80)).isEqualTo("""
            __class__  lab.Motor
            speed      3
            on         true
            """);
        assertThat(shown(object("id", 1L, "motor", motor), 30)).isEqualTo("""
            id     1
            motor  __class__: "lab.Motor"
                   speed: 3
                   on: true
            """);
    }

    @Test
    void the_pager_gets_all_of_a_result_unless_it_is_too_much() {
        View view = new View(OutputFormat.AUTO, false, true, 20, false, Clock.systemUTC());
        Outcome value = Outcome.value(object("list", List.of("a".repeat(30), "b")));

        assertThat(PagedResult.of(value, Renderer.render(value, view), view))
                .containsExactly(StyledLine.of(
                        new StyledSpan("list  ", Role.KEY),
                        new StyledSpan("[\"" + "a".repeat(30) + "\",\"b\"]", Role.PLAIN)));

        Outcome much = Outcome.value(Collections.nCopies(1_000, Collections.nCopies(1_000, "x")));
        assertThat(PagedResult.of(much, Renderer.render(much, view), view)).isEmpty();
    }

    private static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }

    private static String shown(@Nullable Object value, int width) {
        View view = new View(OutputFormat.AUTO, false, true, width, false, Clock.systemUTC());
        StringBuilder text = new StringBuilder();
        for (StyledLine line : Renderer.render(Outcome.value(value), view).data()) {
            text.append(line.text()).append('\n');
        }
        return text.toString();
    }
}
