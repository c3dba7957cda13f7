package io.github.hubsh.core.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The subjects of NATS that a hub uses. A name that is no plain word is written in base64 behind {@code =}.
 *
 * <p>The last word of each subject is the hub that publishes there. So the permissions of NATS can hold a hub to its
 * own name, and a hub that receives something knows whose name it may come in.
 *
 * @param hub the name of the hub itself
 */
record Subjects(String cluster, String hub) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");
    private static final String ENCODED = "=";

    /** Where this hub speaks to all. */
    String toAll() {
        return below("all", hub);
    }

    /** Where all hubs speak to all. */
    String fromAll() {
        return "hubsh." + cluster + ".all.*";
    }

    /** Where this hub speaks to one. */
    String toHub(String name) {
        return below("hub." + token(name), hub);
    }

    /** Where others speak to this hub alone. */
    String toSelf() {
        return "hubsh." + cluster + ".hub." + token(hub) + ".*";
    }

    /** Where this hub's broadcasts are whose source begins with this. */
    String broadcasts(String prefix) {
        return below("pub." + token(prefix), hub);
    }

    /** Where such broadcasts of all hubs are. */
    String broadcastsOfAll(String prefix) {
        return "hubsh." + cluster + ".pub." + token(prefix) + ".*";
    }

    /** Whether this hub cannot do without the subject. */
    boolean isNeeded(String subject) {
        return subject.equals(toAll()) || subject.equals(fromAll()) || subject.equals(toSelf());
    }

    /** Whether what is published there may come in the name of this hub. */
    static boolean isFrom(String name, String subject) {
        String last = subject.substring(subject.lastIndexOf('.') + 1);
        return last.startsWith(ENCODED) ? last.equals(token(name)) : last.equals(name);
    }

    private String below(String place, String sender) {
        return "hubsh." + cluster + "." + place + "." + token(sender);
    }

    private static String token(String text) {
        return PLAIN.matcher(text).matches()
                ? text
                : ENCODED + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
