package io.github.hubsh.shell.assist;

import io.github.hubsh.shell.line.Lexer;
import io.github.hubsh.shell.line.Pipe;
import io.github.hubsh.shell.line.StatementParser;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in a statement the cursor is.
 *
 * @param words the words before, from the verb on, without aliases and the like
 * @param partial the word that is being typed; empty between two words
 * @param filter whether the words before begin with the {@code |} or {@code >} that the place is behind
 */
record CursorPosition(List<Word> words, Word partial, boolean filter) {
    /** Returns the place at a cursor; the word that it stands in or at the end of is read as a whole. */
    static CursorPosition at(String line, int cursor, SessionMemory memory) {
        String before = line.substring(0, endOfWord(line, cursor));
        List<List<Word>> statements = Lexer.read(before).statements();
        List<Word> words = statements.get(statements.size() - 1);
        boolean touching = !words.isEmpty() && words.get(words.size() - 1).end() == before.length();
        Word partial = touching ? words.get(words.size() - 1) : nothing(before);
        List<Word> complete = touching ? words.subList(0, words.size() - 1) : words;
        int operator = lastOperator(complete);
        boolean filter = operator >= 0 && !isBehindRequest(complete, operator);
        List<Word> typed = filter
                ? new ArrayList<>(complete.subList(operator, complete.size()))
                : ExpandedWords.of(complete.subList(operator + 1, complete.size()), memory);
        return new CursorPosition(typed, partial, filter);
    }

    private static int endOfWord(String line, int cursor) {
        for (List<Word> statement : Lexer.read(line).statements()) {
            for (Word word : statement) {
                if (word.start() <= cursor && cursor <= word.end()) {
                    return word.end();
                }
            }
        }
        return cursor;
    }

    private static Word nothing(String before) {
        return new Word(before, "", new int[0], new boolean[0], before.length(), before.length());
    }

    /** Returns whether a request stands behind the operator, and at least its verb is complete. */
    static boolean isBehindRequest(List<Word> words, int operator) {
        return operator >= 0
                && operator + 1 < words.size()
                && words.get(operator).isBare("|")
                && Pipe.Kind.of(words.get(operator + 1)) == Pipe.Kind.EXECUTE;
    }

    static int lastOperator(List<Word> words) {
        int last = words.size() - 1;
        while (last >= 0 && !StatementParser.isOperator(words.get(last))) {
            last--;
        }
        return last;
    }
}
