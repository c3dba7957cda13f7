package io.github.hubsh.shell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;
import org.jspecify.annotations.Nullable;

/**
 * Lets every candidate pass, because room {@code line} knows best what fits, such as a dotted name's last segment. It
 * filters candidates only while a user types on below a list of them.
 */
final class AcceptAllMatcher implements CompletionMatcher {
    // Mutable state, of the thread that reads lines
    private List<Candidate> candidates = List.of();
    private String typedOn = "";

    @Override
    public void compile(
            Map<LineReader.Option, Boolean> options,
            boolean prefix,
            CompletingParsedLine line,
            boolean caseInsensitive,
            int errors,
            String originalGroupName) {
        candidates = List.of();
        typedOn = line instanceof TypedLine ? "" : line.word().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Candidate> matches(List<Candidate> all) {
        candidates = new ArrayList<>(all.size());
        for (Candidate candidate : all) {
            if (candidate.value().toLowerCase(Locale.ROOT).contains(typedOn)) {
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    @Override
    @SuppressWarnings("NullAway") // JLine takes null for none, and says so nowhere.
    public @Nullable Candidate exactMatch() {
        return null;
    }

    @Override
    public String getCommonPrefix() {
        String common = candidates.isEmpty() ? "" : candidates.get(0).value();
        for (Candidate candidate : candidates) {
            int length = 0;
            String value = candidate.value();
            while (length < Math.min(common.length(), value.length())
                    && common.charAt(length) == value.charAt(length)) {
                length++;
            }
            common = common.substring(0, length);
        }
        return common;
    }
}
