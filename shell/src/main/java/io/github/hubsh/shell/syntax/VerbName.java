package io.github.hubsh.shell.syntax;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every verb, in the order of the help, with what other rooms have to know of it. To look at this table loads no verb's
 * class.
 */
public enum VerbName {
    CONNECT("connect", Group.NETWORK),
    DISCONNECT("disconnect", Group.NETWORK),
    CONTEXT("context", Group.NETWORK, VerbTrait.EXPLAINS),
    STATUS("status", Group.NETWORK, VerbTrait.SHOWN_ONLY),
    PLUGINS("plugins", Group.NETWORK, VerbTrait.SHOWN_ONLY),
    COMMANDS("commands", Group.NETWORK, VerbTrait.SHOWN_ONLY),
    DESCRIBE("describe", Group.NETWORK, VerbTrait.SHOWN_ONLY),
    EXECUTE("execute", Group.REQUEST, "x"),
    PING("ping", Group.REQUEST),
    UNTIL("until", Group.REQUEST),
    USE("use", Group.REQUEST, VerbTrait.LEFT_OUT_OF_SAVED),
    TAIL("tail", Group.OBSERVE, VerbTrait.RUNS_LONG),
    WATCH("watch", Group.OBSERVE, VerbTrait.NESTS_STATEMENT, VerbTrait.RESULTS_WHILE_IT_RUNS),
    TOP("top", Group.OBSERVE, VerbTrait.RUNS_LONG, VerbTrait.RESULTS_WHILE_IT_RUNS),
    RECORD(
            "record",
            Group.OBSERVE,
            VerbTrait.RUNS_LONG,
            VerbTrait.WRITES_FILES,
            VerbTrait.JUDGES_CONDITION,
            VerbTrait.LEFT_OUT_OF_SAVED),
    RECORDING(
            "recording",
            Group.OBSERVE,
            VerbTrait.RUNS_LONG,
            VerbTrait.JUDGES_CONDITION,
            VerbTrait.RESULTS_WHILE_IT_RUNS),
    REPLAY("replay", Group.OBSERVE, VerbTrait.RUNS_LONG),
    BENCH("bench", Group.OBSERVE, VerbTrait.RUNS_LONG),
    JS(
            "js",
            Group.SCRIPT,
            VerbTrait.TAKES_CODE,
            VerbTrait.LOADS_JAVASCRIPT,
            VerbTrait.RUNS_LONG,
            VerbTrait.SAVED_AS_REQUESTS),
    RUN(
            "run",
            Group.SCRIPT,
            VerbTrait.RUNS_FILES,
            VerbTrait.LOADS_JAVASCRIPT,
            VerbTrait.RUNS_LONG,
            VerbTrait.SAVED_AS_REQUESTS),
    TEST("test", Group.SCRIPT, VerbTrait.RUNS_FILES, VerbTrait.LOADS_JAVASCRIPT, VerbTrait.RUNS_LONG),
    SERVE("serve", Group.SCRIPT, VerbTrait.RUNS_FILES, VerbTrait.LOADS_JAVASCRIPT, VerbTrait.RUNS_LONG),
    SAVE("save", Group.SCRIPT, VerbTrait.WRITES_FILES, VerbTrait.LEFT_OUT_OF_SAVED),
    TYPES("types", Group.SCRIPT, VerbTrait.WRITES_FILES, VerbTrait.LEFT_OUT_OF_SAVED),
    LET("let", Group.SHELL, VerbTrait.RESOLVED_BEFORE_SENDING),
    SET("set", Group.SHELL),
    ALIAS("alias", Group.SHELL, VerbTrait.RESOLVED_BEFORE_SENDING),
    CONFIG("config", Group.SHELL, VerbTrait.EXPLAINS, VerbTrait.LEFT_OUT_OF_SAVED),
    JOBS("jobs", Group.SHELL, VerbTrait.LEFT_OUT_OF_SAVED),
    FG("fg", Group.SHELL, VerbTrait.LEFT_OUT_OF_SAVED),
    CANCEL("cancel", Group.SHELL, VerbTrait.LEFT_OUT_OF_SAVED),
    DOCTOR("doctor", Group.SHELL, VerbTrait.LEFT_OUT_OF_SAVED),
    HISTORY("history", Group.SHELL, VerbTrait.LEFT_OUT_OF_SAVED),
    EXIT("exit", Group.SHELL, "quit", VerbTrait.LEFT_OUT_OF_SAVED),
    HELP("help", Group.HELP, VerbTrait.EXPLAINS, VerbTrait.LEFT_OUT_OF_SAVED),
    COMPLETION("completion", Group.HELP, VerbTrait.LEFT_OUT_OF_SAVED),
    MAN("man", Group.HELP, VerbTrait.LEFT_OUT_OF_SAVED),
    VERSION("version", Group.HELP, VerbTrait.EXPLAINS, VerbTrait.LEFT_OUT_OF_SAVED),
    HUB("hub", Group.HUBS, VerbTrait.RUNS_HUB, VerbTrait.RUNS_LONG),
    DEMO("demo", Group.HUBS, VerbTrait.RUNS_HUB, VerbTrait.RUNS_LONG, VerbTrait.STARTS_DEMO),
    KEYGEN("keygen", Group.HUBS, VerbTrait.WRITES_FILES),
    /** A value that is there already: what a line means that starts with {@code $name} or {@code _}. Never typed. */
    VALUE("$value", Group.SHELL, VerbTrait.LEFT_OUT_OF_SAVED);

    private final String text;
    private final Group group;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> aliases;

    @SuppressWarnings("ImmutableEnumChecker") // filled once, by the constructor
    private final Set<VerbTrait> traits;

    VerbName(String text, Group group, VerbTrait... traits) {
        this(text, group, List.of(), traits);
    }

    VerbName(String text, Group group, String alias, VerbTrait... traits) {
        this(text, group, List.of(alias), traits);
    }

    VerbName(String text, Group group, List<String> aliases, VerbTrait... traits) {
        this.text = text;
        this.group = group;
        this.aliases = aliases;
        this.traits = EnumSet.noneOf(VerbTrait.class);
        this.traits.addAll(List.of(traits));
    }

    /** Returns the verb of that name or alias, or {@code null}. */
    public static @Nullable VerbName of(String word) {
        for (VerbName verb : values()) {
            if (verb.text.equals(word) || verb.aliases.contains(word)) {
                return verb;
            }
        }
        return null;
    }

    /** Returns all verbs that can be typed, in the order of the help. */
    public static List<VerbName> typed() {
        return List.copyOf(EnumSet.complementOf(EnumSet.of(VALUE)));
    }

    /** Returns the names of {@link #typed()}, without aliases. */
    public static List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (VerbName verb : typed()) {
            texts.add(verb.text);
        }
        return texts;
    }

    /** Returns whether the word is a verb's name or alias, and that verb has the trait. */
    public static boolean has(String word, VerbTrait trait) {
        VerbName verb = of(word);
        return verb != null && verb.has(trait);
    }

    /** Returns the name as it is typed: {@code execute}. */
    public String text() {
        return text;
    }

    /** Returns the least to type for it: {@code x}. */
    public String shortest() {
        return aliases.isEmpty() ? text : aliases.get(0);
    }

    public Group group() {
        return group;
    }

    /** Returns the shorter or other names that it answers to. */
    public List<String> aliases() {
        return aliases;
    }

    public boolean has(VerbTrait trait) {
        return traits.contains(trait);
    }
}
