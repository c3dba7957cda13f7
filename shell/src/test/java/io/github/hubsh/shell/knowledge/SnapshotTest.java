package io.github.hubsh.shell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SnapshotTest {
    private static final Instant EARLY = Instant.parse("2024-01-01T10:00:00Z");
    private static final Instant LATE = Instant.parse("2024-01-01T11:00:00Z");

    private final Facts facts = new Facts(Limits.DEFAULT);

    @Test
    void what_was_seen_comes_back_from_the_file_as_it_was() throws ContentException {
        CommandFacts command = facts.command("pump", "dispense");
        ArgumentFacts argument = facts.argument(command, "volume");
        argument.addType("integer");
        facts.value(argument, "volume", 1L);
        facts.value(argument, "volume", 2L);
        facts.last(command, RememberedValue.of(5L, 100), EARLY);
        command.answers = 3;
        command.gaveData = true;

        Facts restored = throughTheFile(facts);

        CommandFacts again = restored.plugins().get("pump").seen.get("dispense");
        assertThat(again.arguments.get("volume").types()).containsExactly("integer");
        assertThat(again.arguments.get("volume").values()).containsExactly(2L, 1L);
        assertThat(again.last).isEqualTo(new RememberedValue(5L, 1));
        assertThat(again.lastTime).isEqualTo(EARLY);
        assertThat(again.answers).isEqualTo(3);
        assertThat(again.gaveData).isTrue();
        assertThat(Snapshot.of(restored)).isEqualTo(Snapshot.of(facts));
    }

    @Test
    void a_file_of_another_version_is_not_read() throws ContentException {
        restore("{\"version\": 2, \"plugins\": {\"pump\": {\"seen\": {\"dispense\": {}}}}}");

        assertThat(facts.plugins()).isEmpty();
    }

    @Test
    void what_is_no_object_where_one_belongs_is_left_out() throws ContentException {
        restore("{\"version\": 1, \"plugins\": [1]}");
        restore("{\"version\": 1, \"plugins\": {\"pump\": {\"described\": 7, \"seen\": {\"a\": 3, \"b\":"
                + " {\"arguments\": 4, \"time\": \"never\"}}}}}");

        assertThat(facts.plugins().get("pump").seen).containsOnlyKeys("a", "b");
        assertThat(facts.plugins().get("pump").seen.get("b").last).isNull();
        assertThat(facts.plugins().get("pump").seen.get("b").arguments).isEmpty();
    }

    @Test
    void the_newer_of_two_last_answers_stays() throws ContentException {
        CommandFacts command = facts.command("pump", "dispense");
        facts.last(command, RememberedValue.of("ours", 100), EARLY);

        restore(lastAnswer("too old", EARLY.minusSeconds(1)));
        assertThat(command.last).isEqualTo(RememberedValue.of("ours", 100));
        restore(lastAnswer("newer", LATE));

        assertThat(command.last).isEqualTo(RememberedValue.of("newer", 100));
        assertThat(command.lastTime).isEqualTo(LATE);
        assertThat(command.answers).isEqualTo(1);
    }

    private static String lastAnswer(String value, Instant time) {
        return "{\"version\": 1, \"plugins\": {\"pump\": {\"seen\": {\"dispense\": {\"last\": \"" + value
                + "\", \"time\": \"" + time + "\"}}}}}";
    }

    private void restore(String json) throws ContentException {
        Snapshot.restore((Map<?, ?>) Json.parse(json), facts);
    }

    private static Facts throughTheFile(Facts known) throws ContentException {
        Facts restored = new Facts(Limits.DEFAULT);
        Snapshot.restore((Map<?, ?>) Json.parse(Json.write(Snapshot.of(known))), restored);
        return restored;
    }
}
