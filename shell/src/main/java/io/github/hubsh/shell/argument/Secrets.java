package io.github.hubsh.shell.argument;

import java.util.Locale;
import java.util.Set;

/** Which names promise a secret value, one that must not be kept in a file. */
public final class Secrets {
    private static final Set<String> WORDS = Set.of(
            "key", "keys", "apikey", "pin", "pwd", "passwd", "password", "passphrase", "secret", "token", "credential");

    private Secrets() {}

    /** Returns whether {@code api_key}, {@code accessToken}, {@code SSHKey} and similar names; true if in doubt. */
    public static boolean isSecret(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        if (small.contains("password") || small.contains("passphrase")) {
            return true; // passWord too
        }
        int start = 0;
        int part = 0; // of a word that begins with capitals: the Key of SSHKey
        for (int i = 1; i <= name.length(); i++) {
            boolean ends = i == name.length() || startsWord(name, i);
            if (ends || endsCapitals(name, i)) {
                if (isSecretWord(name, start, i) || isSecretWord(name, part, i)) {
                    return true;
                }
                start = ends ? i : start;
                part = i;
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

    /** Returns whether the last of several capitals begins a word in small letters. */
    private static boolean endsCapitals(String name, int index) {
        return Character.isUpperCase(name.charAt(index - 1))
                && Character.isUpperCase(name.charAt(index))
                && index + 1 < name.length()
                && Character.isLowerCase(name.charAt(index + 1));
    }

    private static boolean isSecretWord(String name, int start, int end) {
        String word = name.substring(start, end).toLowerCase(Locale.ROOT);
        return WORDS.contains(word)
                || word.contains("passw")
                || word.contains("secret")
                || word.contains("token")
                || word.contains("credential");
    }
}
