package io.github.hubsh.shell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WordIndexTest {
    private final Knowledge knowledge = new Knowledge(Limits.DEFAULT, Clock.systemUTC(), Map.of());

    @Test
    void what_is_described_is_offered_with_its_values_and_those_that_fail_without_come_first() {
        describe(
                "pump",
                "set",
                Map.of(
                        "required",
                        List.of("rate"),
                        "properties",
                        ordered(
                                "mode", Map.of("enum", List.of("fast", "1"), "description", "how"),
                                "on", Map.of("type", "boolean", "default", true),
                                "route", Map.of("type", "array", "default", List.of(1)),
                                "rate", Map.of("type", "number", "unit", "µL/s"))));

        assertThat(WordIndex.of(knowledge, List.of())).isEqualTo("""
                        p\tpump\t1 command
                        c\tpump\tset\tfirst second
                        a\tpump\tset\trate=\tnumber in µL/s, required
                        a\tpump\tset\tmode=\tany: how
                        a\tpump\tset\ton=\tboolean
                        a\tpump\tset\troute:=\tarray
                        v\tpump\tset\tmode\t=fast\t
                        v\tpump\tset\tmode\t==1\t
                        v\tpump\tset\ton\t=true\tdefault
                        v\tpump\tset\ton\t=false\t
                        """);
    }

    @Test
    void names_that_control_a_terminal_or_are_no_single_argument_are_left_out() {
        for (String name : List.of("a\nb", "a\tb", "\u001b[2J", "\u202eabc", "-rf", "|", ">", "", " ", "half\ud800")) {
            knowledge.learn(name, "go");
            knowledge.learn("pump", name);
        }
        describe(
                "valve",
                "set",
                Map.of("properties", ordered("a=b", Map.of(), "a[b]", Map.of(), "@a", Map.of(), "a:", Map.of())));
        knowledge.learn("$(touch x)", "`touch x`");

        assertThat(WordIndex.of(knowledge, List.of("b\nc", "\u009b1m"))).isEqualTo("""
                        p\t$(touch x)\t1 command
                        p\tpump\t10 commands
                        p\tvalve\t1 command
                        c\t$(touch x)\t`touch x`\t
                        c\tvalve\tset\tfirst second
                        """);
    }

    @Test
    void no_value_that_looks_secret_is_in_it() {
        describe(
                "door",
                "open",
                Map.of(
                        "properties",
                        ordered(
                                "pin", Map.of("default", 4711, "enum", List.of(4711)),
                                "url", Map.of("default", "https://ann:hunter2@host"),
                                "login", Map.of("default", Map.of("password", "hunter2")))));
        describe("gate", "get_token", Map.of("properties", Map.of("user", Map.of("default", "ann"))));

        assertThat(WordIndex.of(knowledge, List.of())).contains("pin=").doesNotContain("4711", "hunter2", "ann\t");
    }

    @Test
    void it_is_bounded_and_has_the_plugins_before_all_else() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            names.add("p" + i + "-".repeat(180));
        }
        for (int i = 0; i < 500; i++) {
            knowledge.learn("pump", "c" + i + "-".repeat(190));
        }

        String index = WordIndex.of(knowledge, names);

        assertThat(index).hasSizeLessThanOrEqualTo(WordIndex.MAX_LENGTH).contains("p\tpump\t", "c\tpump\tc0-");
        assertThat(index.lines().filter(line -> line.startsWith("p\t"))).hasSize(1_001);
    }

    private void describe(String plugin, String command, Map<String, ?> arguments) {
        knowledge.describe(
                plugin,
                Map.of("commands", Map.of(command, Map.of("documentation", "first\nsecond", "arguments", arguments))));
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
