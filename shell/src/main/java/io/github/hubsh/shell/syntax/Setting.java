package io.github.hubsh.shell.syntax;

import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set, in the order in which it is shown: the one table that options, variables, files,
 * {@code set}, {@code config}, the help and the completion read.
 */
public enum Setting {
    CONTEXT(Kind.CONTEXT, null, "the hub of that name, see help context", List.of()),
    HUB(Kind.URI, Setting.DEFAULT_HUB, "the hub to join", List.of()),
    NAME(Kind.TEXT, null, "our plugin name; default hubsh-<user>-<host>", List.of()),
    TIMEOUT(Kind.DURATION, Setting.DEFAULT_TIMEOUT_SECONDS + "s", "how long to wait for a reply", List.of("timeout")),
    SERVER_KEY(Kind.FILE, null, "the hub's public key, for CURVE", List.of()),
    KEY(Kind.FILE, null, "our secret key, by which such a hub knows us", List.of()),
    INSECURE(Kind.FLAG, false, "no warning of hubs elsewhere without keys", List.of()),
    FORMAT(
            Kind.CHOICE,
            "auto",
            "form of results",
            List.of("json", "raw", "table"),
            "auto",
            "json",
            "jsonl",
            "raw",
            "table"),
    QUIET(Kind.FLAG, false, "write data and errors only", List.of("quiet")),
    COLOR(Kind.CHOICE, "auto", "colours in the output", List.of(), "auto", "always", "never"),
    CHECK(Kind.FLAG, true, "check arguments before they are sent", List.of("check")),
    PAGER(Kind.FLAG, true, "use $PAGER for output longer than the screen", List.of("pager")),
    SUGGESTIONS(Kind.FLAG, true, "suggest the rest of the line in grey", List.of("suggestions")),
    HINTS(Kind.FLAG, true, "show below the line, in grey, what it takes", List.of("hints")),
    HUB_NAME(Kind.TEXT, null, "name of a hub that hub runs; default hub", List.of()),
    JOIN(Kind.TEXT, null, "servers of NATS where it joins other hubs", List.of()),
    CLUSTER(Kind.TEXT, "hubsh", "the network that it joins there", List.of()),
    JOIN_CREDS(Kind.FILE, null, "its credentials for these servers", List.of()),
    JOIN_TLS(Kind.FILE, null, "a folder: ca.pem, cert.pem, key.pem", List.of());

    public static final String DEFAULT_HUB = "tcp://localhost:31000";
    public static final int DEFAULT_TIMEOUT_SECONDS = 5;

    /** What the variables of all settings begin with. */
    public static final String VARIABLE_PREFIX = "HUBSH_";

    public static final String ON = "on";
    public static final String OFF = "off";

    private final Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // a String or a Boolean
    private final @Nullable Object defaultValue;

    private final String summary;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> words;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> choices;

    /** Takes a row of the table; the words are what {@code set} calls it, none if {@code set} cannot change it. */
    Setting(Kind kind, @Nullable Object defaultValue, String summary, List<String> words, String... choices) {
        this.kind = kind;
        this.defaultValue = defaultValue;
        this.summary = summary;
        this.words = words;
        this.choices = List.of(choices);
    }

    /** Returns the setting of that key, or {@code null}. */
    public static @Nullable Setting of(String key) {
        for (Setting setting : values()) {
            if (setting.key().equals(key)) {
                return setting;
            }
        }
        return null;
    }

    /** Returns the setting that {@code set} changes by that word, or {@code null}. */
    public static @Nullable Setting ofWord(String word) {
        for (Setting setting : values()) {
            if (setting.words.contains(word)) {
                return setting;
            }
        }
        return null;
    }

    /** Returns all keys, as files have them. */
    public static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Setting setting : values()) {
            keys.add(setting.key());
        }
        return keys;
    }

    /** Returns all words that {@code set} takes. */
    public static List<String> allWords() {
        List<String> all = new ArrayList<>();
        for (Setting setting : values()) {
            all.addAll(setting.words);
        }
        return all;
    }

    /** Returns whether {@code set} switches it on and off by that word. */
    public static boolean isSwitch(String word) {
        Setting setting = ofWord(word);
        return setting != null && (setting.isSwitch() || !setting.key().equals(word));
    }

    /** Returns the name in files: {@code timeout}, {@code server-key}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns whether only the user decides it, and no file of a project does: it is about which peers to trust. */
    public boolean isPersonal() {
        return this == SERVER_KEY || this == KEY || this == INSECURE || this == JOIN_CREDS || this == JOIN_TLS;
    }

    /** Returns the environment variable: {@code HUBSH_TIMEOUT}. */
    public String variable() {
        return VARIABLE_PREFIX + name();
    }

    /** Returns the option of the program, if it has one: {@code --timeout}. */
    public String option() {
        return "--" + key();
    }

    public Kind kind() {
        return kind;
    }

    /** Returns whether it is true or false. */
    public boolean isSwitch() {
        return kind == Kind.FLAG;
    }

    /** Returns the value where nothing is set; {@code null} where there is none, or it depends on the machine. */
    public @Nullable Object defaultValue() {
        return defaultValue;
    }

    /** Returns what it is for, in a few words. */
    public String summary() {
        return summary;
    }

    /** Returns the words by which {@code set} changes it: its key, or those of its choices that exclude one another. */
    public List<String> words() {
        return words;
    }

    /** Returns the values that {@link Kind#CHOICE} allows, else none. */
    public List<String> choices() {
        return choices;
    }

    /** Returns the value in the type that it is kept in, or {@code null} if it cannot be this setting's. */
    public @Nullable Object read(@Nullable Object given) {
        String text = given instanceof String string ? string : "";
        return switch (kind) {
            case CONTEXT -> Identifiers.isContext(text) || text.equals(Identifiers.NO_CONTEXT) ? text : null;
            case URI -> text.contains("://") ? text : null;
            case DURATION -> time(given);
            case CHOICE -> choices.contains(text) ? text : null;
            case FLAG -> given instanceof Boolean ? given : null;
            default -> text.isBlank() ? null : text;
        };
    }

    /** As {@link #read}, of a variable or an option. */
    public @Nullable Object readText(String text) {
        return isSwitch() ? bool(text) : read(text);
    }

    /** Returns what a value has to be. */
    public String expected() {
        return switch (kind) {
            case CONTEXT -> "the name of a context, or none";
            case URI -> "a URI such as " + DEFAULT_HUB;
            case DURATION -> "a time such as \"500ms\", \"5s\", \"2m\" or \"1h\"";
            case CHOICE -> "one of " + String.join(", ", choices);
            case FLAG -> "true or false";
            case FILE -> "the name of a file";
            default -> this == JOIN ? "servers such as \"nats://a:4222,nats://b:4222\"" : "a name";
        };
    }

    private static @Nullable Object time(@Nullable Object given) {
        String text = given instanceof String || given instanceof Long || given instanceof Double ? given + "" : "";
        return Durations.parse(text) == null ? null : text;
    }

    private static @Nullable Object bool(String text) {
        return switch (text) {
            case "true", ON, "yes", "1" -> true;
            case "false", OFF, "no", "0" -> false;
            default -> null;
        };
    }
}
