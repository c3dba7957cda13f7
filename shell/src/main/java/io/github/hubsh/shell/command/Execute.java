package io.github.hubsh.shell.command;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.Bytes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends a command to a plugin, waits, and gives its reply. */
public final class Execute implements Verb {
    static final List<String> MIME_TYPES = List.of("pickle", "json", "yaml", "text", "bytes");

    private static final Syntax SYNTAX = Syntax.of("execute", Group.REQUEST, "send a command, wait, print the reply")
            .alias("x")
            .operand("TARGET", Kind.PLUGIN)
            .operand("COMMAND", Kind.COMMAND)
            .items()
            .option("--timeout", "TIME", Kind.DURATION, "how long to wait for the reply: 500ms, 5s, 2m")
            .flag("--silent", "keep the request and its reply out of the broadcasts")
            .flag("--ask", "ask for each argument that is known and was not given")
            .flag("--no-check", "send arguments that do not fit what the plugin published")
            .flag("--dry-run", "show the message, decoded and raw, and send nothing")
            .flag("--yes", "send unasked, where the context wants requests confirmed")
            .choice("--mime", "TYPE", MIME_TYPES, "encoding of the arguments: pickle, json, yaml, text, bytes")
            .example("execute plugin_a do_thing x=1")
            .example("execute plugin_a do_thing 'Voltage (V)'=100 id==0012 --timeout 10s")
            .example("execute plugin_a do_thing routes:='[\"e1\",\"e2\"]' metadata[name]=step1")
            .example("execute plugin_a do_thing states:=series({\"electrode043\":1}) --dry-run")
            .example("x plugin_a do_thing --dry-run x=1")
            .detail("help items shows how arguments are written.")
            .detail("At the prompt arguments are checked against what the plugin has published.")
            .detail("series(…), frame(…) and array(…) go as a pickle, which any pandas loads.")
            .detail("With --mime text or bytes the data is one text: @FILE, or - for stdin.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Request request = request(arguments, session);
        if (arguments.has("--dry-run")) {
            return preview(session.draft(request));
        }
        session.permit(request, arguments.has("--yes"));
        try {
            Reply reply = session.network().execute(request);
            return new Outcome.Value(reply.value(), reply.raw());
        } catch (ShellException failed) {
            throw suggesting(failed, arguments, session.names());
        }
    }

    /** Returns the request that the arguments describe; files are read here. */
    static Request request(Arguments arguments, Session session) {
        Duration timeout = arguments.duration("--timeout");
        String named = arguments.text("--mime");
        Object body = body(arguments, session, named);
        return new Request(
                arguments.operand(0),
                arguments.operand(1),
                body,
                named == null ? usualMimeType(body, arguments, session) : mimeType(named),
                arguments.has("--silent"),
                timeout != null ? timeout : session.settings().timeout());
    }

    /** What the command's plugin asks for; a pickle for what nothing else can carry; else JSON, which all understand. */
    private static String usualMimeType(@Nullable Object body, Arguments arguments, Session session) {
        KnownCommand known = session.names().atHand(arguments.operand(0), arguments.operand(1));
        if (known != null && MIME_TYPES.contains(known.mime())) {
            return mimeType(known.mime());
        }
        return !isJson(body) && TypedArgument.isIn(body) ? Payload.PICKLE : Payload.JSON;
    }

    /** Returns whether a value is plainly what JSON has; most are, and need no further class to be loaded. */
    private static boolean isJson(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            for (Object each : map.values()) {
                if (!isJson(each)) {
                    return false;
                }
            }
            return true;
        }
        return value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private static String mimeType(String name) {
        return switch (name) {
            case "pickle" -> Payload.PICKLE;
            case "yaml" -> Payload.YAML;
            case "text" -> Payload.TEXT;
            case "bytes" -> Payload.BYTES;
            default -> Payload.JSON;
        };
    }

    private static @Nullable Object body(Arguments arguments, Session session, @Nullable String mime) {
        Files files = session.files();
        boolean text = "text".equals(mime);
        if (!text && !"bytes".equals(mime)) {
            return keywords(arguments, session);
        }
        if (arguments.items().isEmpty()) {
            return null;
        }
        Item item = arguments.items().get(0);
        if (arguments.items().size() > 1 || item.form() != Item.Form.EVERYTHING) {
            throw ShellException.at(item.word().place(0), "expected only @FILE or - with --mime text or bytes");
        }
        return text ? files.text(item.file()) : Bytes.of(files.bytes(item.file()));
    }

    private static Map<String, @Nullable Object> keywords(Arguments arguments, Session session) {
        Map<String, @Nullable Object> keywords = Items.evaluate(arguments.items(), session.files());
        if (arguments.has("--ask")) {
            keywords = Asking.complete(keywords, arguments, session);
        }
        if (arguments.has("--no-check") || !session.workspace().checks()) {
            return keywords;
        }
        KnownCommand known = session.names().atHand(arguments.operand(0), arguments.operand(1));
        return known == null || !known.published() ? keywords : ArgumentCheck.check(keywords, arguments, known);
    }

    private static Outcome preview(Draft draft) {
        Request request = draft.request();
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        message.put("target", request.target());
        message.put("command", request.command());
        message.put("arguments", request.body());
        message.put("mime_type", request.mimeType());
        message.put("silent", request.silent());
        message.put("raw", draft.raw());
        return new Outcome.Value(message, draft.raw());
    }

    /** Adds what was probably meant, if something like it is known. */
    static ShellException suggesting(ShellException failed, Arguments arguments, Names names) {
        String hint = null;
        if (failed.problem() == Problem.NO_SUCH_PLUGIN) {
            hint = Suggestion.of(arguments.operand(0), names.plugins());
        } else if (failed.problem() == Problem.NO_SUCH_COMMAND) {
            hint = Suggestion.of(arguments.operand(1), names.commands(arguments.operand(0)));
        }
        return hint == null ? failed : failed.hint(hint);
    }
}
