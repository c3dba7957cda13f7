package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Place;
import io.github.hubsh.shell.word.ShellException;
import org.jspecify.annotations.Nullable;

/** A line that begins with a plugin or a variable instead of a verb: answered with the line that was meant. */
public final class MissingVerb {
    private static final int MAX_LENGTH = 60;
    private static final String BEGINNING = "there is no verb ";

    private MissingVerb() {}

    /** Returns whether this error is one that {@link #explained} may know more of. */
    public static boolean isMeant(ShellException wrong) {
        return wrong.text().startsWith(BEGINNING);
    }

    /** Returns the error, with a better hint where a name at its place is known; from memory only. */
    public static ShellException explained(ShellException wrong, SessionMemory memory) {
        Place place = wrong.place();
        String meant = place == null || place.offset() >= place.line().length()
                ? null
                : meant(statement(place), wrong.text(), memory);
        return meant == null ? wrong : wrong.hint("did you mean '" + meant + "'?");
    }

    /** Returns what stands at the place, as far as the next statement or filter. */
    private static String statement(Place place) {
        String rest = place.line().substring(place.offset());
        int end = 0;
        while (end < rest.length() && ";|>&#\n".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return rest.substring(0, end).strip();
    }

    private static @Nullable String meant(String statement, String error, SessionMemory memory) {
        int blank = statement.indexOf(' ');
        String first = blank < 0 ? statement : statement.substring(0, blank);
        if (!error.equals(BEGINNING + "'" + first + "'") || statement.length() > MAX_LENGTH) {
            return null;
        }
        if (blank < 0 && memory.variables().all().containsKey(first)) {
            return "$" + first;
        }
        String plugin = plugin(first, memory);
        if (plugin == null) {
            return null;
        }
        return blank < 0
                ? VerbName.COMMANDS.text() + " " + plugin
                : VerbName.EXECUTE.shortest() + " " + plugin + statement.substring(blank);
    }

    /** Returns the plugin of that name, or the only one whose name ends with it. */
    private static @Nullable String plugin(String typed, SessionMemory memory) {
        String found = null;
        for (String plugin : memory.catalog().plugins()) {
            if (plugin.equals(typed)) {
                return plugin;
            }
            if (plugin.endsWith("." + typed)) {
                found = found == null ? plugin : "";
            }
        }
        return found == null || found.isEmpty() ? null : found;
    }
}
