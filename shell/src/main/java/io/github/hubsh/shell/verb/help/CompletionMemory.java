package io.github.hubsh.shell.verb.help;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Operand;
import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.SyntaxTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The program that finds in another shell what is remembered of a hub. It is in AWK, because each system has it, it
 * starts within a millisecond or two, and the three shells then share one that reads and quotes. The syntaxes of the
 * verbs stand in it as tables.
 */
final class CompletionMemory {
    private static final String PROGRAM = "completion.awk";

    private CompletionMemory() {}

    /** Returns the program; it has no single quote. */
    static List<String> of(Syntax program, SyntaxTable verbs) {
        List<String> lines = new ArrayList<>();
        lines.add("function tables() {");
        options(lines, "", program);
        for (Syntax verb : verbs.all()) {
            String kinds = kinds(verb);
            for (String name : CompletionScript.names(verb)) {
                lines.add("    operands[\"" + name + "\"] = \"" + kinds + "\"");
                if (isRemembered(verb)) {
                    options(lines, name, verb);
                }
            }
        }
        lines.add("}");
        lines.addAll(text().lines().toList());
        return lines;
    }

    /** Returns whether any word of a verb may be a plugin, a command or an argument, or a statement with such words. */
    static boolean isRemembered(Syntax verb) {
        return kinds(verb).matches(".*[PCIS].*");
    }

    static boolean isRemembered(Option option) {
        return option.kind() == Kind.PLUGIN;
    }

    private static void options(List<String> lines, String verb, Syntax syntax) {
        for (String name : CompletionScript.valued(syntax)) {
            Option option = syntax.option(name);
            String kind = option == null ? "-" : kind(option.kind());
            lines.add("    valued[\"" + verb + " " + name + "\"] = \"" + kind + "\"");
        }
    }

    private static String kinds(Syntax verb) {
        StringBuilder kinds = new StringBuilder();
        for (Operand operand : verb.operands()) {
            kinds.append(kind(operand.kind()));
        }
        return kinds.append(verb.items() ? "I" : "").toString();
    }

    private static String kind(Kind kind) {
        return switch (kind) {
            case PLUGIN -> "P";
            case COMMAND -> "C";
            case STATEMENT -> "S";
            case CONTEXT, HUB -> "X";
            default -> "-";
        };
    }

    private static String text() {
        try (InputStream text = CompletionMemory.class.getResourceAsStream(PROGRAM)) {
            if (text == null) {
                throw new IllegalStateException("the jar has no " + PROGRAM);
            }
            return new String(text.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
