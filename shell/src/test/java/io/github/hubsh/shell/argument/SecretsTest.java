package io.github.hubsh.shell.argument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, and whether their values are kept out of every file. */
final class SecretsTest {
    /** Each row: names that are written in one way. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a word alone            | key keys apikey pin pwd passwd password passphrase secret token credential
            of access               | auth oauth authorization bearer jwt cookie cookies session_id sessionid cred creds
            short words             | pw pwd otp totp psk passcode pincode
            keys as one word        | apikeys sshkey privatekey privkey accesskey accesskeys passkey authkey
            of two words            | pass_word pass-phrase passCode session-id sessionId SESSION_ID
            before other words      | auth_header bearerValue jwt2 cookie_jar otpSeed psk.lab creds_file
            after other words       | http-auth userPw wifi_psk basicAuth labOTP myJWT set_cookie
            pass with its owner     | db_pass userPass smtp-pass DB_PASS db_pass1 wifi_pass_ userpass dbpw
            part of a word          | mypassword dbpasswd passphrases secrets mysecret tokens authtoken credentials
            with separators         | api_key api-key auth.token _pin_ ssh.pwd.file _key key_
            in camel case           | apiKey accessToken userPin dbPwdFile x1Key
            in capitals             | KEY API_KEY PASSWORD2 DB_PWD
            before or after a digit | key2 2key pin1234 a1key2b
            capitals, then a word   | SSHKey APIKey APIKeys AESKeys PINCode userPINCode
            capitals after a word   | accessKEY userPIN
            two words that are one  | passWord newPassWord passPhrase PassWord
            of any capitals         | PaSsWoRd passWORD PassPHRASE
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
            other words of the field | volume_ul electrode043 channel_count name id passes bypass compass
            words that begin so      | passenger author authored authority cookiecutter credit pwm psking otpauthor
            of a session             | session session_name sessions id_session
            pass                     | pass PASS pass1 pass_ first_pass num_pass pass_count passNumber pass_through
            pass of a filter         | low_pass highPass band-pass LOWPass high_pass_hz
            several of a thing       | cookies_baked cookiesEaten pinned
            words with token, secret | tokenizer tokenized tokenisation secretary secretion_rate SecretoryCells
            numbers of tokens        | max_tokens maxTokens
            in camel case            | monkeyCount spinRate keyboardLayout bypassWidth
            in capitals              | PINS KEYBOARD MONKEY_COUNT SPINRate
            letters apart            | k_e_y to_ken p1in
            """)
    void other_names_are_not_secret(String way, String names) {
        assertThat(names.split(" ", -1)).as(way).noneMatch(Secrets::isSecret);
    }

    /** A name that is ordinary does not hide another one in it. */
    @ParameterizedTest
    @ValueSource(strings = {"tokenizer_key", "secretary-pin", "low_pass_token", "max_tokens_secret"})
    void an_ordinary_word_beside_a_secret_one_changes_nothing(String name) {
        assertThat(Secrets.isSecret(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:pw@host/",
                "see redis://:pw@host:6379",
                "nats://a:1,nats://ann:x@b:2",
                "https://ann:12345@host",
                "https://ann:p/w#1?@host"
            })
    void a_url_with_a_password_is_secret(String text) {
        assertThat(Secrets.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://host/",
                "ssh://git@host:22/a",
                "tcp://127.0.0.1:31000 a@b",
                "http://host:80/a@b",
                "http://[::1]:80/@a",
                "['http://h:80','a@b']",
                "user:pw@host"
            })
    void any_other_text_is_not(String text) {
        assertThat(Secrets.isIn(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "'='"})
    void a_name_without_letters_is_not_secret(String name) {
        assertThat(Secrets.isSecret(name)).isFalse();
    }

    @Test
    void true_and_false_are_no_secrets() {
        assertThat(Secrets.isSecret("pin", true)).isFalse();
        assertThat(Secrets.isSecret("pin", "true")).isTrue();
    }
}
