package io.github.hubsh.core.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Requires;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real CPython writes pickles, gets ours back, and says whether they are the same. */
final class CPythonTest {
    private static final Path SCRIPT = Path.of("src/test/resources/python/pickle_mirror.py");

    @TempDir
    Path directory;

    @Test
    void what_c_python_writes_at_any_protocol_comes_back_to_it_as_it_was() throws Exception {
        List<String> offered = python("offer", List.of());
        List<String> answers = new ArrayList<>();
        for (String line : offered) {
            String[] fields = line.split(" ", -1);
            Object value = PickleReader.read(Base64.getDecoder().decode(fields[2]));
            answers.add(fields[0] + " " + Base64.getEncoder().encodeToString(PickleWriter.write(value)));
        }

        assertThat(offered).hasSizeGreaterThan(100);
        assertThat(python("judge", answers)).containsExactly("judged " + offered.size());
    }

    private List<String> python(String verb, List<String> input) throws IOException, InterruptedException {
        Path in = Files.write(directory.resolve("in"), input);
        File out = directory.resolve("out").toFile();
        Process process = new ProcessBuilder(
                        Requires.python(), SCRIPT.toAbsolutePath().toString(), verb)
                .redirectInput(in.toFile())
                .redirectOutput(out)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).isZero();
        return Files.readAllLines(out.toPath(), StandardCharsets.UTF_8);
    }
}
