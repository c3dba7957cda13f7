package io.github.hubsh.shell.app;

import io.github.hubsh.shell.knowledge.Knowledge;
import io.github.hubsh.shell.knowledge.KnowledgeFile;
import io.github.hubsh.shell.knowledge.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The files and variables of a training run: those that many users have, and nothing of the user whose machine it is.
 *
 * @param path of the folder, which exists
 */
record TrainingFolder(Path path) {
    static final String SCRIPT = "run.mjs";
    static final String TEST = "test.mjs";

    /** Java from this version on loads a whole archive at each start. */
    private static final int LOADS_WHOLE_ARCHIVE = 24;

    private static final Map<String, ?> DESCRIPTION = Map.of(
            "commands",
            Map.of(
                    "do_thing",
                    Map.of(
                            "documentation",
                            "do a thing",
                            "arguments",
                            Map.of("type", "object", "properties", Map.of("x", Map.of("type", "integer"))))));

    /**
     * Writes the files, and changes the variables so that the program finds them.
     *
     * @param hub the URI of the hub that the program joins
     * @param environment the variables of this process, then those of the program
     * @param javaVersion the major version of Java that the archive is for
     */
    void fill(String hub, Map<String, String> environment, int javaVersion) throws IOException {
        // The code that reads a settings file costs as much as the rest of a start: a newer Java gets it only for a
        // user with such a file.
        if (javaVersion < LOADS_WHOLE_ARCHIVE || hasSettings(environment)) {
            Path settings = Files.createDirectories(path.resolve("hubsh")).resolve("config.toml");
            Files.writeString(settings, "timeout = \"5s\"\n");
        }
        writeKnowledge(hub);
        copyScript(SCRIPT);
        copyScript(TEST);
        environment.keySet().removeIf(name -> name.startsWith("HUBSH_"));
        environment.put("HUBSH_HUB", hub);
        // A training has a low priority, and a failed one is not tried again on the same day.
        environment.put("HUBSH_TIMEOUT", "60s");
        for (String name : List.of("CACHE_HOME", "CONFIG_HOME", "DATA_HOME", "STATE_HOME", "RUNTIME_DIR")) {
            environment.put("XDG_" + name, path.toString());
        }
    }

    private static boolean hasSettings(Map<String, String> environment) {
        String folder = environment.getOrDefault("XDG_CONFIG_HOME", "");
        folder = folder.isEmpty() ? environment.getOrDefault("HOME", "") + "/.config" : folder;
        return Files.exists(Path.of(folder, "hubsh", "config.toml"));
    }

    /** Most users have joined their hub before, and each start reads what is known of it. */
    private void writeKnowledge(String hub) {
        Knowledge known = new Knowledge(Limits.DEFAULT, Clock.systemUTC(), Map.of());
        KnowledgeFile file =
                KnowledgeFile.open(path.resolve("hubsh/knowledge").resolve(KnowledgeFile.nameFor(hub)), known);
        known.describe("plugin_a", DESCRIPTION);
        file.saveIfChanged();
    }

    private void copyScript(String name) throws IOException {
        try (InputStream script = TrainingFolder.class.getResourceAsStream("training/" + name)) {
            if (script == null) {
                throw new IOException("the jar has no training/" + name);
            }
            Files.copy(script, path.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
