package io.github.hubsh.shell.config;

import io.github.hubsh.shell.config.Layer.Found;
import io.github.hubsh.shell.session.ConfigValue;
import io.github.hubsh.shell.session.Configuration;
import io.github.hubsh.shell.session.Contexts;
import io.github.hubsh.shell.session.HubContext;
import io.github.hubsh.shell.session.HubKeys;
import io.github.hubsh.shell.session.SavedConfiguration;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.SessionSetup;
import io.github.hubsh.shell.store.PrivateFolder;
import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.Identifiers;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The configuration of this process. */
public final class LiveConfiguration implements Configuration, Contexts, SavedConfiguration, SessionSetup {
    private final ConfigSources sources;
    private final SavedFile file;
    private final Layer flags;
    private final Layer variables;
    private final Layer project;
    private final Layer own;

    // Mutable state, guarded by this
    private Layers layers;

    private LiveConfiguration(ConfigSources sources, Function<Path, String> texts) {
        this.sources = sources;
        this.file = new SavedFile(sources.saved());
        this.flags = OptionLayers.flags(sources.options());
        this.variables = OptionLayers.variables(sources.environment());
        this.project = layer(sources.project(), true, texts);
        this.own = layer(sources.own(), false, texts);
        this.layers = layers(Layer.EMPTY, null);
    }

    /**
     * Reads what there is.
     *
     * @param texts a file's text
     * @throws ShellException BAD_FILE or USAGE, where something is wrong with it
     */
    public static Configuration open(ConfigSources sources, Function<Path, String> texts) {
        return new LiveConfiguration(sources, texts);
    }

    @Override
    public synchronized List<ConfigValue> values(SessionMemory session) {
        return new SettingsListing(layers, sources.usualName(), session).values();
    }

    @Override
    public Map<Path, Boolean> files() {
        Map<Path, Boolean> files = new LinkedHashMap<>();
        for (Path path : new Path[] {sources.project(), sources.saved(), sources.own()}) {
            if (path != null) {
                files.put(path, Files.exists(path));
            }
        }
        return files;
    }

    @Override
    public synchronized @Nullable String text(Setting setting) {
        Found found = layers.find(setting);
        return found == null ? null : found.text();
    }

    @Override
    public synchronized Map<String, String> aliases() {
        Map<String, String> lines = new LinkedHashMap<>();
        layers.aliases().forEach((name, found) -> lines.put(name, found.text()));
        return lines;
    }

    @Override
    public synchronized SessionSettings applyTo(SessionSettings otherwise) {
        String hub = text(Setting.HUB);
        String name = text(Setting.NAME);
        String time = text(Setting.TIMEOUT);
        Duration timeout = time == null ? null : Durations.parse(time);
        return new SessionSettings(
                hub != null ? hub : otherwise.hub(),
                name != null ? name : otherwise.name(),
                timeout != null ? timeout : otherwise.timeout(),
                otherwise.patience(),
                otherwise.awaited(),
                otherwise.observing(),
                keys());
    }

    private HubKeys keys() {
        return new HubKeys(text(Setting.SERVER_KEY), text(Setting.KEY), Boolean.parseBoolean(text(Setting.INSECURE)));
    }

    @Override
    public synchronized void applyTo(SessionMemory session) {
        session.context().use(layers.context());
        session.context().setNames(all().keySet());
        session.aliases().configure(aliases());
        session.preferences().setChecking(!"false".equals(text(Setting.CHECK)));
        session.preferences()
                .setSwitchedOff(Stream.of(Setting.values())
                        .filter(setting -> setting.isSwitch() && "false".equals(text(setting)))
                        .map(Setting::key)
                        .toList());
    }

    @Override
    public synchronized void requireContext() {
        Found wanted = layers.wanted();
        if (wanted == null || wanted.text().equals(Identifiers.NO_CONTEXT) || layers.context() != null) {
            return;
        }
        String hint = Suggestion.of(wanted.text(), all().keySet());
        throw new ShellException(Problem.USAGE, "there is no context '" + wanted.text() + "' (" + wanted.origin() + ")")
                .hint(hint != null ? hint : "context ls shows them; context add " + wanted.text() + " URI makes it");
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
        return this;
    }

    @Override
    public Map<String, HubContext> all() {
        return file.read().contexts();
    }

    @Override
    public synchronized @Nullable String current() {
        HubContext context = layers.context();
        return context == null ? null : context.name();
    }

    @Override
    public @Nullable String previous() {
        return file.read().previous();
    }

    @Override
    public void put(HubContext context) {
        file.change(saved -> saved.put(context));
    }

    @Override
    public void remove(String name) {
        file.change(saved -> saved.remove(name));
    }

    @Override
    public @Nullable String keepCurrent(String name) {
        file.change(saved -> saved.keepCurrent(name));
        SavedSettings saved = file.read();
        HubContext context = saved.contexts().get(name);
        Layer kept = saved.layer(file.origin());
        Found hub = Layers.of(List.of(variables, project), List.of(kept, own), saved.contexts())
                .find(Setting.HUB);
        return context == null || hub == null || hub.text().equals(context.uri()) ? null : hub.origin();
    }

    @Override
    public void enter(@Nullable HubContext context, @Nullable String uri, Session session) {
        SessionSettings settings;
        synchronized (this) {
            Found name = new Found(context == null ? Identifiers.NO_CONTEXT : context.name(), "this session");
            Layer chosen = new Layer(
                    uri == null
                            ? Map.of(Setting.CONTEXT, name)
                            : Map.of(Setting.CONTEXT, name, Setting.HUB, new Found(uri, "this session")),
                    Map.of());
            layers = layers(chosen, context);
            applyTo(session.memory());
            session.memory().context().setFocus(null); // a plugin of the hub before
            settings = applyTo(started(session.hub().settings()));
        }
        session.hub().membership().switchTo(settings);
    }

    @Override
    public void saveAlias(String name, String line) {
        file.change(saved -> saved.alias(name, line));
    }

    @Override
    public void saveSetting(Setting setting, @Nullable Object value) {
        file.change(saved -> saved.setting(setting.key(), value));
    }

    /** What is not configured stays as the session has it; the plugins that it waited for are another hub's. */
    private static SessionSettings started(SessionSettings present) {
        return new SessionSettings(
                SessionSettings.DEFAULT_HUB,
                null,
                SessionSettings.DEFAULT_TIMEOUT,
                present.patience(),
                List.of(),
                present.observing());
    }

    private Layer layer(@Nullable Path path, boolean foreign, Function<Path, String> texts) {
        if (path == null || !Files.exists(path)) {
            return Layer.EMPTY;
        }
        Layer layer = TomlFile.read(path, texts.apply(path), foreign, sources.warnings());
        if (foreign && !isOurs(path)) {
            Found hub = layer.find(Setting.HUB);
            String chosen = hub == null ? "" : ", and chooses the hub " + hub.text();
            sources.warnings()
                    .accept(path + " can be changed by other users" + chosen + "; chmod go-w, or move it away");
        }
        return layer;
    }

    private static boolean isOurs(Path path) {
        try {
            return !PrivateFolder.othersCanChange(path);
        } catch (IOException unknown) {
            return false;
        }
    }

    private Layers layers(Layer session, @Nullable HubContext entered) {
        SavedSettings saved = file.read();
        Map<String, HubContext> contexts = saved.contexts();
        if (entered != null) {
            contexts.put(entered.name(), entered);
        }
        return Layers.of(
                List.of(session, flags, variables, project), List.of(saved.layer(file.origin()), own), contexts);
    }
}
