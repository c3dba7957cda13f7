package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.session.memory.LineHistory;
import java.util.List;

/** Lines that were typed; none is added. */
public record FakeHistory(List<String> earlier, List<String> lines, int firstNumber) implements LineHistory {
    /** One without lines. */
    public FakeHistory() {
        this(List.of(), List.of(), 1);
    }

    @Override
    public void addEarlier(String line) {
        throw new IllegalStateException(line);
    }

    @Override
    public void add(String line) {
        throw new IllegalStateException(line);
    }
}
