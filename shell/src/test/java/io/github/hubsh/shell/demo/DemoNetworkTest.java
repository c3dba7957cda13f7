package io.github.hubsh.shell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.plugin.ExecuteOptions;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.value.ContentException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plugins to play with: requests in their order, and what they answer. Nothing here waits for a measurement. */
final class DemoNetworkTest {
    private final DemoNetwork network = DemoNetwork.start("inproc://demo-" + System.nanoTime(), DemoNetwork.PLUGINS);
    private final Plugin ui = new Plugin("ui", network.uri());

    @BeforeEach
    void join() {
        ui.reset();
    }

    @AfterEach
    void leave() {
        network.close();
        ui.close();
    }

    @Test
    void electrodes_are_on_or_off_and_the_drop_follows() throws ContentException {
        answers("electrode_controller", """
                find_liquid             {}                                               []
                set_electrode_state     {"electrode_id":"electrode003"}                  {"electrode_id":"electrode003","state":1}
                set_electrode_state     {"electrode_id":"electrode004","state":true}     {"electrode_id":"electrode004","state":1}
                set_electrode_state     {"electrode_id":"electrode012","state":7}        {"electrode_id":"electrode012","state":1}
                find_liquid             {}                                               ["electrode003","electrode004","electrode012"]
                set_electrode_state     {"electrode_id":"electrode004","state":false}    {"electrode_id":"electrode004","state":0}
                set_electrode_state     {"electrode_id":"electrode012","state":0}        {"electrode_id":"electrode012","state":0}
                find_liquid             {}                                               ["electrode003"]
                set_electrode_state     {"electrode_id":"electrode013"}                  IllegalArgumentException: no such electrode: electrode013; there are electrode001 to electrode012
                set_electrode_state     {"electrode_id":"electrode001","state":"on"}     IllegalArgumentException: argument 'state': expected 0 or 1, found on
                clear_electrode_states  {}                                               null
                find_liquid             {}                                               []
                set_electrode_state     {"electrode_id":"electrode002"}                  {"electrode_id":"electrode002","state":1}
                """);
        assertThat(String.valueOf(answer("electrode_controller", "get_channel_states", "{}")))
                .startsWith("[{\"electrode_id\":\"electrode001\",\"state\":0,\"capacitance_nF\":0.021},"
                        + "{\"electrode_id\":\"electrode002\",\"state\":1,\"capacitance_nF\":0.348},");
    }

    @Test
    void a_pump_dispenses_what_is_left() throws ContentException {
        // At the last rate a syringe takes thirty years.
        answers("pump", """
                get_status  {}                     {"state":"idle","dispensed_ul":0.0,"left_ul":1000.0,"ul_per_s":50.0}
                set_rate    {"ul_per_s":0}         IllegalArgumentException: argument 'ul_per_s': expected 0 to 500, found 0.0
                set_rate    {"ul_per_s":500.5}     IllegalArgumentException: argument 'ul_per_s': expected 0 to 500, found 500.5
                set_rate    {"ul_per_s":500}       null
                set_rate    {"ul_per_s":0.000001}  null
                dispense    {"volume_ul":0}        IllegalArgumentException: argument 'volume_ul': 1000.0 left, found 0.0
                dispense    {"volume_ul":1001}     IllegalArgumentException: argument 'volume_ul': 1000.0 left, found 1001.0
                dispense    {"volume_ul":1000}     {"state":"dispensing","dispensed_ul":0.0,"left_ul":1000.0,"ul_per_s":0.000001}
                get_status  {}                     {"state":"dispensing","dispensed_ul":0.0,"left_ul":1000.0,"ul_per_s":0.000001}
                stop        {}                     {"state":"idle","dispensed_ul":0.0,"left_ul":1000.0,"ul_per_s":0.000001}
                refill      {}                     {"state":"idle","dispensed_ul":0.0,"left_ul":1000.0,"ul_per_s":0.000001}
                dispense    {"volume_ul":1000}     {"state":"dispensing","dispensed_ul":0.0,"left_ul":1000.0,"ul_per_s":0.000001}
                """);
    }

    @Test
    void a_measurement_has_results_when_it_is_done() throws ContentException {
        answers("potentiostat", """
                acquisition_complete   {"experiment_id":1}   IllegalArgumentException: no such experiment; the last one is 0
                run_active_experiment  {"seconds":0}         {"experiment_id":1}
                acquisition_complete   {"experiment_id":1}   {"points":20}
                run_active_experiment  {"seconds":600}       {"experiment_id":2}
                acquisition_complete   {"experiment_id":2}   null
                get_results            {"experiment_id":2}   IllegalStateException: the experiment is still running: poll acquisition_complete
                run_active_experiment  {"seconds":-1}        IllegalArgumentException: argument 'seconds': expected 0 to 600, found -1.0
                run_active_experiment  {"seconds":600.5}     IllegalArgumentException: argument 'seconds': expected 0 to 600, found 600.5
                measure                {"seconds":0}         {"Current (A)":4.02E-7}
                run_active_experiment  {}                    {"experiment_id":3}
                get_results            {"experiment_id":4}   IllegalArgumentException: no such experiment; the last one is 3
                """);
        assertThat(String.valueOf(answer("potentiostat", "get_results", "{\"experiment_id\":1}")))
                .startsWith("[{\"Time (s)\":0.0,\"Voltage (V)\":0.4,\"Current (A)\":4e-7},{\"Time (s)\":0.1,");
    }

    @Test
    void the_oldest_measurement_is_forgotten_after_a_hundred() throws ContentException {
        for (int i = 1; i <= 100; i++) {
            answer("potentiostat", "run_active_experiment", "{\"seconds\":0}");
        }
        answers("potentiostat", """
                acquisition_complete   {"experiment_id":1}   {"points":20}
                run_active_experiment  {"seconds":0}         {"experiment_id":101}
                acquisition_complete   {"experiment_id":1}   IllegalArgumentException: no such experiment; the last one is 101
                acquisition_complete   {"experiment_id":2}   {"points":20}
                """);
    }

    /** Columns of each line, with two blanks or more between them: command, arguments, and the answer or error. */
    private void answers(String plugin, String lines) throws ContentException {
        for (String line : lines.lines().toList()) {
            String[] columns = line.split(" {2,}", 3);
            assertThat(answer(plugin, columns[0], columns[1])).as(line).isEqualTo(parsed(columns[2]));
        }
    }

    private Object answer(String plugin, String command, String arguments) throws ContentException {
        Map<String, Object> named = new HashMap<>();
        ((Map<?, ?>) Json.parse(arguments)).forEach((name, value) -> named.put((String) name, value));
        ExecuteReply reply = ui.executeForReply(plugin, command, named, ExecuteOptions.DEFAULT);
        RemoteError error = reply.error();
        return error == null ? shown(ContentData.decode(reply.result())) : error.summary();
    }

    /** An object is compared without the order of its keys. */
    private static Object parsed(String answer) throws ContentException {
        return answer.startsWith("{") ? Json.parse(answer) : answer;
    }

    private static Object shown(Object value) {
        return value instanceof Map ? value : Json.write(value);
    }
}
