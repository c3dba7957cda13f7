package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;

/** What is made of an error that a script threw. */
final class FailuresTest {
    @Test
    void an_error_is_described_by_its_script() {
        Map<String, Object> details = Map.of("name", "RangeError", "message", "too long", "stack", "");
        ShellException failure = of("throw 1", thrown -> new ErrorDetails(details));

        assertThat(failure.problem()).isEqualTo(Problem.SCRIPT_FAILED);
        assertThat(failure).hasMessage("RangeError: too long");
    }

    @Test
    void an_error_that_cannot_be_described_is_a_failure_of_the_engine_and_no_endless_wait() {
        for (Throwable undescribed : List.of(new IllegalStateException("no part"), new StackOverflowError())) {
            ShellException failure = of("throw 1", thrown -> raise(undescribed));

            assertThat(failure.problem()).isEqualTo(Problem.INTERNAL);
            assertThat(failure).hasCause(undescribed);
            assertThat(undescribed.getSuppressed()).hasSize(1);
        }
    }

    private static ErrorDetails raise(Throwable undescribed) {
        if (undescribed instanceof RuntimeException failed) {
            throw failed;
        }
        throw (StackOverflowError) undescribed;
    }

    private static ShellException of(String code, Function<Value, ErrorDetails> describe) {
        SourceTexts sources = new SourceTexts(new ScriptEnvironment(Map.of(), Path.of(""), "1"));
        try (Context context = Context.newBuilder("js")
                .option("engine.WarnInterpreterOnly", "false")
                .build()) {
            PolyglotException thrown = catchThrowableOfType(PolyglotException.class, () -> context.eval("js", code));
            return new Failures(sources, describe).of(thrown);
        }
    }
}
