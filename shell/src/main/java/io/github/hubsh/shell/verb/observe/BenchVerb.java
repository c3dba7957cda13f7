package io.github.hubsh.shell.verb.observe;

import io.github.hubsh.shell.argument.RequestBuilder;
import io.github.hubsh.shell.argument.TypedTextCheck;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.Scalar;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures how fast a plugin answers a command. */
public final class BenchVerb implements Verb {
    private static final int MAX_REQUESTS = 1_000_000;
    private static final int MAX_AT_ONCE = 256;
    private static final double MAX_RATE_PER_SECOND = 1_000_000;
    private static final int MAX_WARM_UP = 100;

    private static final Syntax SYNTAX = Syntax.of(VerbName.BENCH, "measure replies, with percentiles")
            .operand("TARGET", Kind.PLUGIN)
            .operand("COMMAND", Kind.COMMAND)
            .items()
            .option("--count", "N", Kind.COUNT, "how many requests; default 1000")
            .option("--concurrency", "N", Kind.COUNT, "how many at once; default 1")
            .option("--rate", "N/s", Kind.TEXT, "how many to start per second; default: no limit")
            .option("--timeout", "TIME", Kind.DURATION, "how long to wait for each reply")
            .flag("--silent", "keep the requests and their replies out of the broadcasts")
            .flag("--yes", "send without asking for confirmation")
            .choice("--mime", "TYPE", RequestBuilder.MIME_TYPES, "encoding of the arguments, as execute has it")
            .option(RequestBuilder.CONTENT, "KEY=VALUE", Kind.ITEM, RequestBuilder.CONTENT_SUMMARY)
            .example("bench plugin_a do_thing x=1 --count 100")
            .example("bench plugin_a do_thing --count 100 --concurrency 4 --rate 2000/s --silent")
            .detail("Ctrl-C ends it and shows what was measured so far.")
            .detail("The command is really executed. A tenth more, at most 100, warms up, unmeasured.")
            .detail("With --rate a time counts from when the request should have started, so that a")
            .detail("plugin that stalls looks as slow as it is. Errors are counted by kind.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        int count = bounded(arguments, "--count", 1000, MAX_REQUESTS);
        int concurrency = bounded(arguments, "--concurrency", 1, MAX_AT_ONCE);
        double rate = rate(arguments.word("--rate"));
        TypedTextCheck.check(arguments, session);
        Request request = RequestBuilder.build(arguments, session);
        session.hub().permit(request, arguments.has("--yes"));
        try {
            int warmUp = Math.min(MAX_WARM_UP, count / 10);
            BenchRun warming = new BenchRun(session, request, warmUp, rate);
            warming.run(concurrency);
            BenchRun run = new BenchRun(session, request, count, rate);
            Duration took = took(run, concurrency, warming, session.io().display());
            session.io().display().show(Outcome.value(result(run, warming, took)));
            tell(run, warmUp, session.io().display());
            requireSuccess(run, warming);
            return Outcome.NOTHING;
        } catch (ShellException failed) {
            throw RequestBuilder.suggesting(failed, arguments, session.memory().catalog());
        }
    }

    /** A run that is stopped shows what it has measured. */
    private static Duration took(BenchRun run, int concurrency, BenchRun warming, Display display) {
        try {
            return run.run(concurrency);
        } catch (ShellException stopped) {
            if (stopped.isInterruption() && run.times().count() > 0) {
                display.show(Outcome.value(result(run, warming, run.elapsed())));
                run.times().picture().forEach(line -> display.say(MessageLevel.ASIDE, line));
            }
            throw stopped;
        }
    }

    private static Map<String, @Nullable Object> result(BenchRun run, BenchRun warming, Duration took) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        long done = run.times().count() + total(run.errors());
        result.put("requests", done);
        result.putAll(run.times().summary());
        result.put("requests_per_s", Math.round(done * 1e10 / Math.max(1, took.toNanos())) / 10.0);
        result.put("errors", byKind(run.errors()));
        result.put("warm_up", warming.times().count() + total(warming.errors()));
        if (!warming.errors().isEmpty()) {
            result.put("warm_up_errors", byKind(warming.errors()));
        }
        return result;
    }

    private static void tell(BenchRun run, int warmUp, Display display) {
        for (String line : run.times().picture()) {
            display.say(MessageLevel.ASIDE, line);
        }
        display.say(MessageLevel.ASIDE, "after a warm-up of " + warmUp + (warmUp == 1 ? " request" : " requests"));
    }

    /** The result was shown; the exit code says that not all of it is good. */
    private static void requireSuccess(BenchRun run, BenchRun warming) {
        ShellException failure = run.failure() != null ? run.failure() : warming.failure();
        if (failure != null) {
            long failed = total(run.errors()) + total(warming.errors());
            throw new ShellException(
                            Problem.REMOTE_ERROR,
                            failed + (failed == 1 ? " request" : " requests") + " failed; the last one: "
                                    + failure.text())
                    .hint("errors and warm_up_errors count them by kind");
        }
    }

    private static long total(Map<Problem, Long> errors) {
        return errors.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, @Nullable Object> byKind(Map<Problem, Long> errors) {
        Map<String, @Nullable Object> kinds = new LinkedHashMap<>();
        errors.forEach((problem, count) -> kinds.put(problem.kind(), count));
        return kinds;
    }

    private static int bounded(Arguments arguments, String option, int otherwise, int most) {
        int count = arguments.count(option, otherwise);
        Word word = arguments.word(option);
        if (count > most && word != null) {
            throw ShellException.at(
                    word.place(0), "expected at most " + most + " for " + option + ", found '" + word.text() + "'");
        }
        return count;
    }

    private static double rate(@Nullable Word word) {
        if (word == null) {
            return 0;
        }
        String number = word.text().endsWith("/s")
                ? word.text().substring(0, word.text().length() - 2)
                : word.text();
        Object rate = Scalar.of(number);
        double value = rate instanceof Number given ? given.doubleValue() : 0;
        if (value > 0 && value <= MAX_RATE_PER_SECOND) {
            return value;
        }
        throw ShellException.at(word.place(0), "expected a rate such as 100/s for --rate, found '" + word.text() + "'");
    }
}
