package io.github.hubsh.shell.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.VerbName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class VerbTableTest {
    @ParameterizedTest
    @EnumSource
    void every_name_has_its_own_verb(VerbName name) {
        Verb verb = VerbTable.verb(name);

        assertThat(verb.syntax().name()).isEqualTo(name.text());
        assertThat(verb.syntax().aliases()).isEqualTo(name.aliases());
        String expected = name == VerbName.VALUE ? "recall" : name.text();
        assertThat(verb.getClass().getSimpleName()).isEqualToIgnoringCase(expected + "Verb");
        assertThat(VerbTable.syntaxes().of(name)).isEqualTo(verb.syntax());
    }

    @ParameterizedTest
    @CsvSource({"execute,execute", "x,execute", "exit,exit", "quit,exit"})
    void a_verb_is_found_by_its_name_and_by_its_aliases(String word, String name) {
        Verb verb = VerbTable.find(word);

        assertThat(verb == null ? null : verb.syntax().name()).isEqualTo(name);
    }

    @Test
    void another_word_finds_none() {
        assertThat(VerbTable.find("X")).isNull();
        assertThat(VerbTable.find("")).isNull();
    }
}
