package io.github.hubsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.testkit.SourceLiteral;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No room names a verb by a text, except {@code verb} and {@code syntax}: it asks {@link VerbName}. A text that is
 * compared with a verb's name, or that begins as a line with that verb does, is such a name. Messages of errors and
 * their hints are for people, and may say what to type.
 */
final class VerbNamesStructureTest {
    private static final Path SOURCES = Path.of("src/main/java/io/github/hubsh/shell");

    private static final Set<String> VERBS = verbs();

    private static final Pattern COMPARED =
            Pattern.compile("[\\s\\S]*(?:\\.(?:equals|equalsIgnoreCase|contains|startsWith)"
                    + "\\(|\\b(?:Set|List)\\.of\\((?:\\s*\"[^\"]*\",)*|\\bcase (?:\"[^\"]*\",\\s*)*)\\s*");

    private static final Pattern MESSAGE = Pattern.compile("\\.hint\\(|\\bShellException[.(]|\\bHealthCheck\\.");

    /** Classes that compare with a word that is a verb elsewhere; what it is here. */
    private static final Map<String, String> OTHER_WORDS = Map.ofEntries(
            Map.entry("app.ArchiveTraining", "a kind of start; what the training runs"),
            Map.entry("app.ClassArchives", "a kind of start"),
            Map.entry("argument.TypedTextCheck", "a type of Python"),
            Map.entry("assist.JsHighlights", "a keyword of JavaScript"),
            Map.entry("config.TomlFile", "a key that a file may have by mistake"),
            Map.entry("live.LiveNetwork", "the hub's name; a command on the wire"),
            Map.entry("live.LiveRequest", "a command on the wire"),
            Map.entry("recording.fake.RecordedKnowledge", "the hub's name"),
            Map.entry("recording.save.JsNames", "a member of the JavaScript API"),
            Map.entry("recording.save.RecordedSteps", "a command on the wire"),
            Map.entry("script.DeclarationRewriter", "a keyword of JavaScript"),
            Map.entry("script.JsCompleter", "a member of the JavaScript API"),
            Map.entry("script.Operations", "a member of the JavaScript API"),
            Map.entry("script.ScriptRuntime", "a module of the JavaScript API"),
            Map.entry("script.ScriptText", "the tag of a value"));

    /** Classes with a text that begins with a word that is a verb elsewhere; what kind of text. */
    private static final Map<String, String> OTHER_TEXTS = Map.ofEntries(
            Map.entry("app.ArchiveTraining", "what the training runs, as a user types it"),
            Map.entry("app.DemoStart", "a message"),
            Map.entry("app.ProgramOptions", "a help text"),
            Map.entry("assist.ValueCompleter", "the title of a group of candidates"),
            Map.entry("config.Layers", "where a setting is from"),
            Map.entry("config.SettingsListing", "where a setting is from"),
            Map.entry("config.TomlFile", "a part of a message; a hint"),
            Map.entry("demo.Pump", "the description of a command"),
            Map.entry("filter.JqError", "a hint"),
            Map.entry("line.LineParser", "a hint"),
            Map.entry("line.PipeParser", "a hint"),
            Map.entry("live.KeyedPlugins", "a hint"),
            Map.entry("live.LiveHubs", "a message"),
            Map.entry("script.sandbox.Permissions", "what a script may not do"),
            Map.entry("script.sandbox.SandboxHubs", "what a script may not do"),
            Map.entry("session.network.PeerErrors", "a hint"),
            Map.entry("terminal.ConsolePrompt", "a message"),
            Map.entry("word.Problem", "a hint"));

    @Test
    void no_room_but_verb_and_syntax_compares_with_the_text_of_a_verb() throws IOException {
        check(OTHER_WORDS, VerbNamesStructureTest::isCompared);
    }

    @Test
    void no_room_but_verb_and_syntax_begins_a_line_with_the_text_of_a_verb() throws IOException {
        check(OTHER_TEXTS, VerbNamesStructureTest::isLine);
    }

    private static void check(Map<String, String> exceptions, Predicate<SourceLiteral> isNamed) throws IOException {
        Set<String> found = new TreeSet<>();
        Set<String> unneeded = new TreeSet<>(exceptions.keySet());
        for (Path source : sources()) {
            String name = name(source);
            for (SourceLiteral literal : named(Files.readString(source), isNamed)) {
                unneeded.remove(name);
                if (!exceptions.containsKey(name)) {
                    found.add(name + ":" + literal.line() + " \"" + literal.text() + "\"");
                }
            }
        }
        assertThat(found).as("these name a verb; use VerbName, or a VerbTrait").isEmpty();
        assertThat(unneeded).as("exceptions that no class needs").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (verb.equals(\"until\")) {",
                "if (\"until\".equals(verb)) {",
                "case \"a\", \"ping\" -> 1;",
                "Set.of(\n  \"a\",\n  \"save\")",
                "String line = \"x \" + target;",
                "run(\"help javascript\");"
            })
    void a_verb_that_is_named_by_a_text_is_found(String code) {
        assertThat(named(code)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "facts.put(\"plugins\", plugins);",
                "throw new ShellException(Problem.USAGE, text).hint(\"help settings shows what there is\");",
                "// \"execute \"",
                "String text = \"executes \";",
                "verb == VerbName.UNTIL"
            })
    void what_names_no_verb_is_not_found(String code) {
        assertThat(named(code)).isEmpty();
    }

    private static List<SourceLiteral> named(String source, Predicate<SourceLiteral> isNamed) {
        return SourceLiteral.of(source).stream().filter(isNamed).toList();
    }

    private static List<SourceLiteral> named(String source) {
        return named(source, each -> isCompared(each) || isLine(each));
    }

    private static boolean isCompared(SourceLiteral literal) {
        return VERBS.contains(literal.text())
                && (literal.after().startsWith(".equals")
                        || COMPARED.matcher(literal.before()).matches());
    }

    private static boolean isLine(SourceLiteral literal) {
        int blank = literal.text().indexOf(' ');
        return blank > 0
                && VERBS.contains(literal.text().substring(0, blank))
                && !MESSAGE.matcher(literal.before()).find();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(each -> each.toString().endsWith(".java"))
                    .filter(each -> !each.startsWith(SOURCES.resolve("verb")))
                    .filter(each -> !each.startsWith(SOURCES.resolve("syntax")))
                    .toList();
        }
    }

    private static String name(Path source) {
        String file = SOURCES.relativize(source).toString();
        return file.substring(0, file.length() - ".java".length()).replace('/', '.');
    }

    private static Set<String> verbs() {
        Set<String> verbs = new TreeSet<>();
        for (VerbName verb : VerbName.values()) {
            verbs.add(verb.text());
            verbs.addAll(verb.aliases());
        }
        return verbs;
    }
}
