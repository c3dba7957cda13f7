package io.github.hubsh.shell;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.junit.jupiter.api.Test;

/** Who may write to the terminal: text from everywhere goes through the one thread that does. */
final class OneWriterTest {
    private static final String TERMINAL = "io.github.hubsh.shell.terminal.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar") && !location.contains("/core/testkit/"))
            .importPackages("io.github.hubsh");

    @Test
    void only_the_app_knows_the_streams_of_the_process() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.github.hubsh.shell.app")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void only_editors_write_to_the_terminal() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(TERMINAL + "PlainEditor")
                .and()
                .doNotHaveFullyQualifiedName(TERMINAL + "ShellLineReader")
                .should()
                .callMethodWhere(of(Terminal.class, "writer")
                        .or(of(Terminal.class, "output"))
                        .or(of(Terminal.class, "puts")))
                .check(CLASSES);
    }

    @Test
    void only_the_editor_prints_above_the_line() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(TERMINAL + "LineEditor")
                .and()
                .doNotHaveFullyQualifiedName(TERMINAL + "ShellLineReader")
                .should()
                .callMethodWhere(of(LineReader.class, "printAbove"))
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaCall<?>> of(Class<?> owner, String name) {
        return JavaCall.Predicates.target(HasName.Predicates.name(name))
                .and(JavaCall.Predicates.target(
                        HasOwner.Predicates.With.owner(JavaClass.Predicates.assignableTo(owner))));
    }
}
