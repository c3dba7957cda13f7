package io.github.hubsh.shell.script;

import io.github.hubsh.shell.script.JsTokens.Kind;
import io.github.hubsh.shell.script.JsTokens.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Turns the declarations at the top of what was typed into assignments: {@code const x = 1} into {@code x = 1},
 * {@code let {a} = o} into {@code 0,{a} = o}, {@code class A} into {@code A = class A}; and within a function
 * {@code function f} into {@code f = function f}.
 */
final class DeclarationRewriter {
    private static final Set<String> VARIABLES = Set.of("const", "let", "var");

    private final String typed;
    private final JsTokens tokens;

    /** Where text is replaced: from, to, by what. */
    private record Change(int from, int to, String by) {}

    DeclarationRewriter(String typed) {
        this.typed = typed;
        this.tokens = JsTokens.of(typed);
    }

    /** Returns whether something is awaited, outside of functions as far as can be seen. */
    boolean awaits() {
        return tokens.all().stream().anyMatch(token -> isWord(token, "await"))
                || statementHeads().stream().anyMatch(this::isImport);
    }

    String text() {
        return changed(changes(false));
    }

    String textWithinFunction() {
        return changed(changes(true));
    }

    /** Returns where statements of {@link #textWithinFunction} may begin. */
    List<Integer> statementStarts() {
        String text = textWithinFunction();
        List<Integer> starts = new ArrayList<>(List.of(0));
        JsTokens now = JsTokens.of(text);
        for (Token token : now.all()) {
            boolean ends = token.kind() == Kind.LINE_END || now.text(token).equals(";");
            boolean closes = now.text(token).equals("}");
            if (token.depth() == 0 && (ends || closes)) {
                starts.add(token.to());
            }
        }
        return starts;
    }

    boolean endsInDeclaration() {
        Token last = null;
        for (Token start : statementHeads()) {
            last = start;
        }
        return last != null
                && (isImport(last)
                        || VARIABLES.contains(tokens.text(last))
                        || isWord(last, "class")
                        || isWord(last, "function"));
    }

    private boolean isImport(Token head) {
        return isWord(head, "import") && !isSign(at(tokens.indexOf(head) + 1), "(");
    }

    private List<Token> statementHeads() {
        List<Token> heads = new ArrayList<>();
        boolean fresh = true;
        for (Token token : tokens.all()) {
            if (token.depth() > 0) {
                fresh = false;
                continue;
            }
            String text = tokens.text(token);
            if (token.kind() == Kind.LINE_END || text.equals(";") || text.equals("}")) {
                fresh = true;
            } else if (fresh && text.equals("from")) {
                // What stood before it in braces was no block: it is imported.
                fresh = false;
            } else if (fresh) {
                heads.add(token);
                fresh = false;
            }
        }
        return heads;
    }

    private List<Change> changes(boolean withinFunction) {
        List<Change> changes = new ArrayList<>();
        for (Token head : statementHeads()) {
            int index = tokens.indexOf(head);
            String word = tokens.text(head);
            if (VARIABLES.contains(word) && head.kind() == Kind.WORD) {
                variable(index, changes);
            } else if (isWord(head, "class")) {
                named(index, head.from(), changes);
            } else if (withinFunction && isWord(head, "function")) {
                named(index, head.from(), changes);
            } else if (withinFunction && isWord(head, "async") && isWord(at(index + 1), "function")) {
                named(index + 1, head.from(), changes);
            } else if (isWord(head, "import")) {
                imported(index, changes);
            }
        }
        changes.sort(Comparator.comparingInt(Change::from));
        return changes;
    }

    private Token at(int index) {
        List<Token> all = tokens.all();
        return index < all.size() ? all.get(index) : new Token(Kind.LINE_END, typed.length(), typed.length(), 0);
    }

    private boolean isWord(Token token, String word) {
        return token.kind() == Kind.WORD && tokens.text(token).equals(word);
    }

    private boolean isSign(Token token, String sign) {
        return token.kind() == Kind.SIGN && tokens.text(token).equals(sign);
    }

    /**
     * A variable without a value, as in {@code let x} or {@code let a = 1, x}, gets undefined; patterns need something
     * before them to be assigned to.
     */
    private void variable(int index, List<Change> changes) {
        Token name = at(index + 1);
        boolean pattern = name.kind() == Kind.SIGN;
        if (!pattern && name.kind() != Kind.WORD) {
            return;
        }
        changes.add(new Change(at(index).from(), name.from(), pattern ? ";0," : ""));
        boolean begins = true;
        for (int i = index + 1; i < tokens.all().size() && !endsDeclaration(at(i), begins); i++) {
            if (at(i).depth() == 0 && at(i).kind() != Kind.LINE_END) {
                if (begins && at(i).kind() == Kind.WORD && isBare(at(i + 1))) {
                    changes.add(new Change(at(i).to(), at(i).to(), " = undefined"));
                }
                begins = isSign(at(i), ",");
            }
        }
    }

    /** A line may end behind a comma: the next variable is on the next one. */
    private boolean endsDeclaration(Token token, boolean behindComma) {
        return token.depth() == 0 && (isSign(token, ";") || (token.kind() == Kind.LINE_END && !behindComma));
    }

    private boolean isBare(Token next) {
        return next.kind() == Kind.LINE_END || isSign(next, ",") || isSign(next, ";");
    }

    private void named(int index, int from, List<Change> changes) {
        int name = isSign(at(index + 1), "*") ? index + 2 : index + 1;
        if (at(name).kind() == Kind.WORD && !isWord(at(name), "extends")) {
            changes.add(new Change(from, from, tokens.text(at(name)) + " = "));
        }
    }

    /** {@code import { a, b as c } from 'hubsh'} is an assignment from what {@code import()} gives. */
    private void imported(int index, List<Change> changes) {
        Token next = at(index + 1);
        if (isSign(next, "{")) {
            int close = index + 2;
            while (close < tokens.all().size() && !isSign(at(close), "}")) {
                if (isWord(at(close), "as")) {
                    changes.add(new Change(at(close).from(), at(close).to(), ":"));
                }
                close++;
            }
            if (isWord(at(close + 1), "from")) {
                changes.add(new Change(at(index).from(), next.from(), ";0,"));
                load(close + 1, changes);
            }
        } else if (isSign(next, "*") && isWord(at(index + 2), "as") && isWord(at(index + 4), "from")) {
            changes.add(new Change(at(index).from(), at(index + 3).from(), ""));
            load(index + 4, changes);
        } else if (next.kind() == Kind.WORD && isWord(at(index + 2), "from")) {
            changes.add(new Change(at(index).from(), next.to(), ";0,{ default: " + tokens.text(next) + " }"));
            load(index + 2, changes);
        }
    }

    private void load(int from, List<Change> changes) {
        changes.add(new Change(at(from).from(), at(from).to(), "= await import("));
        changes.add(new Change(at(from + 1).to(), at(from + 1).to(), ")"));
    }

    private String changed(List<Change> changes) {
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (Change change : changes) {
            text.append(typed, copied, change.from()).append(change.by());
            copied = change.to();
        }
        return text.append(typed.substring(copied)).toString();
    }
}
