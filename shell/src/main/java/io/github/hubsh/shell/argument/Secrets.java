package io.github.hubsh.shell.argument;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which names promise a secret value, and which texts hold one: what must not be kept in a file.
 *
 * <p>A name is read as its words: {@code SSHKey}, {@code ssh_key} and {@code ssh-key2} are all {@code ssh key}. If in
 * doubt it is secret: a line that is not kept is typed again, a password that is kept stays where it is.
 */
public final class Secrets {
    /** Ordinary words and names in which there is one of those below. */
    private static final List<String> ORDINARY = List.of(
            "tokenize tokenized tokenizer tokenizers tokenizing tokenization",
            "tokenise tokenised tokeniser tokenisers tokenising tokenisation",
            "secretary secretaries secretariat secrete secreted secretes secreting secretion secretions secretory",
            "max-tokens min-tokens");

    /** In any word: {@code dbpassword}, {@code mysecrets}, {@code authtoken}. */
    private static final List<String> PARTS = List.of("passw passphrase secret token credential");

    /** As whole words at any place of a name; a hyphen stands between two of them. */
    private static final List<String> WORDS = List.of(
            "key keys apikey apikeys sshkey sshkeys accesskey accesskeys authkey privkey privatekey privatekeys",
            "passkey passkeys passcode passcodes pass-word pass-phrase pass-code",
            "pw pwd pin pincode otp totp psk",
            "auth oauth authorization authorisation bearer jwt cookie sessionid session-id",
            "cred creds",
            // Alone it is a verdict: ok ? 'pass' : 'fail'.
            "admin-pass auth-pass db-pass ftp-pass login-pass mqtt-pass my-pass root-pass smtp-pass ssh-pass user-pass wifi-pass",
            "adminpass dbpass mypass rootpass userpass wifipass dbpw rootpw userpw");

    /** At the end of a name only: {@code session_cookies}, but not {@code cookies_baked}. */
    private static final List<String> LAST = List.of("cookies");

    private static final Pattern IN_ANY_CASE = Pattern.compile("(?i)password|passphrase"); // PassWORD
    private static final Pattern IS_ORDINARY = Pattern.compile(" (?:" + anyOf(ORDINARY) + ")(?= )");
    private static final Pattern IS_SECRET =
            Pattern.compile(anyOf(PARTS) + "| (?:" + anyOf(WORDS) + ") | (?:" + anyOf(LAST) + ") $");

    /** {@code https://user:password@host}; a port is no password. */
    private static final Pattern PASSWORD_OF_URL =
            Pattern.compile("://[^\\s/?#@:\\[]*+:(?!\\d{1,5}[/?#,'\"])[^\\s@]{1,4000}+@");

    private Secrets() {}

    /** Returns whether {@code api_key}, {@code accessToken}, {@code SSHKey} and similar names; true if in doubt. */
    public static boolean isSecret(String name) {
        return IN_ANY_CASE.matcher(name).find() || isSecretAs(words(name, false)) || isSecretAs(words(name, true));
    }

    /**
     * Returns whether a value must not be kept: for its name, or as a text with the password of a URL. No secret is
     * true or false.
     */
    public static boolean isSecret(String name, @Nullable Object value) {
        return !(value instanceof Boolean) && (isSecret(name) || (value instanceof String text && isIn(text)));
    }

    /** Returns whether a text holds the password of a URL. */
    public static boolean isIn(String text) {
        return PASSWORD_OF_URL.matcher(text).find();
    }

    private static String anyOf(List<String> rows) {
        return String.join("|", String.join(" ", rows).split(" ", -1)).replace('-', ' ');
    }

    private static boolean isSecretAs(String words) {
        return IS_SECRET.matcher(IS_ORDINARY.matcher(words).replaceAll("")).find();
    }

    /**
     * Returns the words of a name in small letters, with a blank before and after each.
     *
     * @param divided whether the last of several capitals begins a word: {@code SSHKey} is two words, and the two of
     *     {@code PASSword} are one
     */
    private static String words(String name, boolean divided) {
        StringBuilder words = new StringBuilder(" ");
        for (int i = 0; i < name.length(); i++) {
            boolean begins = i > 0 && (startsWord(name, i) || (divided && endsCapitals(name, i)));
            if (begins && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
            if (Character.isLetter(name.charAt(i))) {
                words.append(Character.toLowerCase(name.charAt(i)));
            }
        }
        return words.charAt(words.length() - 1) == ' '
                ? words.toString()
                : words.append(' ').toString();
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
}
