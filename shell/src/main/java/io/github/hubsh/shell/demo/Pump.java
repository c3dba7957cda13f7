package io.github.hubsh.shell.demo;

import io.github.hubsh.core.handler.Call;
import io.github.hubsh.core.handler.CommandDescription;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A syringe pump that dispenses in the background: its status tells how far it is. */
final class Pump {
    private static final double SYRINGE_UL = 1000;

    private static final CommandDescription SET_RATE = CommandDescription.of("set how fast to dispense")
            .argument("ul_per_s", "number", "the rate")
            .required()
            .unit("µL/s")
            .between(0, 500)
            .example(Map.of("ul_per_s", 20));

    private static final CommandDescription DISPENSE = CommandDescription.of("start to dispense, and return at once")
            .argument("volume_ul", "number", "how much")
            .required()
            .unit("µL")
            .between(0, (long) SYRINGE_UL)
            .example(Map.of("volume_ul", 12.5));

    // Mutable state, guarded by this
    private double rate = 50;
    private double left = SYRINGE_UL;
    private double target;
    private long startNanos = System.nanoTime();

    private Pump() {}

    static Plugin plugin(String hubUri) {
        Pump pump = new Pump();
        return new Plugin("pump", hubUri)
                .command("set_rate", Payload.JSON, SET_RATE, pump::setRate)
                .command("dispense", Payload.JSON, DISPENSE, pump::dispense)
                .command(
                        "get_status", Payload.JSON, CommandDescription.of("return its progress"), call -> pump.status())
                .command("stop", Payload.JSON, CommandDescription.of("stop at once"), call -> pump.stop())
                .command("refill", Payload.JSON, CommandDescription.of("fill the syringe"), call -> pump.refill());
    }

    private synchronized @Nullable Object setRate(Call call) {
        double wanted = call.require("ul_per_s", Number.class).doubleValue();
        if (!(wanted > 0 && wanted <= 500)) {
            throw new IllegalArgumentException("argument 'ul_per_s': expected 0 to 500, found " + wanted);
        }
        settle();
        rate = wanted;
        return null;
    }

    private synchronized Map<String, Object> dispense(Call call) {
        double volume = call.require("volume_ul", Number.class).doubleValue();
        settle();
        if (!(volume > 0 && volume <= left)) {
            throw new IllegalArgumentException("argument 'volume_ul': " + left + " left, found " + volume);
        }
        target = volume;
        startNanos = System.nanoTime();
        return status();
    }

    private synchronized Map<String, Object> status() {
        double done = dispensed();
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("state", done < target ? "dispensing" : "idle");
        status.put("dispensed_ul", rounded(done));
        status.put("left_ul", rounded(left - done));
        status.put("ul_per_s", rate);
        return status;
    }

    private synchronized Map<String, Object> stop() {
        settle();
        return status();
    }

    private synchronized Map<String, Object> refill() {
        settle();
        left = SYRINGE_UL;
        return status();
    }

    private double dispensed() {
        return Math.min(target, (System.nanoTime() - startNanos) / 1e9 * rate);
    }

    private void settle() {
        left -= dispensed();
        target = 0;
    }

    private static double rounded(double microlitres) {
        return Math.round(microlitres * 10) / 10.0;
    }
}
