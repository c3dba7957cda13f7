package io.github.hubsh.shell.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of the help about the line itself. Lines that start with two blanks and a verb are examples, and parse. */
public final class HelpTopics {
    private static final List<String> FILTERS = List.of(
            "A filter takes what a statement gives, and hands on what is left of it:",
            "",
            "  | jq EXPR          what a jq expression makes of each result",
            "  | where EXPR       elements, rows or broadcasts for which it is true",
            "  | select KEY,…     only these keys or columns",
            "  | head N           the first so many; ends a tail",
            "  | count            how many elements, rows or results",
            "  | table            as a table",
            "  | !COMMAND         through sh, up to the ';': what a pipe would get",
            "",
            "Examples:",
            "  plugins | where 'startswith(\"microdrop.\")' | count",
            "  execute plugin_a do_thing x=1 | jq .x",
            "  tail | where '.command == \"do_thing\"' | head 3",
            "  plugins --ping | select name,round_trip_ms | table",
            "  commands | !sort | head -20",
            "  plugins > plugins.json; plugins --ping >> plugins.csv",
            "",
            "Quote an expression that has blanks, | or >. --jq EXPR is the last filter.",
            "> FILE writes text or JSON, .csv by name; >> FILE appends.");

    private HelpTopics() {}

    /** Returns the page of that name, or {@code null}. */
    public static @Nullable List<String> of(String topic) {
        return topic.equals("filters") ? FILTERS : null;
    }
}
