package io.github.hubsh.shell.demo;

import io.github.hubsh.core.handler.Call;
import io.github.hubsh.core.handler.CommandDescription;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Twelve electrodes that are on or off, and a drop of liquid on some of them. */
final class ElectrodeController {
    private static final int ELECTRODES = 12;
    private static final double NANOFARAD_BARE = 0.021;
    private static final double NANOFARAD_COVERED = 0.348;

    private static final CommandDescription SET_STATE = CommandDescription.of("switch an electrode")
            .argument("electrode_id", "string", "electrode001 to electrode012")
            .required()
            .argument("state", "integer", "1 is on, 0 is off")
            .oneOf(0, 1)
            .defaultsTo(1)
            .example(Map.of("electrode_id", "electrode003"));

    // Mutable state, guarded by this
    private final Map<String, Boolean> states = new TreeMap<>();

    private ElectrodeController() {
        for (int i = 1; i <= ELECTRODES; i++) {
            states.put(String.format(Locale.ROOT, "electrode%03d", i), false);
        }
    }

    static Plugin plugin(String hubUri) {
        ElectrodeController controller = new ElectrodeController();
        return new Plugin("electrode_controller", hubUri)
                .command("set_electrode_state", Payload.JSON, SET_STATE, controller::setState)
                .command(
                        "get_channel_states",
                        Payload.JSON,
                        CommandDescription.of("return each electrode's state and capacitance"),
                        call -> controller.channelStates())
                .command(
                        "find_liquid",
                        Payload.JSON,
                        CommandDescription.of("list the electrodes that are covered"),
                        call -> controller.findLiquid())
                .command(
                        "clear_electrode_states",
                        Payload.JSON,
                        CommandDescription.of("switch every electrode off"),
                        call -> controller.clear());
    }

    private synchronized Map<String, Object> setState(Call call) {
        String electrode = call.require("electrode_id", String.class);
        if (!states.containsKey(electrode)) {
            throw new IllegalArgumentException("no such electrode: " + electrode + "; there are electrode001 to "
                    + String.format(Locale.ROOT, "electrode%03d", ELECTRODES));
        }
        boolean on = isOn(call.argument("state", 1L));
        states.put(electrode, on);
        return Map.of("electrode_id", electrode, "state", on ? 1L : 0L);
    }

    private synchronized List<Map<String, Object>> channelStates() {
        List<Map<String, Object>> channels = new ArrayList<>();
        states.forEach((electrode, on) -> {
            Map<String, Object> channel = new LinkedHashMap<>();
            channel.put("electrode_id", electrode);
            channel.put("state", on ? 1L : 0L);
            channel.put("capacitance_nF", on ? NANOFARAD_COVERED : NANOFARAD_BARE);
            channels.add(channel);
        });
        return channels;
    }

    /** The drop follows what is switched on. */
    private synchronized List<String> findLiquid() {
        return states.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    private synchronized @Nullable Object clear() {
        states.replaceAll((electrode, on) -> false);
        return null;
    }

    private static boolean isOn(Object state) {
        if (state instanceof Boolean on) {
            return on;
        }
        if (state instanceof Number number) {
            return number.intValue() != 0;
        }
        throw new IllegalArgumentException("argument 'state': expected 0 or 1, found " + state);
    }
}
