package io.github.hubsh.shell.session.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of a command and its arguments. */
final class KnownCommandTest {
    /** Columns: the arguments with those that are required in capitals, and the order in which they are shown. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``        | ``
            a b       | a b
            a B c D   | B D a c
            A B       | A B
            """)
    void required_arguments_stand_before_the_others(String arguments, String order) {
        KnownCommand command = command(
                arguments.isEmpty()
                        ? List.of()
                        : Arrays.stream(arguments.split(" "))
                                .map(name -> argument(name, Character.isUpperCase(name.charAt(0))))
                                .toList());

        assertThat(String.join(" ", names(command.requiredFirst()))).isEqualTo(order);
        assertThat(String.join(" ", command.argumentNames())).isEqualTo(arguments);
        assertThat(command.mime()).isEmpty();
    }

    @Test
    void an_argument_is_found_by_its_name() {
        KnownArgument level = argument("level", false);
        KnownCommand command = command(List.of(argument("rate", true), level));

        assertThat(command.argument("level")).isSameAs(level);
        assertThat(command.argument("Level")).isNull();
    }

    /** Columns: the encodings by which {@code a} and {@code b} were seen, what is sent, and the only encoding. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pickle      | pickle | a,b | pickle
            pickle      | yaml   | a,b | ``
            pickle      | yaml   | a   | pickle
            pickle      | yaml   | b   | yaml
            pickle,yaml |        | a   | ``
            pickle      |        | a,b | pickle
                        | pickle | a,b | pickle
                        |        | a,b | ``
            pickle      | pickle | c   | ``
            """)
    void the_only_encoding_of_what_is_sent_is_known(
            @Nullable String ofA, @Nullable String ofB, String sent, String encoding) {
        KnownCommand command = command(List.of(seen("a", ofA), seen("b", ofB)));

        assertThat(command.seenEncoding(List.of(sent.split(",")))).isEqualTo(encoding);
    }

    private static KnownArgument seen(String name, @Nullable String encodings) {
        List<String> words = encodings == null ? List.of() : List.of(encodings.split(","));
        return new KnownArgument(
                name,
                KnowledgeOrigin.SEEN,
                false,
                ArgumentSchema.ofTypes(List.of()),
                List.of(),
                new SeenForm("", words));
    }

    private static KnownArgument argument(String name, boolean required) {
        return new KnownArgument(name, KnowledgeOrigin.SEEN, required, ArgumentSchema.ofTypes(List.of()), List.of());
    }

    private static KnownCommand command(List<KnownArgument> arguments) {
        return new KnownCommand("fill", KnowledgeOrigin.SEEN, "", false, true, arguments, List.of());
    }

    private static List<String> names(List<KnownArgument> arguments) {
        List<String> names = new ArrayList<>();
        arguments.forEach(each -> names.add(each.name()));
        return names;
    }
}
