package io.github.hubsh.shell.recording.save;

import io.github.hubsh.shell.session.StatementLanguage;
import io.github.hubsh.shell.syntax.VerbName;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A file that is to be written.
 *
 * @param name of the file
 * @param source what it is made of: {@code rec.jsonl}
 * @param date of its making
 */
public record SavedScript(String name, String source, LocalDate date) {
    /**
     * Returns the text of the file.
     *
     * @param isSecret tells which values are left out, by their names and themselves
     */
    public String text(
            List<Step> all,
            SavedKind kind,
            StatementLanguage language,
            BiPredicate<String, @Nullable Object> isSecret) {
        List<Step> steps = new HiddenSecrets(isSecret).of(all);
        return switch (kind) {
            case HUBSH -> new HubshScript(this, language, steps).text();
            case JS -> new JsScript(this, false).text(steps);
            case TEST -> new JsScript(this, true).text(steps);
        };
    }

    /** Returns the lines of the comment at its top, without the sign of a comment. */
    List<String> heading(VerbName verb) {
        return List.of(
                "Made of " + JsSteps.oneLine(source) + " by hubsh save, " + date + ".",
                "  hubsh " + verb.text() + " " + JsSteps.oneLine(name));
    }
}
