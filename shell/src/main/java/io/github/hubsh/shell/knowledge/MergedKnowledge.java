package io.github.hubsh.shell.knowledge;

import io.github.hubsh.shell.session.network.ArgumentSchema;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.session.network.SeenForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the three sources know of one command, as one: the best schema, and what was seen beside it. */
final class MergedKnowledge {
    private MergedKnowledge() {}

    static @Nullable KnownCommand of(
            String name,
            @Nullable KnownCommand described,
            @Nullable KnownCommand declared,
            @Nullable CommandFacts seen) {
        if (described == null && declared == null && seen == null) {
            return null;
        }
        KnownCommand best = best(described, declared);
        KnownCommand schema = best != null && !best.published() && declared != null ? declared : best;
        return new KnownCommand(
                name,
                best == null ? KnowledgeOrigin.SEEN : best.origin(),
                documentation(described, declared),
                schema != null && schema.published(),
                schema == null || schema.openEnded(),
                arguments(schema, seen),
                schema == null ? List.of() : schema.examples(),
                mime(declared, described));
    }

    private static @Nullable KnownCommand best(@Nullable KnownCommand described, @Nullable KnownCommand declared) {
        return described != null ? described : declared;
    }

    /** The user's declaration comes first: it is made where the plugin's own is not enough. */
    private static String mime(@Nullable KnownCommand declared, @Nullable KnownCommand described) {
        if (declared != null && !declared.mime().isEmpty()) {
            return declared.mime();
        }
        return described == null ? "" : described.mime();
    }

    private static String documentation(@Nullable KnownCommand described, @Nullable KnownCommand declared) {
        if (described != null && !described.documentation().isEmpty()) {
            return described.documentation();
        }
        return declared == null ? "" : declared.documentation();
    }

    private static List<KnownArgument> arguments(@Nullable KnownCommand schema, @Nullable CommandFacts seen) {
        List<KnownArgument> arguments = new ArrayList<>();
        Map<String, ArgumentFacts> facts = seen == null ? Map.of() : seen.arguments;
        if (schema != null) {
            for (KnownArgument known : schema.arguments()) {
                ArgumentFacts fact = facts.get(known.name());
                List<Object> values = fact == null ? List.of() : fact.values();
                SeenForm form = fact == null ? SeenForm.UNKNOWN : fact.form();
                arguments.add(new KnownArgument(
                        known.name(), known.origin(), known.required(), known.schema(), values, form));
            }
        }
        facts.forEach((name, fact) -> {
            if (schema == null || schema.argument(name) == null) {
                ArgumentSchema types = ArgumentSchema.ofTypes(fact.types());
                arguments.add(new KnownArgument(name, KnowledgeOrigin.SEEN, false, types, fact.values(), fact.form()));
            }
        });
        return arguments;
    }
}
