package io.github.hubsh.shell.assist;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.github.hubsh.shell.fake.FakeCommands;
import io.github.hubsh.shell.session.Catalog;
import io.github.hubsh.shell.session.KnownCommand;
import io.github.hubsh.shell.session.Network;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Workspace;
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
    void names_that_are_no_session_are_enough_to_advise() {
        String line = "x plugin_a dispense mode=";
        Catalog names = new Snapshot();

        assertThatCode(() -> {
                    for (int cursor = 0; cursor <= line.length(); cursor++) {
                        Completer.complete(line, cursor, names);
                        Hints.at(line, cursor, names);
                        LineSuggestion.of(line.substring(0, cursor), List.of("x plugin_a other"), names);
                        LineHighlights.of(line, names);
                    }
                })
                .doesNotThrowAnyException();
    }

    /** What is known, and nothing that could ask for more. */
    private static final class Snapshot implements Catalog {
        private final Workspace workspace = new Workspace();

        @Override
        public Workspace workspace() {
            return workspace;
        }

        @Override
        public List<String> plugins() {
            return List.of("plugin_a");
        }

        @Override
        public List<String> commands(String plugin) {
            return List.of("dispense");
        }

        @Override
        public KnownCommand command(String plugin, String command) {
            return FakeCommands.DISPENSE;
        }
    }
}
