package io.github.hubsh.shell.terminal;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The prompt on a network of plugins in CPython with the habits of the field; {@code peer_network.py} lists them. */
final class FieldPromptIT {
    @TempDir
    private Path home;

    @Test
    void what_the_field_answers_is_handed_on_learned_and_shown_at_the_prompt() {
        Requires.tmux();
        Requires.pandas();
        try (Hub hub = new Hub("tcp://127.0.0.1:*", "lab")) {
            hub.reset();
            try (PythonPeer network = PythonPeer.start("peer_network.py", "--hub", hub.queryUri());
                    PromptScreen prompt =
                            PromptScreen.start(home, 180, 30, Map.of(), "lab>", "--hub", network.queryUri())) {
                handsOn(prompt);
                learns(prompt);
                shows(prompt);
            }
        }
    }

    private static void handsOn(PromptScreen prompt) {
        run(prompt, "id = x dstat-interface run_active_experiment", "lab>");
        run(prompt, "until dstat-interface acquisition_complete experiment_id=$id --every 10ms", "experiment_id");
        run(prompt, "x pump what v=$id n=run-$id", "UUID UUID('");
        run(prompt, "x device_info_plugin load path=C:\\temp\\new.svg", "\nfound\n");
        run(prompt, "x microdrop.protocol_controller goto_step --content step_number=3", "\nint 3\n");
    }

    private static void learns(PromptScreen prompt) {
        run(prompt, "x microdrop.electrode_controller_plugin publish", "ok (no data)");
        run(
                prompt,
                "describe droplet_planning_plugin show_states --template",
                "channel_states:=series({37:1,38:0}) electrode_states:=series({\"electrode043\":1,\"electrode044\":0})");
        run(
                prompt,
                "x droplet_planning_plugin show_states electrode_states:={\"electrode043\":1}",
                "electrode_states: seen as a Series, sent as an object");
    }

    private static void shows(PromptScreen prompt) {
        run(prompt, "x camera capture", "camera capture: the plugin reports an error and does not say which: {}");
        run(prompt, "x heater no_status", "the reply is invalid: content.status: missing");
        run(prompt, "x step_label_plugin get_label", "\nwash\n");
        run(prompt, "x pump dispense seconds=1 --timeout 50ms", "no reply within 50 ms; pump is registered");
        prompt.await("late reply of pump dispense");
    }

    private static void run(PromptScreen prompt, String line, String shown) {
        prompt.fresh().type(line).press("Enter").await(shown).awaitEnd("\nlab>");
    }
}
