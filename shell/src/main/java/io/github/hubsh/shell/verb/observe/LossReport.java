package io.github.hubsh.shell.verb.observe;

import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.MissedBroadcasts;
import io.github.hubsh.shell.session.result.Outcome;
import java.time.Instant;
import java.util.Locale;

/**
 * Says which broadcasts are missing from what is shown: a line for people, and for programs an object among the others.
 *
 * @param atPrompt whether they are shown above the line that is typed: thousands a second cannot be read there
 */
record LossReport(Display display, boolean atPrompt) {
    void say(MissedBroadcasts missed) {
        if (missed.areNone()) {
            return;
        }
        if (display.wantsJson()) {
            missed.facts(Instant.now()).forEach(fact -> display.show(Outcome.value(fact)));
        }
        if (atPrompt && missed.equals(new MissedBroadcasts(missed.inShell(), 0, 0))) {
            display.say(MessageLevel.NOTE, String.format(Locale.ROOT, "… %,d more", missed.inShell()));
        } else {
            missed.sentences().forEach(sentence -> display.say(MessageLevel.WARNING, sentence));
        }
    }
}
