package io.github.hubsh.shell.conformance;

import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.verb.VerbTable;
import io.github.hubsh.shell.verb.help.HelpTopics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The examples of the built-in help and of the documentation. */
final class Examples {
    // Lines that only the program's own arguments can give, and that run until it ends; launcher tests cover them.
    private static final Set<String> ENDLESS = Set.of(
            "hub tcp://127.0.0.1:31000",
            "hub tcp://127.0.0.1:31000 --name lab",
            "hub ipc:///run/lab/hub",
            "hub tcp://127.0.0.1:31000 --http 9464",
            "hub tcp://0.0.0.0:31000 --curve hub.key --clients clients",
            "hub tcp://127.0.0.1:31000 --name roomA --join nats://127.0.0.1:4222",
            "demo",
            "demo tcp://127.0.0.1:31005",
            "demo --from session.jsonl",
            "demo -c 'execute plugin_a do_thing x=1'");

    private static final Pattern FAILING = Pattern.compile("exit ([0-9]+): (.*)");
    private static final Pattern LEAVING = Pattern.compile("exit ([0-9]+)");

    private Examples() {}

    static List<Example> all() {
        Set<String> examples = new LinkedHashSet<>();
        for (Syntax syntax : VerbTable.syntaxes().all()) {
            examples.addAll(syntax.examples());
        }
        for (String topic : List.of("filters", "variables", "jobs")) {
            List<String> page = Objects.requireNonNull(HelpTopics.of(topic));
            page.subList(page.indexOf("Examples:") + 1, page.lastIndexOf(""))
                    .forEach(line -> examples.add(line.strip()));
        }
        documented().lines().filter(line -> !line.startsWith("#")).forEach(examples::add);
        examples.removeAll(ENDLESS);
        // It makes a pair of keys once, and never again in their place; CurveKeysIT runs it.
        examples.removeIf(line -> line.startsWith("keygen "));
        examples.removeIf(
                line -> line.matches("(top|watch) ?.*") && !line.contains("--count") && !line.contains("--for"));
        return examples.stream().map(Examples::onNetwork).map(Examples::example).toList();
    }

    /** Ten broadcasts are enough to see, however long they take; and only the prompt has joined the network already. */
    private static String onNetwork(String line) {
        String joined = line.equals("disconnect") ? "ping plugin_a; disconnect" : line;
        String count = line.contains("--count") ? "" : " --count 10";
        return joined.replaceAll("^((tail|record) .*--for) \\w+", "$1 60s" + count);
    }

    private static Example example(String line) {
        Matcher failing = FAILING.matcher(line);
        if (failing.matches()) {
            return new Example(failing.group(2), Integer.parseInt(failing.group(1)));
        }
        Matcher leaving = LEAVING.matcher(line);
        return new Example(line, leaving.matches() ? Integer.parseInt(leaving.group(1)) : 0);
    }

    private static String documented() {
        try (InputStream text = Examples.class.getResourceAsStream("/documented-examples.txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
