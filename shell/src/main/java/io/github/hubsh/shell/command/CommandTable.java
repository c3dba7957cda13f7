package io.github.hubsh.shell.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which verbs there are. Looking one up loads that verb's class and no other, which is why this is a switch: a one-shot
 * {@code execute} pays for {@code execute} only.
 */
public final class CommandTable {
    /** Every verb by its name, in the order of the help. */
    public static final List<String> NAMES = List.of(
            "connect",
            "disconnect",
            "context",
            "status",
            "plugins",
            "commands",
            "describe",
            "execute",
            "ping",
            "until",
            "use",
            "tail",
            "watch",
            "top",
            "bench",
            "js",
            "run",
            "test",
            "serve",
            "types",
            "let",
            "set",
            "alias",
            "config",
            "jobs",
            "fg",
            "cancel",
            "doctor",
            "help",
            "history",
            "completion",
            "man",
            "exit",
            "hub",
            "demo");

    private CommandTable() {}

    /** Returns the verb of that name or alias, or {@code null}. */
    public static @Nullable Verb find(String name) {
        return switch (name) {
            case "connect" -> new Connect();
            case "disconnect" -> new Disconnect();
            case "context" -> new Context();
            case "config" -> new Config();
            case "status" -> new Status();
            case "plugins" -> new Plugins();
            case "commands" -> new Commands();
            case "describe" -> new Describe();
            case "execute", "x" -> new Execute();
            case "until" -> new Until();
            case "ping" -> new Ping();
            case "bench" -> new Bench();
            case "tail" -> new Tail();
            case "js" -> new Js();
            case "run" -> new Run();
            case "test" -> new Test();
            case "serve" -> new Serve();
            case "types" -> new Types();
            case Watch.NAME -> new Watch();
            case "top" -> new Top();
            case "doctor" -> new Doctor();
            case "completion" -> new Completion();
            case "man" -> new Man();
            case "help" -> new Help();
            case "history" -> new History();
            case "exit", "quit" -> new Exit();
            case "hub" -> new Hub();
            case "demo" -> new Demo();
            case "use" -> new Use();
            case "let" -> new Let();
            case "set" -> new Set();
            case "alias" -> new Alias();
            case "jobs" -> new Jobs();
            case "fg" -> new Fg();
            case "cancel" -> new Cancel();
            case Recall.NAME -> new Recall();
            default -> null;
        };
    }

    /** Returns what every verb takes, in the order of the help; loads them all. */
    public static List<Syntax> syntaxes() {
        List<Syntax> syntaxes = new ArrayList<>(NAMES.size());
        for (String name : NAMES) {
            Verb verb = find(name);
            if (verb != null) {
                syntaxes.add(verb.syntax());
            }
        }
        return syntaxes;
    }
}
