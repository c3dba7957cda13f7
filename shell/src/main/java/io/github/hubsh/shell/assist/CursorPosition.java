package io.github.hubsh.shell.assist;

import io.github.hubsh.shell.line.Lexer;
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
        List<Word> typed = operator >= 0
                ? new ArrayList<>(complete.subList(operator, complete.size()))
                : ExpandedWords.of(complete, memory);
        return new CursorPosition(typed, partial, operator >= 0);
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

    static int lastOperator(List<Word> words) {
        int last = words.size() - 1;
        while (last >= 0 && !StatementParser.isOperator(words.get(last))) {
            last--;
        }
        return last;
    }
}
