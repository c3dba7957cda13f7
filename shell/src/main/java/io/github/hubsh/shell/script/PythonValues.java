package io.github.hubsh.shell.script;

import io.github.hubsh.shell.argument.TypedArgument;
import io.github.hubsh.shell.word.Operands;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the values of Python that a script names: {@code uuid("…")}, {@code tuple(1, 2)}, as the shell makes them. */
final class PythonValues {
    private PythonValues() {}

    /**
     * Makes a value, as the text in which it crosses into JavaScript.
     *
     * @param name of the function
     * @param operands a list, as a script writes it
     * @throws ShellException USAGE, saying what was expected
     */
    static String make(String name, String operands) {
        try {
            List<@Nullable Object> all =
                    new ArrayList<>(ScriptText.read(operands) instanceof List<?> list ? list : List.of());
            return ScriptText.write(TypedArgument.make(name, new Operands(all, Map.of())));
        } catch (IllegalArgumentException wrong) {
            throw new ShellException(Problem.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
