package io.github.hubsh.shell.verb.script;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Scripting;
import io.github.hubsh.shell.session.Scripting.Right;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The options that say what a script may do. */
final class ScriptOptions {
    private ScriptOptions() {}

    /** Adds the options that {@link #limits} reads. */
    static Syntax.Builder addTo(Syntax.Builder syntax) {
        return addPermissions(syntax.option("--timeout", "TIME", Kind.DURATION, "stop it after this time"));
    }

    /** Adds the options that give a script more permissions. */
    static Syntax.Builder addPermissions(Syntax.Builder syntax) {
        return syntax.option("--allow-read", "DIR", Kind.FILE, "let it read files below this folder; may be repeated")
                .option("--allow-write", "DIR", Kind.FILE, "let it write files below this folder; may be repeated")
                .flag("--allow-env", "let it see the environment")
                .flag("--allow-run", "let its lines of the shell run commands: | !COMMAND");
    }

    static Scripting.Limits limits(Arguments arguments) {
        return new Scripting.Limits(
                arguments.duration("--timeout"),
                folders(arguments.all("--allow-read")),
                folders(arguments.all("--allow-write")),
                rights(arguments));
    }

    private static Set<Right> rights(Arguments arguments) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        if (arguments.has("--allow-env")) {
            rights.add(Right.ENVIRONMENT);
        }
        if (arguments.has("--allow-run")) {
            rights.add(Right.COMMANDS);
        }
        return rights;
    }

    private static List<Path> folders(List<Word> words) {
        List<Path> folders = new ArrayList<>(words.size());
        for (Word word : words) {
            try {
                folders.add(Path.of(word.text()));
            } catch (InvalidPathException invalid) {
                throw ShellException.at(word.place(0), "expected a folder, found '" + word + "'");
            }
        }
        return folders;
    }
}
