package io.github.hubsh.shell.script;

import java.util.List;
import java.util.function.Predicate;

/**
 * Typed code as it is evaluated. Declarations become assignments, so that a name may be declared again and is seen by
 * the next line; code that awaits goes into an asynchronous function, whose value is that of its last expression.
 *
 * @param text what is evaluated instead
 * @param shift by how much its first line is longer at the beginning
 * @param isDeclaration whether it ends in a declaration, whose value is not shown
 */
record PromptCode(String text, int shift, boolean isDeclaration) {
    private static final String OPENING = "(async () => { ";
    private static final String CLOSING = "\n})()";

    static PromptCode of(String typed, Predicate<String> parses) {
        DeclarationRewriter rewriter = new DeclarationRewriter(typed);
        String plain = rewriter.text();
        if (!rewriter.awaits()) {
            // What begins like a block may be an object: the more useful meaning comes first.
            boolean object = typed.strip().startsWith("{") && parses.test("(" + plain + "\n)");
            return object
                    ? new PromptCode("(" + plain + "\n)", 1, false)
                    : new PromptCode(plain, 0, rewriter.endsInDeclaration());
        }
        String functions = rewriter.textWithinFunction();
        // The value of a declaration is not shown.
        List<Integer> starts = rewriter.endsInDeclaration() ? List.of() : rewriter.statementStarts();
        for (int start : starts) {
            String returning =
                    OPENING + functions.substring(0, start) + "return (" + functions.substring(start) + "\n)" + CLOSING;
            String last = functions.substring(start).strip();
            if (!last.isEmpty() && parses.test(withoutLastSemicolon(returning))) {
                return new PromptCode(withoutLastSemicolon(returning), OPENING.length(), rewriter.endsInDeclaration());
            }
        }
        return new PromptCode(OPENING + functions + CLOSING, OPENING.length(), rewriter.endsInDeclaration());
    }

    /** A semicolon cannot stand before the bracket that closes what is returned. */
    private static String withoutLastSemicolon(String returning) {
        String end = "\n)" + CLOSING;
        String begin = returning.substring(0, returning.length() - end.length()).stripTrailing();
        while (begin.endsWith(";")) {
            begin = begin.substring(0, begin.length() - 1).stripTrailing();
        }
        return begin + end;
    }
}
