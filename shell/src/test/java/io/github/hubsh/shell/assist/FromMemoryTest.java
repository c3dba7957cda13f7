package io.github.hubsh.shell.assist;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.github.hubsh.shell.fake.FakeCatalog;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.network.Network;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tab, hints and suggestions read memory only: nothing here can wait for a hub. */
final class FromMemoryTest {
    @Test
    void nothing_of_the_line_knows_a_session_or_its_network() {
        JavaClasses line = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackagesOf(Completer.class);

        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Session.class, Network.class)
                .check(line);
    }

    @Test
    void a_memory_without_a_session_is_enough_to_advise() {
        String line = "x plugin_a dispense mode=";
        SessionMemory memory = new FakeCatalog(List.of("plugin_a"), List.of("dispense")).memory();

        assertThatCode(() -> {
                    for (int cursor = 0; cursor <= line.length(); cursor++) {
                        Completer.complete(line, cursor, memory);
                        Hints.at(line, cursor, memory);
                        LineSuggestion.of(line.substring(0, cursor), List.of("x plugin_a other"), memory);
                        LineHighlights.of(line, memory);
                    }
                })
                .doesNotThrowAnyException();
    }
}
