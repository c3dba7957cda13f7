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
            "BaseException",
            "BufferError",
            "BytesWarning",
            "DeprecationWarning",
            "EOFError",
            "Exception",
            "FloatingPointError",
            "FutureWarning",
            "GeneratorExit",
            "ImportError",
            "ImportWarning",
            "IndentationError",
            "IndexError",
            "KeyError",
            "KeyboardInterrupt",
            "LookupError",
            "MemoryError",
            "NameError",
            "NotImplementedError",
            "OverflowError",
            "PendingDeprecationWarning",
            "ReferenceError",
            "RuntimeError",
            "RuntimeWarning",
            "StopIteration",
            "SyntaxError",
            "SyntaxWarning",
            "SystemError",
            "SystemExit",
            "TabError",
            "TypeError",
            "UnboundLocalError",
            "UnicodeDecodeError",
            "UnicodeEncodeError",
            "UnicodeError",
            "UnicodeTranslateError",
            "UnicodeWarning",
            "UserWarning",
            "ValueError",
            "Warning",
            "ZeroDivisionError");

    private static final Set<String> OF_PYTHON_3 = Set.of(
            "BaseExceptionGroup",
            "BlockingIOError",
            "BrokenPipeError",
            "ChildProcessError",
            "ConnectionAbortedError",
            "ConnectionError",
            "ConnectionRefusedError",
            "ConnectionResetError",
            "EncodingWarning",
            "ExceptionGroup",
            "FileExistsError",
            "FileNotFoundError",
            "InterruptedError",
            "IsADirectoryError",
            "ModuleNotFoundError",
            "NotADirectoryError",
            "OSError",
            "PermissionError",
            "ProcessLookupError",
            "RecursionError",
            "ResourceWarning",
            "StopAsyncIteration",
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
