package io.github.hubsh.shell.line;

import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One filter of a statement.
 *
 * @param name the word that named it, for pointing at it
 * @param words its operands; of a request the whole statement
 */
public record Pipe(Kind kind, Word name, List<Word> words) {
    /** Which filters there are. */
    public enum Kind {
        JQ("jq", "EXPR", "the result of a jq expression, for each result"),
        WHERE("where", "EXPR", "only elements for which a jq expression is true"),
        SELECT("select", "KEY,…", "only these keys or columns"),
        HEAD("head", "N", "only the first N"),
        COUNT("count", "", "how many there are"),
        TABLE("table", "", "as a table"),
        PLOT("plot", "", "numbers as a curve; in a table, each column of numbers"),
        BYTES("bytes", "", "bytes, or a text, as they are"),
        EXECUTE(VerbName.EXECUTE.shortest(), "TARGET COMMAND …", "a request for each result, which is $_ in it"),
        SYSTEM("!", "COMMAND", "through a command of the operating system");

        private final String word;
        private final String operand;
        private final String summary;

        Kind(String word, String operand, String summary) {
            this.word = word;
            this.operand = operand;
            this.summary = summary;
        }

        /** Returns the filter that a word behind a {@code |} names; {@code null} if there is none. */
        public static @Nullable Kind of(Word name) {
            if (name.isBare(0, '!')) {
                return SYSTEM;
            }
            for (Kind kind : values()) {
                if (kind.word.equals(name.text())) {
                    return kind;
                }
            }
            return VerbName.of(name.text()) == VerbName.EXECUTE ? EXECUTE : null;
        }

        /** Returns what is typed behind the {@code |}. */
        public String word() {
            return word;
        }

        /** Returns the name of what follows, or an empty text. */
        public String operand() {
            return operand;
        }

        public String summary() {
            return summary;
        }
    }

    /** Returns the expression, the number or the command of filters that have one operand. */
    public Word operand() {
        return words.get(0);
    }
}
