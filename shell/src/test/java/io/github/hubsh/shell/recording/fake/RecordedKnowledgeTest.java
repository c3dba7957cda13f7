package io.github.hubsh.shell.recording.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.fake.FakeCatalog;
import io.github.hubsh.shell.fake.FakeLearner;
import io.github.hubsh.shell.fake.FakeRecording;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a recording shows of a network. */
final class RecordedKnowledgeTest {
    @Test
    void requests_and_replies_are_learned_and_kept() {
        FakeRecording recording =
                FakeRecording.session().event("missed", Map.of("count", 1L)).exchange("hub", "ping", Map.of(), null);
        recording.request("pump", "fill", Map.of(), Payload.JSON);
        FakeLearner learner = new FakeLearner();

        RecordedKnowledge knowledge = RecordedKnowledge.learn(recording.reader(), learner);

        assertThat(knowledge.hubName()).isEqualTo("hub");
        assertThat(knowledge.plugins()).containsExactly("hub", "heater");
        assertThat(knowledge.catalog().commands("heater")).containsExactly("get_state", "set_target");
        assertThat(learner.kept).isEqualTo(1);
    }

    /** Columns: the name of the hub and those of the plugins, and the plugins with the hub first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lab | a b     | a b
            lab | a lab b | lab a b
            lab | lab     | lab
            """)
    void the_hub_is_the_first_of_the_plugins(String hub, String plugins, String sorted) {
        assertThat(String.join(" ", knowledge(hub, plugins).plugins())).isEqualTo(sorted);
    }

    /** Columns: the name of the hub and those of the plugins, what a person has typed, and who is meant. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lab | a b   | a     | a
            lab | a b   | other | other
            lab | a b   | hub   | lab
            lab | a hub | hub   | hub
            hub | a     | hub   | hub
            """)
    void hub_is_the_hub_unless_a_plugin_is_called_so(String hub, String plugins, String typed, String meant) {
        assertThat(knowledge(hub, plugins).addressee(typed)).isEqualTo(meant);
    }

    private static RecordedKnowledge knowledge(String hub, String plugins) {
        return new RecordedKnowledge(hub, new FakeCatalog(Arrays.asList(plugins.split(" ", -1)), List.of()));
    }
}
