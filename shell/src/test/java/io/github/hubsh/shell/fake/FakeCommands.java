package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.session.network.ArgumentSchema;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import java.util.List;
import java.util.Map;

/** A command with an argument of every sort. */
public final class FakeCommands {
    public static final KnownCommand DISPENSE = new KnownCommand(
            "dispense",
            KnowledgeOrigin.DESCRIBED,
            "dispense a volume",
            true,
            false,
            List.of(
                    argument("mode", false, choice()),
                    argument("volume_ul", true, number(), 5L, 2.5),
                    argument("to well", false, ArgumentSchema.ofTypes(List.of("string")), "A1", "12"),
                    argument("route", false, ArgumentSchema.ofTypes(List.of("array")))),
            List.of(Map.of("volume_ul", 5L)));

    private FakeCommands() {}

    /** A command of which only the name is known. */
    static KnownCommand seen(String name) {
        return new KnownCommand(name, KnowledgeOrigin.SEEN, "", false, true, List.of(), List.of());
    }

    private static KnownArgument argument(String name, boolean required, ArgumentSchema schema, Object... seen) {
        return new KnownArgument(name, KnowledgeOrigin.DESCRIBED, required, schema, List.of(seen));
    }

    private static ArgumentSchema choice() {
        return new ArgumentSchema(List.of("string"), List.of("fast", "slow"), null, null, true, "slow", "how fast", "");
    }

    private static ArgumentSchema number() {
        return new ArgumentSchema(List.of("number"), List.of(), 0L, 1000L, false, null, "how much", "µL");
    }
}
