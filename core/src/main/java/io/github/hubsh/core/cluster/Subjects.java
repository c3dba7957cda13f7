package io.github.hubsh.core.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Pattern;

/** The subjects of NATS that a cluster uses. A name that is no plain word is written in base64 behind {@code =}. */
record Subjects(String cluster) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");

    /** Where every hub listens. */
    String all() {
        return "hubsh." + cluster + ".all";
    }

    /** Where one hub listens. */
    String hub(String name) {
        return "hubsh." + cluster + ".hub." + token(name);
    }

    /** Where broadcasts are whose source begins with this. */
    String broadcasts(String prefix) {
        return "hubsh." + cluster + ".pub." + token(prefix);
    }

    private static String token(String text) {
        return PLAIN.matcher(text).matches()
                ? text
                : "=" + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
