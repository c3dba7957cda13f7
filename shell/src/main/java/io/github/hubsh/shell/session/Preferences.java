package io.github.hubsh.shell.session;

import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.word.Durations;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code set} has changed in a session, over what is configured. Thread-safe. */
public final class Preferences {
    // Mutable state, guarded by this
    private final Map<String, String> changed = new LinkedHashMap<>();
    private boolean unchecked;
    private List<String> switchedOff = List.of();

    /** Changes a setting; {@code json}, {@code raw} and {@code table} switch one another off. */
    public synchronized void set(String name, String value) {
        if (Setting.FORMAT.words().contains(name)) {
            changed.keySet().removeAll(Setting.FORMAT.words());
        }
        changed.put(name, value);
    }

    /** Returns a copy of the settings that were changed. */
    public synchronized Map<String, String> changed() {
        return new LinkedHashMap<>(changed);
    }

    /** Returns whether a setting is on. */
    public synchronized boolean isOn(String name) {
        return Setting.ON.equals(changed.get(name));
    }

    /** Returns whether a setting was switched off. */
    public synchronized boolean isOff(String name) {
        return changed.containsKey(name) ? Setting.OFF.equals(changed.get(name)) : switchedOff.contains(name);
    }

    /** Sets which settings are off, unless {@code set} says otherwise. */
    public synchronized void setSwitchedOff(List<String> configured) {
        switchedOff = List.copyOf(configured);
    }

    /** Returns whether arguments are checked against what is published before they are sent. */
    public synchronized boolean isChecking() {
        return changed.containsKey(Setting.CHECK.key()) ? isOn(Setting.CHECK.key()) : !unchecked;
    }

    /** Sets whether arguments are checked, unless {@code set} says it. */
    public synchronized void setChecking(boolean configured) {
        unchecked = !configured;
    }

    /** Returns what a session was started with, with what was set since. */
    public synchronized SessionSettings applyTo(SessionSettings started) {
        String timeout = changed.get(Setting.TIMEOUT.key());
        Duration time = timeout == null ? null : Durations.parse(timeout);
        return time == null ? started : started.withTimeout(time);
    }
}
