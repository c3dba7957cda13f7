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
    CONTEXT("context", Group.NETWORK, List.of(), VerbTrait.EXPLAINS),
    STATUS("status", Group.NETWORK),
    PLUGINS("plugins", Group.NETWORK),
    COMMANDS("commands", Group.NETWORK),
    DESCRIBE("describe", Group.NETWORK),
    EXECUTE("execute", Group.REQUEST, List.of("x")),
    PING("ping", Group.REQUEST),
    UNTIL("until", Group.REQUEST),
    USE("use", Group.REQUEST),
    TAIL("tail", Group.OBSERVE, List.of(), VerbTrait.RUNS_LONG),
    WATCH("watch", Group.OBSERVE, List.of(), VerbTrait.NESTS_STATEMENT),
    TOP("top", Group.OBSERVE, List.of(), VerbTrait.RUNS_LONG),
    RECORD("record", Group.OBSERVE, List.of(), VerbTrait.RUNS_LONG, VerbTrait.WRITES_FILES, VerbTrait.JUDGES_CONDITION),
    RECORDING("recording", Group.OBSERVE, List.of(), VerbTrait.RUNS_LONG, VerbTrait.JUDGES_CONDITION),
    REPLAY("replay", Group.OBSERVE, List.of(), VerbTrait.RUNS_LONG),
    BENCH("bench", Group.OBSERVE, List.of(), VerbTrait.RUNS_LONG),
    JS("js", Group.SCRIPT, List.of(), VerbTrait.TAKES_CODE, VerbTrait.LOADS_JAVASCRIPT, VerbTrait.RUNS_LONG),
    RUN("run", Group.SCRIPT, List.of(), VerbTrait.RUNS_FILES, VerbTrait.LOADS_JAVASCRIPT, VerbTrait.RUNS_LONG),
    TEST("test", Group.SCRIPT, List.of(), VerbTrait.RUNS_FILES, VerbTrait.LOADS_JAVASCRIPT, VerbTrait.RUNS_LONG),
    SERVE("serve", Group.SCRIPT, List.of(), VerbTrait.RUNS_FILES, VerbTrait.LOADS_JAVASCRIPT, VerbTrait.RUNS_LONG),
    SAVE("save", Group.SCRIPT, List.of(), VerbTrait.WRITES_FILES),
    TYPES("types", Group.SCRIPT, List.of(), VerbTrait.WRITES_FILES),
    LET("let", Group.SHELL),
    SET("set", Group.SHELL),
    ALIAS("alias", Group.SHELL),
    CONFIG("config", Group.SHELL, List.of(), VerbTrait.EXPLAINS),
    JOBS("jobs", Group.SHELL),
    FG("fg", Group.SHELL),
    CANCEL("cancel", Group.SHELL),
    DOCTOR("doctor", Group.SHELL),
    HISTORY("history", Group.SHELL),
    EXIT("exit", Group.SHELL, List.of("quit")),
    HELP("help", Group.HELP, List.of(), VerbTrait.EXPLAINS),
    COMPLETION("completion", Group.HELP),
    MAN("man", Group.HELP),
    VERSION("version", Group.HELP, List.of(), VerbTrait.EXPLAINS),
    HUB("hub", Group.HUBS, List.of(), VerbTrait.RUNS_HUB, VerbTrait.RUNS_LONG),
    DEMO("demo", Group.HUBS, List.of(), VerbTrait.RUNS_HUB, VerbTrait.RUNS_LONG, VerbTrait.STARTS_DEMO),
    KEYGEN("keygen", Group.HUBS, List.of(), VerbTrait.WRITES_FILES),
    /** A value that is there already: what a line means that starts with {@code $name} or {@code _}. Never typed. */
    VALUE("$value", Group.SHELL);

    private final String text;
    private final Group group;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> aliases;

    @SuppressWarnings("ImmutableEnumChecker") // filled once, by the constructor
    private final Set<VerbTrait> traits;

    VerbName(String text, Group group) {
        this(text, group, List.of());
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
