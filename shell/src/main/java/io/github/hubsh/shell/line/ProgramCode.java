package io.github.hubsh.shell.line;

import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.syntax.VerbTrait;
import java.util.ArrayList;
import java.util.List;

/**
 * JavaScript among the program's arguments: what stands behind {@code js} and its options, up to a pipe, is one word.
 */
final class ProgramCode {
    private static final List<String> WITH_VALUE = List.of(
            "--hub",
            "--name",
            "--timeout",
            "--context",
            "--jq",
            "--wait",
            "--wait-for",
            "--allow-read",
            "--allow-write");

    private ProgramCode() {}

    /** Returns where the code begins, or -1 where {@code js} is no verb, or has none. */
    static int begin(List<String> arguments) {
        int verb = behindOptions(arguments, 0);
        if (verb >= arguments.size() || !VerbName.has(arguments.get(verb), VerbTrait.TAKES_CODE)) {
            return -1;
        }
        int code = behindOptions(arguments, verb + 1);
        return code < arguments.size() && !arguments.get(code).equals("|") ? code : -1;
    }

    /** Returns the arguments with those of the code as one. */
    static List<String> joined(List<String> arguments, int code) {
        int end = code;
        while (end < arguments.size() && !arguments.get(end).equals("|")) {
            end++;
        }
        List<String> words = new ArrayList<>(arguments.subList(0, code));
        words.add(String.join(" ", arguments.subList(code, end)));
        words.addAll(arguments.subList(end, arguments.size()));
        return words;
    }

    /** Quotes the whole, so that the line takes it as it is. */
    static String quoted(String code) {
        if (code.indexOf('\'') < 0) {
            return "'" + code + "'";
        }
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '"' || c == '\\' || c == '$') {
                text.append('\\');
            }
            text.append(c);
        }
        return text.append('"').toString();
    }

    private static int behindOptions(List<String> arguments, int from) {
        int at = from;
        while (at < arguments.size() && arguments.get(at).startsWith("--")) {
            at += WITH_VALUE.contains(arguments.get(at)) ? 2 : 1;
        }
        return at;
    }
}
