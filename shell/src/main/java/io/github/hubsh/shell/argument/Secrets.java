package io.github.hubsh.shell.argument;

import java.util.Locale;
import java.util.Set;

/** Which names promise a secret value, one that must not be kept in a file. */
public final class Secrets {
    private static final Set<String> WORDS = Set.of(
            "key", "keys", "apikey", "pin", "pwd", "passwd", "password", "passphrase", "secret", "token", "credential");

    private Secrets() {}

    /** Returns whether {@code api_key}, {@code accessToken}, {@code PASSWORD2} and similar names; true if in doubt. */
    public static boolean isSecret(String name) {
        int start = 0;
        for (int i = 1; i <= name.length(); i++) {
            if (i == name.length() || startsWord(name, i)) {
                if (isSecretWord(name.substring(start, i).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                start = i;
            }
        }
        return false;
    }

    private static boolean startsWord(String name, int index) {
        char before = name.charAt(index - 1);
        char c = name.charAt(index);
        return Character.isLetter(c) != Character.isLetter(before)
                || (Character.isUpperCase(c) && Character.isLowerCase(before));
    }

    private static boolean isSecretWord(String word) {
        return WORDS.contains(word)
                || word.contains("passw")
                || word.contains("passphrase")
                || word.contains("secret")
                || word.contains("token")
                || word.contains("credential");
    }
}
