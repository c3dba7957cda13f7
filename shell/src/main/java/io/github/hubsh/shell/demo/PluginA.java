package io.github.hubsh.shell.demo;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import java.util.LinkedHashMap;
import java.util.Map;

/** The plugin of the first example. */
final class PluginA {
    private PluginA() {}

    static Plugin plugin(String hubUri) {
        return new Plugin("plugin_a", hubUri)
                .command("do_thing", Payload.JSON, call -> doThing(call.arguments()))
                .command("echo", Payload.JSON, call -> call.arguments())
                .command("fail", call -> {
                    throw new IllegalStateException("this command always fails");
                });
    }

    private static Map<Object, Object> doThing(Map<?, ?> arguments) {
        Map<Object, Object> done = new LinkedHashMap<>();
        done.put("done", "thing");
        done.putAll(arguments);
        return done;
    }
}
