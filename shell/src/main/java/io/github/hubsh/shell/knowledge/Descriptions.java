package io.github.hubsh.shell.knowledge;

import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the user declares for plugins that cannot describe themselves. */
final class Descriptions {
    private Descriptions() {}

    static Map<String, Description> declared(Map<?, ?> plugins, Limits limits) {
        Map<String, Description> declared = new LinkedHashMap<>();
        plugins.forEach((name, answer) -> {
            Description description = Description.of(answer, KnowledgeOrigin.DECLARED, limits);
            if (description != null) {
                declared.put(String.valueOf(name), description);
            }
        });
        return declared;
    }
}
