package io.github.hubsh.shell.knowledge;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.SeenForm;
import io.github.hubsh.shell.session.result.LastValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept within small limits: 3 plugins, 2 commands, 2 arguments and 2 values of 10 characters. */
final class FactsTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final String LONG_NAME = "n".repeat(Limits.MAX_NAME_LENGTH + 1);

    private final Facts facts = new Facts(new Limits(3, 2, 2, 2, 10, 10, 1_000, 100));

    @Test
    void of_too_many_plugins_the_least_recently_used_is_forgotten() {
        for (String plugin : List.of("a", "b", "c", "a", "d")) {
            requireNonNull(facts.command(plugin, "go"));
        }
        assertThat(facts.plugins()).containsOnlyKeys("c", "a", "d");
        assertThat(facts.length()).isEqualTo(3L * "ago".length());
    }

    @Test
    void commands_and_arguments_beyond_the_limits_are_not_learned() {
        assertThat(Arrays.asList("a", "b", "c", "a"))
                .extracting(name -> facts.command("p", name) != null)
                .containsExactly(true, true, false, true);
        CommandFacts command = requireNonNull(facts.command("p", "a"));
        assertThat(Arrays.asList("x", "y", "z", "x", ""))
                .extracting(name -> facts.argument(command, name) != null)
                .containsExactly(true, true, false, true, false);
    }

    @Test
    void long_names_are_not_learned() {
        assertThat(facts.command(LONG_NAME, "go")).isNull();
        assertThat(facts.command("p", LONG_NAME)).isNull();
        assertThat(facts.argument(new CommandFacts(), LONG_NAME)).isNull();
        assertThat(facts.plugins()).containsOnlyKeys("p");
    }

    @Test
    void characters_are_bounded_altogether() {
        for (String plugin : List.of("a", "b", "c")) {
            arguments(plugin, "go", "x", "1234567", false);
            arguments(plugin, "go", "y".repeat(20), "1234567", false);
        }
        assertThat(facts.plugins()).containsOnlyKeys("b", "c");
        assertThat(facts.length()).isLessThanOrEqualTo(100).isEqualTo(counted());
    }

    @Test
    void where_one_plugin_takes_all_the_room_nothing_more_is_learned_of_it() {
        requireNonNull(facts.command("p", "c".repeat(99)));
        assertThat(facts.length()).isEqualTo(100);
        assertThat(facts.command("p", "d")).isNull();
        assertThat(facts.argument(new CommandFacts(), "x")).isNull();
    }

    /** Columns: values of an argument one after the other, and those that are kept, the newest first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a             | [a]
            a b           | [b, a]
            a b c         | [c, b]
            a b a         | [a, b]
            a a a         | [a]
            12345678      | [12345678]
            123456789     | []
            a 123456789 b | [b, a]
            """)
    void the_newest_values_are_kept(String values, String kept) {
        for (String value : values.split(" ", -1)) {
            arguments("p", "go", "x", value, false);
        }
        assertThat(argument().values()).hasToString(kept);
        assertThat(facts.length()).isEqualTo(counted());
    }

    /** Columns: who sent which value (p a plugin, o we), and the types and values that are known then. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            o:1         | [integer]         | [1]
            o:1 o:a     | [integer, string] | [a, 1]
            o:a p:1     | [integer]         | [1]
            p:1 o:a     | [integer]         | [1]
            p:1 o:2     | [integer]         | [2, 1]
            p:1 p:a     | [integer, string] | [a, 1]
            """)
    void what_we_send_teaches_no_other_type_than_what_plugins_send(String sent, String types, String values) {
        for (String each : sent.split(" ", -1)) {
            String text = each.substring(2);
            arguments("p", "go", "x", text.matches("\\d") ? Long.valueOf(text) : text, each.startsWith("o"));
        }
        assertThat(argument().types()).hasToString(types);
        assertThat(argument().values()).hasToString(values);
        assertThat(facts.length()).isEqualTo(counted());
    }

    @Test
    void of_a_secret_only_the_type_is_kept() {
        arguments("p", "go", "api_key", "abc", false);
        ArgumentFacts secret = requireNonNull(command().arguments.get("api_key"));
        assertThat(secret.types()).containsExactly("string");
        assertThat(secret.values()).isEmpty();
    }

    @Test
    void of_a_table_the_type_of_its_labels_is_kept() {
        Index labels = new Index(NdArray.ofObjects(List.of("a")), null);
        arguments("p", "go", "x", Series.of(labels, NdArray.ofLongs(1), null), false);
        assertThat(argument().types()).containsExactly("Series");
        assertThat(argument().form()).isEqualTo(new SeenForm("object", List.of("json")));
    }

    @Test
    void names_that_are_no_texts_and_missing_values_are_no_values() {
        facts.arguments("p", "go", Map.of(37L, 1L), "json", false);
        assertThat(command().arguments).isEmpty();
        arguments("p", "go", "x", null, false);
        assertThat(argument().types()).containsExactly("null");
        assertThat(argument().values()).isEmpty();
    }

    @Test
    void the_last_answer_is_kept_unless_it_is_large_or_secret() {
        facts.answered("p", "go", 1L, NOON);
        facts.answered("p", "go", null, NOON.plusSeconds(1));
        assertThat(command().answers).isEqualTo(2);
        assertThat(command().gaveData).isTrue();
        assertThat(facts.lastValues()).containsExactly(new LastValue("p", "go", NOON.plusSeconds(1), null));
        facts.answered("p", "go", "a long answer", NOON);
        assertThat(facts.lastValues()).containsExactly(new LastValue("p", "go", NOON, Facts.TOO_LARGE));
        facts.answered("p", "get_token", "abc", NOON);
        assertThat(facts.lastValues()).hasSize(1);
        assertThat(facts.length()).isEqualTo(counted());
    }

    @Test
    void answers_are_counted_up_to_a_limit_and_listed_by_plugin() {
        for (int i = 0; i < 1_001; i++) {
            facts.answered("p", "go", null, NOON);
        }
        facts.answered("a", "go", 1L, NOON);
        assertThat(command().answers).isEqualTo(1_000);
        assertThat(command().gaveData).isFalse();
        assertThat(facts.lastValues()).extracting(LastValue::plugin).containsExactly("a", "p");
    }

    @Test
    void a_description_replaces_the_one_before() {
        Description one = description("one");
        facts.describe("p", Description.NOTHING);
        assertThat(facts.find("p")).isNull();
        facts.describe("p", one);
        long changes = facts.changes();
        facts.describe("p", description("one"));
        assertThat(facts.changes()).isEqualTo(changes);
        facts.describe("p", description("three"));
        assertThat(requireNonNull(facts.find("p")).described.commands()).containsOnlyKeys("three");
        assertThat(facts.length()).isEqualTo(counted());
        facts.describe("p", Description.NOTHING);
        assertThat(facts.length()).isEqualTo(1);
    }

    private static Description description(String command) {
        return requireNonNull(Description.of(
                Map.of("commands", Map.of(command, Map.of())), KnowledgeOrigin.DESCRIBED, Limits.DEFAULT));
    }

    private void arguments(String plugin, String command, String name, @Nullable Object value, boolean own) {
        facts.arguments(plugin, command, Collections.singletonMap(name, value), "json", own);
    }

    private CommandFacts command() {
        return requireNonNull(requireNonNull(facts.find("p")).seen.get("go"));
    }

    private ArgumentFacts argument() {
        return requireNonNull(command().arguments.get("x"));
    }

    /** What all that is there takes, counted again. */
    private long counted() {
        return facts.plugins().entrySet().stream()
                .mapToLong(each -> each.getKey().length() + each.getValue().length())
                .sum();
    }
}
