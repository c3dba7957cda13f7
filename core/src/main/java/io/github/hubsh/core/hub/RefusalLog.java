package io.github.hubsh.core.hub;

import io.github.hubsh.core.access.AccessRule;
import io.github.hubsh.core.hub.RefusedAccess.Who;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The refusals of a hub: counted by rule, the last ones kept, and logged at most once a second, so that a peer that is
 * refused again and again does not fill a disk. Any thread may call.
 */
final class RefusalLog {
    /** How many different refusals are kept. */
    static final int MAX_KEPT = 50;

    private static final int MAX_TEXT_LENGTH = 500;
    private static final int REPLACEMENT = '?';
    private static final long LOG_INTERVAL_MILLIS = TimeUnit.SECONDS.toMillis(1);

    private final InstantSource clock;
    private final Consumer<String> log;

    // Mutable state, guarded by this
    private final Map<AccessRule, Long> counts = new EnumMap<>(AccessRule.class);
    private final List<RefusedAccess> kept = new ArrayList<>();
    private long nextLogged = Long.MIN_VALUE;
    private long unlogged;

    RefusalLog(InstantSource clock, Consumer<String> log) {
        this.clock = clock;
        this.log = log;
    }

    synchronized void add(AccessRule rule, Who given, String text) {
        Who who = new Who(printable(given.name()), given.key(), given.address());
        String reason = printable(text);
        counts.merge(rule, 1L, Long::sum);
        keep(rule, who, reason);
        if (clock.millis() < nextLogged) {
            unlogged++;
            return;
        }
        nextLogged = clock.millis() + LOG_INTERVAL_MILLIS;
        log.accept(
                "refused " + text(who) + ": " + reason + (unlogged == 0 ? "" : " (and " + unlogged + " others since)"));
        unlogged = 0;
    }

    /** Returns how often each rule has refused. */
    synchronized Map<AccessRule, Long> counts() {
        return new EnumMap<>(counts);
    }

    /** Returns the last ones, the newest last. */
    synchronized List<RefusedAccess> last() {
        return List.copyOf(kept);
    }

    private void keep(AccessRule rule, Who who, String reason) {
        RefusedAccess entry = new RefusedAccess(clock.instant(), rule, who, reason, 1);
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).isSameAs(rule, who, reason)) {
                entry = kept.remove(i).again(clock.instant(), who);
                break;
            }
        }
        kept.add(entry);
        if (kept.size() > MAX_KEPT) {
            kept.remove(0);
        }
    }

    /** A peer chooses its name: it must not control a terminal, nor reverse the direction of its text. */
    private static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(MAX_TEXT_LENGTH)
                .forEach(each -> shown.appendCodePoint(isPrintable(each) ? each : REPLACEMENT));
        return shown.toString();
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static String text(Who who) {
        String name = who.name().isEmpty() ? "a peer" : "'" + who.name() + "'";
        String key = who.key().isEmpty() ? "" : " with the key " + who.key();
        return name + key + (who.address().isEmpty() ? "" : " at " + who.address());
    }
}
