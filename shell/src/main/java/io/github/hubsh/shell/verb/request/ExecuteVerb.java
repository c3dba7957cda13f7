package io.github.hubsh.shell.verb.request;

import io.github.hubsh.shell.argument.RequestBuilder;
import io.github.hubsh.shell.argument.TypedTextCheck;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.network.DraftMessage;
import io.github.hubsh.shell.session.network.Reply;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.ShellException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends a command to a plugin, waits, and gives its reply. */
public final class ExecuteVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.EXECUTE, "send a command, wait, print the reply")
            .operand("TARGET", Kind.PLUGIN)
            .operand("COMMAND", Kind.COMMAND)
            .items()
            .option("--timeout", "TIME", Kind.DURATION, "how long to wait for the reply: 500ms, 5s, 2m")
            .flag("--silent", "keep the request and its reply out of the broadcasts")
            .flag("--ask", "ask for each argument that is known and was not given")
            .flag("--no-check", "send arguments that do not fit what the plugin published")
            .flag("--dry-run", "show the message, decoded and raw, and send nothing")
            .flag("--yes", "send without asking for confirmation")
            .choice(
                    "--mime",
                    "TYPE",
                    RequestBuilder.MIME_TYPES,
                    "encoding of the arguments: pickle, json, yaml, text, bytes")
            .option(RequestBuilder.CONTENT, "KEY=VALUE", Kind.ITEM, RequestBuilder.CONTENT_SUMMARY)
            .example("execute plugin_a do_thing x=1")
            .example("execute plugin_a do_thing 'Voltage (V)'=100 id==0012 --timeout 10s")
            .example("execute plugin_a do_thing routes:='[\"e1\",\"e2\"]' metadata[name]=step1")
            .example("execute plugin_a do_thing states:=series({\"electrode043\":1}) --dry-run")
            .example("x plugin_a do_thing --dry-run x=1")
            .example("x plugin_a do_thing x=1 --content step_number=3")
            .detail("help items shows how arguments are written.")
            .detail("At the prompt arguments are checked against what the plugin has published.")
            .detail("series(…), frame(…) and array(…) go as a pickle, which any pandas loads;")
            .detail("so do uuid(…), datetime(…), decimal(…), tuple(…) and the like.")
            .detail("Without --mime arguments go as they were seen, if always one way; else as JSON.")
            .detail("A plugin that reads a key beside the data gets it by --content KEY=VALUE.")
            .detail("With --mime text or bytes the data is one text: @FILE, or - for stdin.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        TypedTextCheck.check(arguments, session);
        Request request = RequestBuilder.build(arguments, session);
        if (arguments.has("--dry-run")) {
            return preview(session.hub().draft(request));
        }
        session.hub().permit(request, arguments.has("--yes"));
        String what = request.target() + ' ' + request.command();
        WaitProgress waiting = WaitProgress.of(session.io().display(), what);
        try {
            Reply reply = session.hub().network().send(request).await();
            return new Outcome.Value(reply.value(), reply.raw());
        } catch (ShellException failed) {
            if (failed.unreadReply() != null && arguments.has("--raw")) {
                return new Outcome.Value(null, failed.unreadReply());
            }
            throw RequestBuilder.suggesting(failed, arguments, session.memory().catalog());
        } finally {
            waiting.end();
        }
    }

    private static Outcome preview(DraftMessage draft) {
        Request request = draft.request();
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        message.put("target", request.target());
        message.put("command", request.command());
        message.put("arguments", request.body());
        message.put("mime_type", request.mimeType());
        if (!request.content().isEmpty()) {
            message.put("content", request.content());
        }
        message.put("silent", request.silent());
        message.put("raw", draft.raw());
        return new Outcome.Value(message, draft.raw());
    }
}
