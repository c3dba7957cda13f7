package io.github.hubsh.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

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
                "x p c url='http://h/?token=a'"
            })
    void a_value_of_a_secret_name_is_secret(String line) {
        assertThat(SecretItems.in(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x p c monkey=1 keyboard=2", "connect tcp://key.example:1", "x p get_token", "x p c a=key", ""})
    void anything_else_is_not(String line) {
        assertThat(SecretItems.in(line)).isFalse();
    }
}
