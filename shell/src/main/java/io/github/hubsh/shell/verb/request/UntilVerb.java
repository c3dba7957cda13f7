package io.github.hubsh.shell.verb.request;

import io.github.hubsh.shell.argument.RequestBuilder;
import io.github.hubsh.shell.argument.TypedTextCheck;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.ResultCondition;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.time.Duration;

/** Repeats a request until its result is what was waited for. */
public final class UntilVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.UNTIL, "repeat until the result fits")
            .operand("TARGET", Kind.PLUGIN)
            .operand("COMMAND", Kind.COMMAND)
            .items()
            .option("--that", "EXPR", Kind.TEXT, "what must be true, in jq; default . != null")
            .option("--every", "TIME", Kind.DURATION, "the time between requests; default 250ms")
            .option("--for", "TIME", Kind.DURATION, "give up after this time; default 5m")
            .option("--timeout", "TIME", Kind.DURATION, "how long to wait for each reply")
            .flag("--silent", "keep the requests and their replies out of the broadcasts")
            .flag("--yes", "send without asking for confirmation")
            .choice("--mime", "TYPE", RequestBuilder.MIME_TYPES, "encoding of the arguments, as execute has it")
            .option(RequestBuilder.CONTENT, "KEY=VALUE", Kind.ITEM, RequestBuilder.CONTENT_SUMMARY)
            .example("until plugin_a do_thing x=1")
            .example("until plugin_a do_thing x=1 --that '.x == 1' --every 100ms --for 10s")
            .detail("It prints the result that fits. An error of the plugin ends it with the error's")
            .detail("own exit code; 5 means that none fitted in time. Ctrl-C stops only the polling:")
            .detail("the plugin keeps working.")
            .build();

    private static final Duration DEFAULT_INTERVAL = Duration.ofMillis(250);
    private static final Duration DEFAULT_LIMIT = Duration.ofMinutes(5);

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Word that = arguments.word("--that");
        ResultCondition condition =
                that == null ? value -> value != null : session.language().condition(that);
        Duration every = arguments.duration("--every");
        Duration limit = arguments.duration("--for");
        TypedTextCheck.check(arguments, session);
        Request request = RequestBuilder.build(arguments, session);
        session.hub().permit(request, arguments.has("--yes"));
        try {
            return new PollingRun(session, request, condition, limit != null ? limit : DEFAULT_LIMIT)
                    .run(every != null ? every : DEFAULT_INTERVAL);
        } catch (ShellException failed) {
            throw RequestBuilder.suggesting(failed, arguments, session.memory().catalog());
        } finally {
            session.io().display().progress("");
        }
    }
}
