package io.github.hubsh.core.pickle;

import java.util.Set;

/** The exceptions of Python itself: to make one has no effect. */
final class ExceptionNames {
    private static final String BUILTINS = "builtins.";

    /** Python 2 has these in its module {@code exceptions}, under which Python 3 finds them too. */
    private static final Set<String> OF_BOTH = Set.of(
            "ArithmeticError",
            "AssertionError",
            "AttributeError",
            "EOFError",
            "Exception",
            "FloatingPointError",
            "ImportError",
            "IndexError",
            "KeyError",
            "LookupError",
            "MemoryError",
            "NameError",
            "NotImplementedError",
            "OverflowError",
            "ReferenceError",
            "RuntimeError",
            "StopIteration",
            "SyntaxError",
            "SystemError",
            "TypeError",
            "UserWarning",
            "ValueError",
            "Warning",
            "ZeroDivisionError");

    private static final Set<String> OF_PYTHON_3 = Set.of(
            "BlockingIOError",
            "BrokenPipeError",
            "ConnectionAbortedError",
            "ConnectionError",
            "ConnectionRefusedError",
            "ConnectionResetError",
            "FileExistsError",
            "FileNotFoundError",
            "InterruptedError",
            "IsADirectoryError",
            "NotADirectoryError",
            "OSError",
            "PermissionError",
            "RecursionError",
            "TimeoutError");

    private ExceptionNames() {}

    static boolean isBuiltin(String className) {
        return className.startsWith(BUILTINS)
                && (OF_BOTH.contains(className.substring(BUILTINS.length()))
                        || OF_PYTHON_3.contains(className.substring(BUILTINS.length())));
    }

    /** Returns the module under which every Python that has the exception finds it. */
    static String module(String name) {
        return OF_BOTH.contains(name) ? "exceptions" : "builtins";
    }
}
