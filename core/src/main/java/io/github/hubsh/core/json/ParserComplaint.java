package io.github.hubsh.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Pattern;

/** What the parser says of wrong JSON, without the names of its own parts. Loaded for wrong JSON only. */
final class ParserComplaint {
    private static final Pattern BEGUN =
            Pattern.compile("\\(start marker at \\[Source: [^]]*line: (\\d+), column: (\\d+)]\\)");
    private static final Pattern OWN_NAMES =
            Pattern.compile(",? (from|via) `[^`]*`| ?\\(?`[^`]*`\\)?|\\[Source: [^]]*]");

    private ParserComplaint() {}

    static String of(JsonProcessingException wrong) {
        String begun = BEGUN.matcher(wrong.getOriginalMessage()).replaceAll("(begun at line $1, column $2)");
        return OWN_NAMES.matcher(begun).replaceAll("");
    }
}
