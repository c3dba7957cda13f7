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
