package io.github.hubsh.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The interfaces that verbs see are narrow, and a wrapper that forgets a method does not compile. */
final class SeamTest {
    private static final int MAX_METHODS = 6;

    private final List<JavaClass> interfaces = new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(SeamTest.class.getPackageName())
                    .stream()
                    .filter(JavaClass::isInterface)
                    .toList();

    @Test
    void no_interface_of_the_room_has_more_than_six_methods() {
        assertThat(interfaces)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.getAllMethods().stream()
                                .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                                .filter(method -> !method.getOwner().isEquivalentTo(AutoCloseable.class)))
                        .as(each.getName())
                        .hasSizeLessThanOrEqualTo(MAX_METHODS));
    }

    @Test
    void no_interface_of_the_room_has_a_default_method() {
        assertThat(interfaces)
                .allSatisfy(each -> assertThat(each.getMethods().stream()
                                .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC)
                                        && !method.getModifiers().contains(JavaModifier.ABSTRACT)
                                        && !method.getModifiers().contains(JavaModifier.PRIVATE)
                                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC)))
                        .as(each.getName())
                        .isEmpty());
    }
}
