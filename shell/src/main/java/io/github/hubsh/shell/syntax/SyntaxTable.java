package io.github.hubsh.shell.syntax;

import java.util.ArrayList;
import java.util.List;

/** What each verb takes. */
@FunctionalInterface
public interface SyntaxTable {
    Syntax of(VerbName verb);

    /** Returns what every verb takes that can be typed, in the order of the help. */
    default List<Syntax> all() {
        List<Syntax> syntaxes = new ArrayList<>();
        for (VerbName verb : VerbName.typed()) {
            syntaxes.add(of(verb));
        }
        return syntaxes;
    }
}
