package io.github.hubsh.shell.verb;

import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.SyntaxTable;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.verb.help.CompletionVerb;
import io.github.hubsh.shell.verb.help.HelpVerb;
import io.github.hubsh.shell.verb.help.ManVerb;
import io.github.hubsh.shell.verb.help.VersionVerb;
import io.github.hubsh.shell.verb.hubs.DemoVerb;
import io.github.hubsh.shell.verb.hubs.HubVerb;
import io.github.hubsh.shell.verb.hubs.KeygenVerb;
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
import io.github.hubsh.shell.verb.observe.recording.RecordVerb;
import io.github.hubsh.shell.verb.observe.recording.RecordingVerb;
import io.github.hubsh.shell.verb.observe.replay.ReplayVerb;
import io.github.hubsh.shell.verb.request.ExecuteVerb;
import io.github.hubsh.shell.verb.request.PingVerb;
import io.github.hubsh.shell.verb.request.UntilVerb;
import io.github.hubsh.shell.verb.request.UseVerb;
import io.github.hubsh.shell.verb.script.JsVerb;
import io.github.hubsh.shell.verb.script.RunVerb;
import io.github.hubsh.shell.verb.script.SaveVerb;
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
        // By its text: the table of constants of an enum's switch would be one more class for every one-shot.
        return switch (name.text()) {
            case "connect" -> new ConnectVerb();
            case "disconnect" -> new DisconnectVerb();
            case "context" -> new ContextVerb();
            case "status" -> new StatusVerb();
            case "plugins" -> new PluginsVerb();
            case "commands" -> new CommandsVerb();
            case "describe" -> new DescribeVerb();
            case "execute" -> new ExecuteVerb();
            case "ping" -> new PingVerb();
            case "until" -> new UntilVerb();
            case "use" -> new UseVerb();
            case "tail" -> new TailVerb();
            case "watch" -> new WatchVerb();
            case "top" -> new TopVerb();
            case "record" -> new RecordVerb();
            case "recording" -> new RecordingVerb();
            case "replay" -> new ReplayVerb();
            case "bench" -> new BenchVerb();
            case "js" -> new JsVerb();
            case "run" -> new RunVerb();
            case "test" -> new TestVerb();
            case "serve" -> new ServeVerb();
            case "save" -> new SaveVerb();
            case "types" -> new TypesVerb();
            case "let" -> new LetVerb();
            case "set" -> new SetVerb();
            case "alias" -> new AliasVerb();
            case "config" -> new ConfigVerb();
            case "jobs" -> new JobsVerb();
            case "fg" -> new FgVerb();
            case "cancel" -> new CancelVerb();
            case "doctor" -> new DoctorVerb();
            case "history" -> new HistoryVerb();
            case "exit" -> new ExitVerb();
            case "help" -> new HelpVerb(syntaxes());
            case "completion" -> new CompletionVerb(syntaxes());
            case "man" -> new ManVerb(syntaxes());
            case "version" -> new VersionVerb();
            case "hub" -> new HubVerb();
            case "demo" -> new DemoVerb();
            case "keygen" -> new KeygenVerb();
            case "$value" -> new RecallVerb();
            default -> throw new IllegalStateException("no verb is called " + name);
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
