package io.github.hubsh.shell.session;

import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.word.Counts;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.Identifiers;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a session keeps beside its network: variables, results, the focus, settings, aliases, jobs. Thread-safe. */
public final class Workspace {
    /** How many results are kept; of older ones only the number is. */
    private static final int KEPT = 100;

    private static final int MAX_VARIABLES = 10_000;

    // Mutable state, guarded by this
    private final Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    private final List<@Nullable Object> results = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private Map<String, String> configured = Map.of();
    private List<String> contexts = List.of();
    private boolean yes;
    private boolean unchecked;
    private List<String> switchedOff = List.of();
    private @Nullable HubContext context;
    private @Nullable JobControl jobs;
    private int forgotten;
    private @Nullable String focus;
    private @Nullable Executable executable;
    private @Nullable PromptLanguage dialect;

    /** Takes a result: {@code $_} from now on. */
    public synchronized void result(@Nullable Object value) {
        if (results.size() >= KEPT) {
            results.remove(0);
            forgotten++;
        }
        results.add(value);
    }

    /** Returns what runs in the background. */
    public synchronized JobControl jobs() {
        return jobs == null ? JobControl.NONE : jobs;
    }

    /** Takes what runs statements in the background. */
    public synchronized void jobs(JobControl control) {
        jobs = control;
    }

    /** Defines a word for a line's beginning; an empty line forgets it. */
    public synchronized void alias(String name, String line) {
        aliases.put(name, line);
    }

    /** Returns a copy of all aliases: those of the files, and over them what was defined since. */
    public synchronized Map<String, String> aliases() {
        if (aliases.isEmpty()) {
            return configured;
        }
        Map<String, String> all = new LinkedHashMap<>(configured);
        all.putAll(aliases);
        all.values().removeIf(String::isBlank);
        return all;
    }

    /** Returns a copy of the aliases that were defined in this session; an empty line is one that was forgotten. */
    public synchronized Map<String, String> ownAliases() {
        return new LinkedHashMap<>(aliases);
    }

    /** Takes the aliases of the files and of the context. */
    public synchronized void configured(Map<String, String> lines) {
        configured = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }

    /** Returns the context in use, wherever the session is connected to; or {@code null}. */
    public synchronized @Nullable HubContext context() {
        return context;
    }

    /** Returns the context in use if it is the one of that hub, else {@code null}. */
    public synchronized @Nullable HubContext contextAt(@Nullable String uri) {
        return context != null && context.uri().equals(uri) ? context : null;
    }

    public synchronized void context(@Nullable HubContext used) {
        context = used;
    }

    /** Returns the names of all contexts, as they were last known. */
    public synchronized List<String> contexts() {
        return contexts;
    }

    public synchronized void contexts(Collection<String> names) {
        contexts = List.copyOf(names);
    }

    /** Returns whether somebody has agreed beforehand to whatever would be asked. */
    public synchronized boolean isYes() {
        return yes;
    }

    public synchronized void sayYes() {
        yes = true;
    }

    /** Returns the plugin that {@code .command} is for, or {@code null}; the prompt shows it. */
    public synchronized @Nullable String focus() {
        return focus;
    }

    /** Returns the language that lines are typed in, or {@code null} for the shell's own. */
    public synchronized @Nullable PromptLanguage dialect() {
        return dialect;
    }

    public synchronized void dialect(@Nullable PromptLanguage other) {
        dialect = other;
    }

    public synchronized void focus(@Nullable String plugin) {
        focus = plugin;
    }

    /** Returns the program that the session runs in. */
    public synchronized Executable executable() {
        if (executable == null) {
            throw new IllegalStateException("nobody said what program this is");
        }
        return executable;
    }

    public synchronized void executable(Executable program) {
        executable = program;
    }

    /** Changes a setting; {@code json}, {@code raw} and {@code table} switch one another off. */
    public synchronized void set(String name, String value) {
        if (Setting.FORMAT.words().contains(name)) {
            settings.keySet().removeAll(Setting.FORMAT.words());
        }
        settings.put(name, value);
    }

    /** Returns a copy of the settings that were changed. */
    public synchronized Map<String, String> settings() {
        return new LinkedHashMap<>(settings);
    }

    /** Returns what a setting was changed to, or an empty text. */
    public synchronized String setting(String name) {
        return settings.getOrDefault(name, "");
    }

    /** Returns whether a setting is on. */
    public synchronized boolean isOn(String name) {
        return "on".equals(settings.get(name));
    }

    /** Returns whether a setting was switched off. */
    public synchronized boolean isOff(String name) {
        return settings.containsKey(name) ? "off".equals(settings.get(name)) : switchedOff.contains(name);
    }

    /** Takes which settings are off, unless {@code set} says otherwise. */
    public synchronized void switchedOff(List<String> configured) {
        switchedOff = List.copyOf(configured);
    }

    /** Returns whether arguments are checked against what is published before they are sent. */
    public synchronized boolean checks() {
        return settings.containsKey("check") ? isOn("check") : !unchecked;
    }

    /** Takes whether arguments are checked, unless {@code set} says it. */
    public synchronized void checks(boolean configured) {
        unchecked = !configured;
    }

    /** Returns what a session was started with, with what was set since. */
    public synchronized SessionSettings over(SessionSettings started) {
        String timeout = settings.get("timeout");
        Duration time = timeout == null ? null : Durations.parse(timeout);
        return time == null ? started : started.withTimeout(time);
    }

    /** Makes or changes a variable. */
    public synchronized void let(String name, @Nullable Object value) {
        if (variables.size() >= MAX_VARIABLES && !variables.containsKey(name)) {
            throw new ShellException(Problem.USAGE, "more than " + MAX_VARIABLES + " variables");
        }
        variables.put(name, value);
    }

    /** Returns a copy of all variables, in the order made. */
    public synchronized Map<String, @Nullable Object> variables() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /** Returns whether a variable or a kept result has that name. */
    public synchronized boolean has(String name) {
        return Identifiers.isResult(name) ? index(name) >= 0 : variables.containsKey(name);
    }

    /** Returns the variable's value, or the result's; {@code null} is one, so ask {@link #has} first. */
    public synchronized @Nullable Object get(String name) {
        int index = Identifiers.isResult(name) ? index(name) : -1;
        return index >= 0 ? results.get(index) : variables.get(name);
    }

    private int index(String name) {
        if (name.length() == 1) {
            return results.size() - 1;
        }
        int index = Counts.parse(name.substring(1)) - 1 - forgotten;
        return index < results.size() ? Math.max(-1, index) : -1;
    }
}
