package io.github.hubsh.shell.config;

import io.github.hubsh.shell.config.Layer.Found;
import io.github.hubsh.shell.session.HubContext;
import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.word.Durations;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The order of precedence: the layers above the context, the context itself, the layers below.
 *
 * <p>To name a context is one way to name a hub: where {@code --context} was typed, or a project's file asks for one,
 * its hub counts as if it had been written there, and a {@code HUBSH_HUB} that happens to be set does not lead
 * elsewhere.
 *
 * @param wanted the context that was asked for, or {@code null}
 * @param context it, or {@code null} if there is none of that name
 */
record Layers(
        List<Layer> all, @Nullable Found wanted, @Nullable HubContext context) {
    static Layers of(List<Layer> above, List<Layer> below, Map<String, HubContext> contexts) {
        Found wanted = wanted(above, below);
        HubContext context = wanted == null ? null : contexts.get(wanted.text());
        List<Layer> all = new ArrayList<>();
        for (Layer layer : above) {
            all.add(context == null ? layer : withHub(layer, context));
        }
        if (context != null) {
            all.add(layer(context));
        }
        all.addAll(below);
        return new Layers(all, wanted, context);
    }

    @Nullable
    Found find(Setting setting) {
        for (Layer layer : all) {
            Found found = layer.find(setting);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Returns the aliases that hold, sorted by their layers. */
    Map<String, Found> aliases() {
        Map<String, Found> aliases = new LinkedHashMap<>();
        for (Layer layer : all) {
            layer.aliases().forEach(aliases::putIfAbsent);
        }
        return aliases;
    }

    private static @Nullable Found wanted(List<Layer> above, List<Layer> below) {
        List<Layer> all = new ArrayList<>(above);
        all.addAll(below);
        return new Layers(all, null, null).find(Setting.CONTEXT);
    }

    private static Layer withHub(Layer layer, HubContext context) {
        Found named = layer.find(Setting.CONTEXT);
        if (named == null || layer.find(Setting.HUB) != null || !named.text().equals(context.name())) {
            return layer;
        }
        Map<Setting, Found> settings = new EnumMap<>(layer.settings());
        settings.put(Setting.HUB, new Found(context.uri(), origin(context)));
        return new Layer(settings, layer.aliases());
    }

    private static Layer layer(HubContext context) {
        Map<Setting, Found> settings = new EnumMap<>(Setting.class);
        settings.put(Setting.HUB, new Found(context.uri(), origin(context)));
        if (context.ownName() != null) {
            settings.put(Setting.NAME, new Found(context.ownName(), origin(context)));
        }
        if (context.timeout() != null) {
            settings.put(Setting.TIMEOUT, new Found(Durations.text(context.timeout()), origin(context)));
        }
        put(settings, Setting.SERVER_KEY, context.keys().serverKey(), context);
        put(settings, Setting.KEY, context.keys().ownKey(), context);
        put(settings, Setting.INSECURE, context.keys().insecure() ? true : null, context);
        return new Layer(settings, SavedSettings.aliases(context.aliases(), origin(context)));
    }

    private static void put(Map<Setting, Found> settings, Setting setting, @Nullable Object value, HubContext context) {
        if (value != null) {
            settings.put(setting, new Found(value, origin(context)));
        }
    }

    private static String origin(HubContext context) {
        return "context " + context.name();
    }
}
