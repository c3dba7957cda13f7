package io.github.hubsh.core.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects of classes that are not known here: which are a plain value, which are handed on, and which are refused. */
final class UnknownClassTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cm\nLabel\n(Vx\nt\u0081.",
                "ccopy_reg\n__newobj__\n(cm\nLabel\nVx\ntR.",
                "ccopy_reg\n_reconstructor\n(cm\nLabel\nc__builtin__\nstr\nVx\ntR."
            })
    void a_subclass_of_text_is_written_as_its_text(String pickle) throws ContentException {
        Object read = read(pickle);

        assertThat(read)
                .isInstanceOfSatisfying(
                        Opaque.class, object -> assertThat(object.plainValue()).isEqualTo("x"));
        assertThat(PickleReader.read(PickleWriter.write(read))).isEqualTo("x");
        assertThat(Json.text(read)).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource({
        "m, Address, I5",
        "m, MyError, Vx",
        "m, MyDecimal, V1.5",
        "os, system, Vls",
        "m, Mode, Vauto",
    })
    void what_a_class_makes_of_a_scalar_is_refused_by_name(String module, String name, String argument)
            throws ContentException {
        Object read = read("c" + module + "\n" + name + "\n(" + argument + "\ntR.");

        assertThatThrownBy(() -> PickleWriter.write(read))
                .isInstanceOf(ContentException.class)
                .hasMessage("a pickle cannot hold " + module + "." + name);
    }

    @ParameterizedTest
    @CsvSource({
        "ipaddress, IPv4Address, I167772161",
        "ipaddress, IPv6Network, V::/8",
        "pathlib, PurePosixPath, Vrel",
        "exceptions, ValueError, Vboom"
    })
    void what_keeps_only_what_it_is_given_is_handed_on(String module, String name, String argument)
            throws ContentException {
        Object read = read("c" + module + "\n" + name + "\n(" + argument + "\ntR.");

        Object again = PickleReader.read(PickleWriter.write(read));

        assertThat(again).isInstanceOf(Opaque.class);
        assertThat(Json.write(again)).isEqualTo(Json.write(read)).contains(name);
    }

    @Test
    void an_exception_is_handed_on_with_its_attributes() throws ContentException {
        Object empty = read("cexceptions\nValueError\n(Vboom\ntR(db.");
        Object full = read("cexceptions\nValueError\n(Vboom\ntR(dVextra\nI5\nsV__notes__\n(lVseen\nasb.");

        assertThat(Json.write(PickleReader.read(PickleWriter.write(empty))))
                .isEqualTo("{\"__class__\":\"builtins.ValueError\",\"args\":[\"boom\"]}");
        assertThat(Json.write(PickleReader.read(PickleWriter.write(full)))).isEqualTo(Json.write(full));
    }

    @ParameterizedTest
    @ValueSource(strings = {"args", "__cause__", "__class__", "_state"})
    void an_attribute_that_changes_what_an_exception_is_is_refused(String name) throws ContentException {
        Object error = read("cexceptions\nValueError\n(Vboom\ntR(dV" + name + "\nI5\nsb.");

        assertThatThrownBy(() -> PickleWriter.write(error)).hasMessage("a pickle cannot hold builtins.ValueError");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c__builtin__\\ncomplex\\n(F1.0\\nF-2.0\\ntR.   | (1-2j)
            c__builtin__\\ncomplex\\n(F0.5\\nF2.0\\ntR.    | (0.5+2j)
            cexceptions\\nValueError\\n(Vboom\\ntR.         | boom
            cexceptions\\nOSError\\n(I2\\nVno file\\ntR.    | 2, no file
            cfractions\\nFraction\\n(I3\\nI4\\ntR.         | 3/4
            cm\\nValve\\n(I3\\nI4\\ntR.                  | {"__class__":"m.Valve","args":[3,4]}
            """)
    void the_text_of_an_object_is_that_of_python_where_it_is_known(String pickle, String text) throws ContentException {
        assertThat(Json.text(read(pickle.replace("\\n", "\n")))).isEqualTo(text);
    }

    private static Object read(String pickle) throws ContentException {
        return PickleReader.read(pickle.getBytes(StandardCharsets.ISO_8859_1));
    }
}
