package io.github.hubsh.shell.script.sandbox;

import io.github.hubsh.shell.session.ConfigValue;
import io.github.hubsh.shell.session.Configuration;
import io.github.hubsh.shell.session.Contexts;
import io.github.hubsh.shell.session.HubContext;
import io.github.hubsh.shell.session.SavedConfiguration;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.SessionSetup;
import io.github.hubsh.shell.syntax.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A configuration in memory that remembers what was to be kept. */
final class RememberedConfiguration implements Configuration, Contexts, SavedConfiguration {
    private final List<String> changes = new ArrayList<>();

    List<String> changes() {
        return changes;
    }

    @Override
    public List<ConfigValue> values(SessionMemory session) {
        return List.of();
    }

    @Override
    public String text(Setting setting) {
        return null;
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of();
    }

    @Override
    public Contexts contexts() {
        return this;
    }

    @Override
    public SavedConfiguration saved() {
        return this;
    }

    @Override
    public SessionSetup setup() {
        throw new AssertionError("nothing is brought into a session");
    }

    @Override
    public Map<String, HubContext> all() {
        return Map.of("lab", new HubContext("lab", "tcp://127.0.0.1:1", null, null, Map.of(), false, false));
    }

    @Override
    public String current() {
        return "lab";
    }

    @Override
    public String previous() {
        return "lab";
    }

    @Override
    public void put(HubContext context) {
        changes.add("put " + context);
    }

    @Override
    public void remove(String name) {
        changes.add("remove " + name);
    }

    @Override
    public String keepCurrent(String name) {
        changes.add("use " + name);
        return null;
    }

    @Override
    public Map<Path, Boolean> files() {
        return Map.of();
    }

    @Override
    public void saveAlias(String name, String line) {
        changes.add("alias " + name);
    }

    @Override
    public void saveSetting(Setting setting, Object value) {
        changes.add("set " + setting.key());
    }
}
