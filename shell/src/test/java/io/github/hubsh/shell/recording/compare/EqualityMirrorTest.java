package io.github.hubsh.shell.recording.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.pickle.PickleReader;
import io.github.hubsh.core.testkit.PythonRun;
import io.github.hubsh.core.testkit.Requires;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CPython, numpy and pandas judge which values are equal, each with each; a replay has to say the same. */
final class EqualityMirrorTest {
    @Test
    void what_python_takes_for_equal_is_the_same_and_nothing_else() throws Exception {
        Requires.pandas();
        List<String> pairs = PythonRun.of("equality.py", List.of());
        List<String> wrong = new ArrayList<>();
        for (String pair : pairs) {
            String[] fields = pair.split("\\|", -1);
            SameValues rules = new SameValues(new RenamedIds(value -> false), 0);
            boolean same = ValueDifference.of(value(fields[2]), value(fields[3]), rules, path -> false)
                    .isEmpty();
            if (same != fields[4].equals("1")) {
                wrong.add(fields[0] + (same ? " is the same as " : " differs from ") + fields[1]);
            }
        }

        assertThat(pairs).hasSizeGreaterThan(5_000);
        assertThat(wrong).isEmpty();
    }

    private static Object value(String pickled) throws Exception {
        return PickleReader.read(Base64.getDecoder().decode(pickled));
    }
}
