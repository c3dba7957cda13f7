package io.github.hubsh.shell;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which room of the shell may use which: the table, and that there are no others. */
final class RoomsTest {
    private static final String SHELL = "io.github.hubsh.shell.";

    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "command", Set.of("core.message", "core.content"),
            "line", Set.of("command", "core.content"),
            "render", Set.of("command", "core.message", "core.content"),
            "interpreter", Set.of("command", "line", "render"),
            "terminal", Set.of("command", "line", "interpreter", "render"),
            "app", Set.of("command", "line", "render", "interpreter", "terminal"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.hubsh.shell");

    @Test
    void the_rooms_found_are_the_rooms_listed() {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            found.add(type.getPackageName().substring(SHELL.length()));
        }
        assertThat(found).isEqualTo(new TreeSet<>(MAY_USE.keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"command", "line", "render", "interpreter", "terminal", "app"})
    void a_room_uses_only_what_its_row_allows(String room) {
        List<String> allowed = new ArrayList<>();
        allowed.add(SHELL + room);
        for (String other : MAY_USE.getOrDefault(room, Set.of())) {
            allowed.add(other.startsWith("core.") ? "io.github.hubsh." + other : SHELL + other);
        }
        noClasses()
                .that()
                .resideInAPackage(SHELL + room)
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.github.hubsh.shell..", "io.github.hubsh.core..")
                        .and(resideOutsideOfPackages(allowed.toArray(new String[0]))))
                .check(CLASSES);
    }

    @Test
    void only_main_and_its_terminals_touch_the_process() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Main")
                .should()
                .accessField(System.class, "in")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .check(CLASSES);
    }
}
