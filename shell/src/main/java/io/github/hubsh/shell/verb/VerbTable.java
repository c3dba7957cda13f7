package io.github.hubsh.shell.verb;

import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.SyntaxTable;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.verb.help.CompletionVerb;
import io.github.hubsh.shell.verb.help.HelpVerb;
import io.github.hubsh.shell.verb.help.ManVerb;
import io.github.hubsh.shell.verb.hubs.DemoVerb;
import io.github.hubsh.shell.verb.hubs.HubVerb;
import io.github.hubsh.shell.verb.network.CommandsVerb;
import io.github.hubsh.shell.verb.network.ConnectVerb;
import io.github.hubsh.shell.verb.network.ContextVerb;
import io.github.hubsh.shell.verb.network.DescribeVerb;
import io.github.hubsh.shell.verb.network.DisconnectVerb;
import io.github.hubsh.shell.verb.network.PluginsVerb;
import io.github.hubsh.shell.verb.network.StatusVerb;
import io.github.hubsh.shell.verb.observe.BenchVerb;
import io.github.hubsh.shell.verb.observe.TailVerb;
import io.github.hubsh.shell.verb.observe.TopVerb;
import io.github.hubsh.shell.verb.observe.WatchVerb;
import io.github.hubsh.shell.verb.request.ExecuteVerb;
import io.github.hubsh.shell.verb.request.PingVerb;
import io.github.hubsh.shell.verb.request.UntilVerb;
import io.github.hubsh.shell.verb.request.UseVerb;
import io.github.hubsh.shell.verb.script.JsVerb;
import io.github.hubsh.shell.verb.script.RunVerb;
import io.github.hubsh.shell.verb.script.ServeVerb;
import io.github.hubsh.shell.verb.script.TestVerb;
import io.github.hubsh.shell.verb.script.TypesVerb;
import io.github.hubsh.shell.verb.shell.AliasVerb;
import io.github.hubsh.shell.verb.shell.CancelVerb;
import io.github.hubsh.shell.verb.shell.ConfigVerb;
import io.github.hubsh.shell.verb.shell.DoctorVerb;
import io.github.hubsh.shell.verb.shell.ExitVerb;
import io.github.hubsh.shell.verb.shell.FgVerb;
import io.github.hubsh.shell.verb.shell.HistoryVerb;
import io.github.hubsh.shell.verb.shell.JobsVerb;
import io.github.hubsh.shell.verb.shell.LetVerb;
import io.github.hubsh.shell.verb.shell.RecallVerb;
import io.github.hubsh.shell.verb.shell.SetVerb;
import org.jspecify.annotations.Nullable;

/**
 * The verb behind each name. Looking one up loads that verb's class and no other, which is why this is a switch: a
 * one-shot {@code execute} pays for {@code execute} only.
 */
public final class VerbTable {
    private VerbTable() {}

    /** Returns what each verb takes; asking for all of them loads all verbs. */
    public static SyntaxTable syntaxes() {
        return new Syntaxes();
    }

    /** Returns the verb of that name or alias, or {@code null}. */
    public static @Nullable Verb find(String word) {
        VerbName name = VerbName.of(word);
        return name == null ? null : verb(name);
    }

    public static Verb verb(VerbName name) {
        return switch (name) {
            case CONNECT -> new ConnectVerb();
            case DISCONNECT -> new DisconnectVerb();
            case CONTEXT -> new ContextVerb();
            case STATUS -> new StatusVerb();
            case PLUGINS -> new PluginsVerb();
            case COMMANDS -> new CommandsVerb();
            case DESCRIBE -> new DescribeVerb();
            case EXECUTE -> new ExecuteVerb();
            case PING -> new PingVerb();
            case UNTIL -> new UntilVerb();
            case USE -> new UseVerb();
            case TAIL -> new TailVerb();
            case WATCH -> new WatchVerb();
            case TOP -> new TopVerb();
            case BENCH -> new BenchVerb();
            case JS -> new JsVerb();
            case RUN -> new RunVerb();
            case TEST -> new TestVerb();
            case SERVE -> new ServeVerb();
            case TYPES -> new TypesVerb();
            case LET -> new LetVerb();
            case SET -> new SetVerb();
            case ALIAS -> new AliasVerb();
            case CONFIG -> new ConfigVerb();
            case JOBS -> new JobsVerb();
            case FG -> new FgVerb();
            case CANCEL -> new CancelVerb();
            case DOCTOR -> new DoctorVerb();
            case HISTORY -> new HistoryVerb();
            case EXIT -> new ExitVerb();
            case HELP -> new HelpVerb(syntaxes());
            case COMPLETION -> new CompletionVerb(syntaxes());
            case MAN -> new ManVerb(syntaxes());
            case HUB -> new HubVerb();
            case DEMO -> new DemoVerb();
            case VALUE -> new RecallVerb();
        };
    }

    /** Not a lambda: linking one costs every one-shot some milliseconds. */
    private static final class Syntaxes implements SyntaxTable {
        @Override
        public Syntax of(VerbName verb) {
            return verb(verb).syntax();
        }
    }
}
