package io.github.hubsh.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import org.junit.jupiter.api.Test;

/** Each gate can fail: it does where the table, the page or the classes are wrong. */
final class GatesTest {
    private static final Rooms WIRE = new Rooms(
            "core",
            Map.of("core.wire", Set.of("core.message", "core.json")),
            Map.of("com.fasterxml.jackson.core", Set.of("core.wire")));
    private static final String PAGE = """
            ### core

            | room | what it is for | uses | libraries |
            |---|---|---|---|
            | `wire` | frames to messages | `json`, `message` | `com.fasterxml.jackson.core` |

            ### shell

            | `word` | what was typed | – | – |
            """;

    @Test
    void a_right_to_a_room_that_no_class_uses_fails() {
        Rooms generous = new Rooms("core", Map.of("core.wire", Set.of("core.message", "core.plugin")), Map.of());
        assertThatThrownBy(generous::checkRightsAreUsed)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[core.wire -> core.plugin]");
    }

    @Test
    void a_right_to_a_library_that_no_class_uses_fails() {
        Rooms generous = new Rooms("core", Map.of(), Map.of("org.zeromq", Set.of("core.transport", "core.message")));
        assertThatThrownBy(generous::checkRightsAreUsed)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[core.message -> org.zeromq]");
    }

    @Test
    void packages_that_use_each_other_fail() {
        JavaClasses circle =
                new ClassFileImporter().importClasses(CyclicBarrier.class, Condition.class, TimeUnit.class);
        assertThatThrownBy(() -> Rooms.checkCycles("java.util", circle))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("concurrent.locks");
    }

    @Test
    void a_package_that_does_not_say_what_is_null_fails() {
        JavaClasses unmarked = new ClassFileImporter().importClasses(TimeUnit.class);
        assertThatThrownBy(() -> Rooms.checkNullMarked(unmarked))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("java.util.concurrent");
    }

    @Test
    void a_page_that_has_the_table_passes() {
        assertThatCode(() -> WIRE.checkDocumented(PAGE)).doesNotThrowAnyException();
    }

    @Test
    void a_page_without_a_room_fails_and_shows_its_row() {
        assertThatThrownBy(() -> WIRE.checkDocumented("### core\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(
                        "| `wire` | (one line about it) | `json`, `message` | `com.fasterxml.jackson.core` |");
    }

    @Test
    void a_page_with_another_right_fails_and_shows_the_row() {
        assertThatThrownBy(() -> WIRE.checkDocumented(PAGE.replace("`json`, `message`", "`message`")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("| `wire` | frames to messages | `json`, `message` |");
    }

    @Test
    void a_page_without_the_line_about_a_room_fails() {
        assertThatThrownBy(() -> WIRE.checkDocumented(PAGE.replace("frames to messages", "")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_page_with_a_room_that_does_not_exist_fails() {
        assertThatThrownBy(() -> WIRE.checkDocumented(PAGE.replace("### shell", "")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no room any more: word");
    }

    @Test
    void two_classes_of_one_simple_name_fail() {
        SimpleNames doubled = new SimpleNames(new ClassFileImporter()
                .importClasses(java.lang.annotation.Annotation.class, java.text.Annotation.class));
        assertThatThrownBy(doubled::checkUnique)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[java.lang.annotation.Annotation, java.text.Annotation]");
    }

    @Test
    void a_class_with_the_name_of_a_jdk_class_fails() {
        SimpleNames taken = new SimpleNames(new ClassFileImporter().importClasses(TimeUnit.class, Rooms.class));
        assertThatThrownBy(taken::checkNotOfJdk)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[[java.util.concurrent.TimeUnit]]");
    }

    @Test
    void the_list_of_jdk_names_has_the_public_classes_of_each_package() {
        assertThat(SimpleNames.publicNamesOfJdk())
                .contains("String", "List", "Function", "Executor", "File", "Path", "Duration", "Socket")
                .doesNotContain("package-info", "AbstractStringBuilder", "Annotation");
    }
}
