package io.github.hubsh.shell.demo;

import io.github.hubsh.core.handler.Call;
import io.github.hubsh.core.handler.CommandDescription;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A potentiostat whose measurements take their time: {@code run_active_experiment} starts one and returns at once,
 * {@code acquisition_complete} answers no data until it is done.
 */
final class Potentiostat {
    private static final double MAX_SECONDS = 600;
    private static final int POINT_COUNT = 20;
    private static final int MAX_KEPT_EXPERIMENTS = 100;

    private static final CommandDescription RUN = withSeconds(
                    CommandDescription.of("start a measurement, and return its experiment_id"), 3.0)
            .argument("Voltage (V)", "number", "what to apply")
            .defaultsTo(0.4)
            .unit("V")
            .example(Map.of("seconds", 2, "Voltage (V)", 0.2));

    // Mutable state, guarded by this
    private final Map<Long, Experiment> experiments = new LinkedHashMap<>();
    private long lastId;

    private record Experiment(long endNanos, double voltage) {}

    private Potentiostat() {}

    static Plugin plugin(String hubUri) {
        Potentiostat potentiostat = new Potentiostat();
        return new Plugin("potentiostat", hubUri)
                .command("run_active_experiment", Payload.JSON, RUN, potentiostat::run)
                .command(
                        "acquisition_complete",
                        Payload.JSON,
                        ofExperiment("return no data until the measurement is done"),
                        potentiostat::complete)
                .command("get_results", Payload.JSON, ofExperiment("return what was measured"), potentiostat::results)
                .command(
                        "measure",
                        Payload.JSON,
                        withSeconds(CommandDescription.of("measure, and return when it is done"), 1.0),
                        Potentiostat::measure);
    }

    private static CommandDescription ofExperiment(String documentation) {
        return CommandDescription.of(documentation)
                .argument("experiment_id", "integer", "as run_active_experiment returned")
                .required()
                .atLeast(1)
                .example(Map.of("experiment_id", 1));
    }

    private static CommandDescription withSeconds(CommandDescription description, double otherwise) {
        return description
                .argument("seconds", "number", "how long to measure")
                .defaultsTo(otherwise)
                .unit("s")
                .between(0, MAX_SECONDS);
    }

    private synchronized Map<String, Object> run(Call call) {
        double seconds = seconds(call, 3.0);
        double voltage = number(call, "Voltage (V)", 0.4);
        long id = ++lastId;
        experiments.put(id, new Experiment(System.nanoTime() + (long) (seconds * 1e9), voltage));
        if (experiments.size() > MAX_KEPT_EXPERIMENTS) {
            experiments.remove(experiments.keySet().iterator().next());
        }
        return Map.of("experiment_id", id);
    }

    private synchronized @Nullable Object complete(Call call) {
        Experiment experiment = experiment(call);
        return System.nanoTime() - experiment.endNanos() >= 0 ? Map.of("points", (long) POINT_COUNT) : null;
    }

    private synchronized List<Map<String, Object>> results(Call call) {
        Experiment experiment = experiment(call);
        if (System.nanoTime() - experiment.endNanos() < 0) {
            throw new IllegalStateException("the experiment is still running: poll acquisition_complete");
        }
        List<Map<String, Object>> points = new ArrayList<>();
        for (int i = 0; i < POINT_COUNT; i++) {
            Map<String, Object> point = new LinkedHashMap<>();
            point.put("Time (s)", i / 10.0);
            point.put("Voltage (V)", experiment.voltage());
            point.put("Current (A)", Math.round(1000 * experiment.voltage() * Math.exp(-i / 5.0)) / 1e9);
            points.add(point);
        }
        return points;
    }

    /** Blocks for as long as it measures. */
    private static Map<String, Object> measure(Call call) throws InterruptedException {
        double seconds = seconds(call, 1.0);
        TimeUnit.MILLISECONDS.sleep((long) (seconds * 1000));
        return Map.of("Current (A)", 4.02e-7);
    }

    private Experiment experiment(Call call) {
        Experiment experiment = experiments.get(call.require("experiment_id", Long.class));
        if (experiment == null) {
            throw new IllegalArgumentException("no such experiment; the last one is " + lastId);
        }
        return experiment;
    }

    private static double seconds(Call call, double otherwise) {
        double seconds = number(call, "seconds", otherwise);
        if (!(seconds >= 0 && seconds <= MAX_SECONDS)) {
            throw new IllegalArgumentException("argument 'seconds': expected 0 to 600, found " + seconds);
        }
        return seconds;
    }

    private static double number(Call call, String name, double otherwise) {
        return call.arguments().containsKey(name)
                ? call.require(name, Number.class).doubleValue()
                : otherwise;
    }
}
