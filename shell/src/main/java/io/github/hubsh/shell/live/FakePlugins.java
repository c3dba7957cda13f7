package io.github.hubsh.shell.live;

import io.github.hubsh.core.handler.ArgumentDescription;
import io.github.hubsh.core.handler.CommandDescription;
import io.github.hubsh.core.handler.Handlers;
import io.github.hubsh.core.handler.Responder;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.session.network.ArgumentSchema;
import io.github.hubsh.shell.session.network.FakePlugin;
import io.github.hubsh.shell.session.network.FakeReply;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes plugins that stand for others. */
final class FakePlugins {
    private FakePlugins() {}

    /** Returns the plugin, not connected yet. It replies from a thread of its own for each request. */
    static Plugin plugin(FakePlugin fake, String hub) {
        Plugin plugin = new Plugin(fake.name(), hub);
        Responder responder = request -> outcome(fake.answers(), request);
        fake.commands().forEach(known -> plugin.answer(known.name(), description(known), responder));
        return plugin.answerOthers(responder);
    }

    private static Handlers.Outcome outcome(FakePlugin.Answers answers, ExecuteRequest request)
            throws ContentException, InterruptedException {
        long start = System.nanoTime();
        FakeReply reply = answers.to(request);
        TimeUnit.NANOSECONDS.sleep(reply.after().toNanos() - (System.nanoTime() - start));
        return reply.error() == null ? new Handlers.Result(reply.result()) : new Handlers.Failure(reply.error());
    }

    private static CommandDescription description(KnownCommand known) {
        List<ArgumentDescription> arguments = new ArrayList<>();
        for (KnownArgument argument : known.arguments()) {
            arguments.add(new ArgumentDescription(argument.name(), keywords(argument.schema()), argument.required()));
        }
        return new CommandDescription(
                known.documentation(), arguments, known.openEnded(), List.copyOf(known.examples()));
    }

    private static Map<String, @Nullable Object> keywords(ArgumentSchema schema) {
        Map<String, @Nullable Object> keywords = new LinkedHashMap<>();
        put(keywords, "type", schema.types().size() == 1 ? schema.types().get(0) : schema.types());
        put(keywords, "enum", schema.choices());
        put(keywords, "minimum", schema.minimum());
        put(keywords, "maximum", schema.maximum());
        if (schema.hasDefault()) {
            keywords.put("default", schema.otherwise());
        }
        put(keywords, "description", schema.documentation());
        put(keywords, "unit", schema.unit());
        return keywords;
    }

    private static void put(Map<String, @Nullable Object> keywords, String keyword, @Nullable Object value) {
        boolean empty = value == null || value.equals("") || value.equals(List.of());
        if (!empty) {
            keywords.put(keyword, value);
        }
    }
}
