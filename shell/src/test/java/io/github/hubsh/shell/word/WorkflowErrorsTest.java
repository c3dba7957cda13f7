package io.github.hubsh.shell.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class WorkflowErrorsTest {
    @Test
    void a_file_is_named_from_the_root_of_the_repository() {
        WorkflowErrors errors = new WorkflowErrors(Path.of("/repo/lab"), "/repo");

        assertThat(errors.line(new SourceLine("setup.hubsh", 3), "no reply"))
                .isEqualTo("::error file=lab/setup.hubsh,line=3::no reply");
        assertThat(errors.line(new SourceLine("/etc/x.hubsh", 3), "no"))
                .isEqualTo("::error file=/etc/x.hubsh,line=3::no");
        assertThat(errors.line(new SourceLine("a\0b", 3), "no")).isEqualTo("::error file=a\0b,line=3::no");
        assertThat(new WorkflowErrors(Path.of("/repo"), "").line(new SourceLine("x", 3), "no"))
                .isEqualTo("::error file=x,line=3::no");
    }

    @Test
    void what_means_something_to_the_runner_is_escaped() {
        WorkflowErrors errors = new WorkflowErrors(Path.of("/repo"), "/repo");

        assertThat(errors.line(new SourceLine("a,b:c", 1), "100%\nthen\r::"))
                .isEqualTo("::error file=a%2Cb%3Ac,line=1::100%25%0Athen%0D::");
    }
}
