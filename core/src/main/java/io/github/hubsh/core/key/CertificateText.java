package io.github.hubsh.core.key;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of a certificate: two sections, and a name and a value on each line of them. */
final class CertificateText {
    private static final String METADATA = "metadata";
    private static final String CURVE = "curve";
    private static final String PUBLIC_KEY = "public-key";
    private static final String SECRET_KEY = "secret-key";
    private static final int MAX_METADATA = 100;

    // Mutable state, the reader's
    private String section = "";
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private @Nullable CurveKey publicKey;
    private @Nullable CurveKeyPair pair;

    void take(String whole, int number) throws CertificateException {
        String line = whole.strip();
        int equals = line.indexOf('=');
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        if (equals < 0) {
            if (!line.equals(METADATA) && !line.equals(CURVE)) {
                throw new CertificateException(
                        "line " + number + " is no comment, no section (metadata, curve), and no NAME = VALUE");
            }
            section = line;
            return;
        }
        String name = line.substring(0, equals).strip();
        String value = unquoted(line.substring(equals + 1).strip(), number);
        if (section.equals(METADATA)) {
            addMetadata(name, value, number);
        } else {
            takeKey(name, value, number);
        }
    }

    Certificate certificate() throws CertificateException {
        CurveKeyPair own = pair;
        CurveKey key = publicKey;
        if (key == null) {
            throw new CertificateException("there is no line public-key = \"…\"");
        }
        if (own != null && !own.publicKey().equals(key)) {
            throw new CertificateException("the secret key does not belong to the public one");
        }
        return new Certificate(key, own, metadata);
    }

    /** Returns a value as it stands in a file. What would end it or its line is left out. */
    static String quoted(String value) {
        return '"' + value.replaceAll("[\\p{Cntrl}\"]", "") + '"';
    }

    private void addMetadata(String name, String value, int number) throws CertificateException {
        if (name.isEmpty() || metadata.size() >= MAX_METADATA || metadata.put(name, value) != null) {
            throw new CertificateException("line " + number + ": the name '" + name
                    + "' is empty, is there twice, or is one of more than " + MAX_METADATA);
        }
    }

    private void takeKey(String name, String value, int number) throws CertificateException {
        try {
            switch (name) {
                case PUBLIC_KEY -> publicKey = CurveKey.parse(value);
                case SECRET_KEY -> pair = CurveKeyPair.ofSecret(value);
                default -> {
                    // of a later format
                }
            }
        } catch (IllegalArgumentException e) {
            throw new CertificateException("line " + number + " (" + name + "): " + e.getMessage());
        }
    }

    /** A quote that is left open is refused: as a part of a pattern it would match nothing, and deny nothing. */
    private static String unquoted(String value, int number) throws CertificateException {
        if (!value.startsWith("\"") && !value.startsWith("'")) {
            return value;
        }
        if (value.length() < 2 || value.charAt(value.length() - 1) != value.charAt(0)) {
            throw new CertificateException("line " + number + ": a value that begins with a quote ends with it");
        }
        return value.substring(1, value.length() - 1);
    }
}
