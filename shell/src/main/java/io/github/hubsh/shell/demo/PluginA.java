package io.github.hubsh.shell.demo;

import io.github.hubsh.core.handler.CommandDescription;
import io.github.hubsh.core.handler.Handlers;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import java.util.LinkedHashMap;
import java.util.Map;

/** The plugin of the first example. */
final class PluginA {
    private static final CommandDescription DO_THING = CommandDescription.of(
                    "do a thing, and return what was asked for")
            .more()
            .example(Map.of("x", 1));

    private PluginA() {}

    static Plugin plugin(String hubUri) {
        return new Plugin("plugin_a", hubUri)
                .command("do_thing", Payload.JSON, DO_THING, call -> doThing(call.arguments()))
                // As they came: JSON would make text of bytes.
                .answer(
                        "echo",
                        CommandDescription.of("return the arguments").more(),
                        request -> new Handlers.Result(request.arguments()))
                .command(
                        "fail",
                        CommandDescription.of("fail, with any arguments").more(),
                        call -> {
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
