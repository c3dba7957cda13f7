package io.github.hubsh.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretItemsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x p c password=a",
                "x p c api_key==a",
                "x p c accessToken:=1",
                "x p c auth[secret]=a",
                "x p c 'API key'=a",
                "x p c p:={\"db_password\": \"a\"}",
                "x p c TOKEN2=",
                "x p c password='open",
                "x p c nested[auth][token]=a",
                "x p c list[]=a password[]=b",
                "x p c password[x]=a",
                "x p c tokens[lab][0]:=1",
                "x p c secret['a b']=1",
                "let password=a",
                "let a=1 apiKey:=2",
                ".login pin=1234",
                "x p c \"pass word\"=1 passphrase=a",
                "js hub.execute('p', 'c', {password: 'a'})",
                "x p c a=1\nx p c secret=2",
                "x p c url='http://h/?token=a'",
                "x p c db_pass=a auth=b",
                "x p c pin=truelove",
                "x p c pin=true-love",
                "x p c 'session id'=a",
                "x p c p:={\"pass word\":1}"
            })
    void a_value_of_a_secret_name_is_secret(String line) {
        assertThat(SecretItems.in(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "js hub.execute('p','c',{pin:1234})",
                "js f({a:1,pin:code})",
                "js f({a:1, pin :-1})",
                "js f({\n  pin:1234})",
                "js f({['pin']:1234})",
                "js f({`pin`:1234})",
                "js const o = {apiKey:key()}",
                "x p c s=\"series({'pin':1})\"",
                "x p c s:=series({'pin':1})",
                "x p c p:='{\"a\":1,\"otp\":1}'",
                "curl -H X-Api-Key:abc",
                "x p c psk:1"
            })
    void so_is_one_behind_a_colon(String line) {
        assertThat(SecretItems.in(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x p c pas\"s\"word=x",
                "x p c pass\\word=x",
                "x p c 'to'ken=x",
                "x p c p\"\"in=1",
                "x p c au\\\nth=1",
                "x p c p:={\"p\\u0069n\":1}",
                "js f({'p\\x69n':1})",
                "x p c \"p\\u0069n\"=1"
            })
    void quotes_and_escapes_do_not_hide_a_name(String line) {
        assertThat(SecretItems.in(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x p c url=https://user:pw@host/",
                "x p c url='https://user:p\"w@host/'",
                "js fetch(\"https:\\/\\/user:pw@host\")",
                "connect nats://ann:x@host:4222"
            })
    void a_password_of_a_url_is_secret(String line) {
        assertThat(SecretItems.in(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x p c monkey=1 keyboard=2",
                "connect tcp://key.example:1",
                "connect key.example:31000",
                "connect tcp://ann@token:31000",
                "connect tcp://my-key:31000",
                "x p get_token",
                "x p c a=key",
                "x p c passenger=1 author=ann pinned=true compass:=3 cookies_baked:=12",
                "x p c tokenizer=bpe low_pass:=300",
                "x p c key=true",
                "x p c token:= false",
                "x p c p:={\"pin\":true}",
                "js f({pass: true, message: () => 'no'})",
                "js ok ? 'pass' : 'fail'",
                "js let pass = 0, fail = 0",
                "js f({author:'ann',passes:3,spin:1})",
                "js x ? a.pin:1",
                "x p c url=http://host:80/a@b t=12:30:01",
                "x p c path='C:\\u12' name='\\uZZZZ'",
                "x p c a='\\",
                "=",
                ":",
                ""
            })
    void anything_else_is_not(String line) {
        assertThat(SecretItems.in(line)).isFalse();
    }

    @Test
    void a_long_line_is_looked_at_once() {
        assertThat(SecretItems.in("x p c " + "= : ".repeat(50_000) + "a" + "]".repeat(100_000) + "=1"))
                .isFalse();
        assertThat(SecretItems.in("x p c " + "a=1 ".repeat(50_000) + "pin=1")).isTrue();
    }
}
