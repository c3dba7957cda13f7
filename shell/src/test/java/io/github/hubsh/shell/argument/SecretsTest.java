package io.github.hubsh.shell.argument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, and whether their values are kept out of every file. */
final class SecretsTest {
    /** Each row: names that are written in one way. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a word alone            | key keys apikey pin pwd passwd password passphrase secret token credential
            part of a word          | mypassword dbpasswd passphrases secrets mysecret tokens authtoken credentials
            with separators         | api_key api-key auth.token _pin_ ssh.pwd.file _key key_
            in camel case           | apiKey accessToken userPin dbPwdFile x1Key
            in capitals             | KEY API_KEY PASSWORD2 DB_PWD
            before or after a digit | key2 2key pin1234 a1key2b
            capitals, then a word   | SSHKey APIKey APIKeys AESKeys PINCode userPINCode
            capitals after a word   | accessKEY userPIN
            two words that are one  | passWord newPassWord passPhrase PassWord
            capitals in a word      | PASSword PASSWd SECRet
            beside other letters    | ключ_key größeKey 電極_pin
            """)
    void a_word_of_the_name_gives_it_away(String way, String names) {
        assertThat(names.split(" ", -1)).as(way).allMatch(Secrets::isSecret);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no word at all           | _ - 1 12 a
            longer words             | monkey keyboard keypad turkey hotkey shipping spin pinned pins opinion
            other words of the field | volume_ul electrode043 channel_count name id passes bypass pass compass
            in camel case            | monkeyCount spinRate keyboardLayout bypassWidth
            in capitals              | PINS KEYBOARD MONKEY_COUNT SPINRate
            letters apart            | k_e_y to_ken p1in
            """)
    void other_names_are_not_secret(String way, String names) {
        assertThat(names.split(" ", -1)).as(way).noneMatch(Secrets::isSecret);
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "'='"})
    void a_name_without_letters_is_not_secret(String name) {
        assertThat(Secrets.isSecret(name)).isFalse();
    }
}
