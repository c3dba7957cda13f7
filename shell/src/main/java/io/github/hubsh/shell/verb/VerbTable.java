package io.github.hubsh.shell.verb;

import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.SyntaxTable;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.verb.help.Completion;
import io.github.hubsh.shell.verb.help.Help;
import io.github.hubsh.shell.verb.help.Man;
import io.github.hubsh.shell.verb.hubs.Demo;
import io.github.hubsh.shell.verb.hubs.Hub;
import io.github.hubsh.shell.verb.network.Commands;
import io.github.hubsh.shell.verb.network.Connect;
import io.github.hubsh.shell.verb.network.Context;
import io.github.hubsh.shell.verb.network.Describe;
import io.github.hubsh.shell.verb.network.Disconnect;
import io.github.hubsh.shell.verb.network.Plugins;
import io.github.hubsh.shell.verb.network.Status;
import io.github.hubsh.shell.verb.observe.Bench;
import io.github.hubsh.shell.verb.observe.Tail;
import io.github.hubsh.shell.verb.observe.Top;
import io.github.hubsh.shell.verb.observe.Watch;
import io.github.hubsh.shell.verb.request.Execute;
import io.github.hubsh.shell.verb.request.Ping;
import io.github.hubsh.shell.verb.request.Until;
import io.github.hubsh.shell.verb.request.Use;
import io.github.hubsh.shell.verb.script.Js;
import io.github.hubsh.shell.verb.script.Run;
import io.github.hubsh.shell.verb.script.Serve;
import io.github.hubsh.shell.verb.script.Test;
import io.github.hubsh.shell.verb.script.Types;
import io.github.hubsh.shell.verb.shell.Alias;
import io.github.hubsh.shell.verb.shell.Cancel;
import io.github.hubsh.shell.verb.shell.Config;
import io.github.hubsh.shell.verb.shell.Doctor;
import io.github.hubsh.shell.verb.shell.Exit;
import io.github.hubsh.shell.verb.shell.Fg;
import io.github.hubsh.shell.verb.shell.History;
import io.github.hubsh.shell.verb.shell.Jobs;
import io.github.hubsh.shell.verb.shell.Let;
import io.github.hubsh.shell.verb.shell.Recall;
import io.github.hubsh.shell.verb.shell.Set;
import org.jspecify.annotations.Nullable;

/**
 * The verb behind each name. Looking one up loads that verb's class and no other, which is why this is a switch: a
 * one-shot {@code execute} pays for {@code execute} only.
 */
public final class VerbTable {
    /** What each verb takes; asking for all of them loads all verbs. */
    public static final SyntaxTable SYNTAXES = name -> verb(name).syntax();

    private VerbTable() {}

    /** Returns the verb of that name or alias, or {@code null}. */
    public static @Nullable Verb find(String word) {
        VerbName name = VerbName.of(word);
        return name == null ? null : verb(name);
    }

    public static Verb verb(VerbName name) {
        return switch (name) {
            case CONNECT -> new Connect();
            case DISCONNECT -> new Disconnect();
            case CONTEXT -> new Context();
            case STATUS -> new Status();
            case PLUGINS -> new Plugins();
            case COMMANDS -> new Commands();
            case DESCRIBE -> new Describe();
            case EXECUTE -> new Execute();
            case PING -> new Ping();
            case UNTIL -> new Until();
            case USE -> new Use();
            case TAIL -> new Tail();
            case WATCH -> new Watch();
            case TOP -> new Top();
            case BENCH -> new Bench();
            case JS -> new Js();
            case RUN -> new Run();
            case TEST -> new Test();
            case SERVE -> new Serve();
            case TYPES -> new Types();
            case LET -> new Let();
            case SET -> new Set();
            case ALIAS -> new Alias();
            case CONFIG -> new Config();
            case JOBS -> new Jobs();
            case FG -> new Fg();
            case CANCEL -> new Cancel();
            case DOCTOR -> new Doctor();
            case HISTORY -> new History();
            case EXIT -> new Exit();
            case HELP -> new Help();
            case COMPLETION -> new Completion();
            case MAN -> new Man();
            case HUB -> new Hub();
            case DEMO -> new Demo();
            case VALUE -> new Recall();
        };
    }
}
