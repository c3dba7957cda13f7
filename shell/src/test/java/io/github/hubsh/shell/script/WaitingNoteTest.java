package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingNoteTest {
    private final List<String> said = new ArrayList<>();
    private List<String> reasons = List.of();
    private final WaitingNote note = new WaitingNote(() -> reasons, said::add);

    @Test
    void it_is_said_once_after_a_second_with_its_reasons() {
        reasons = List.of("listens to broadcasts", "serves a plugin");

        assertThat(note.look(5)).isEqualTo(WaitingNote.DELAY_NANOS);
        assertThat(note.look(10)).isEqualTo(WaitingNote.DELAY_NANOS - 5);
        assertThat(said).isEmpty();
        assertThat(note.look(5 + WaitingNote.DELAY_NANOS)).isEqualTo(WaitingNote.LONG_WAIT_NANOS);
        note.look(5 + 3 * WaitingNote.DELAY_NANOS);

        assertThat(said)
                .containsExactly(
                        "the script does not end, because it listens to broadcasts and serves a plugin; Ctrl-C ends it");
    }

    @Test
    void a_second_with_something_to_do_does_not_count() {
        reasons = List.of("serves a plugin");
        note.look(0);
        reasons = List.of();
        assertThat(note.look(WaitingNote.DELAY_NANOS / 2)).isEqualTo(WaitingNote.LONG_WAIT_NANOS);
        reasons = List.of("serves a plugin");

        assertThat(note.look(WaitingNote.DELAY_NANOS)).isEqualTo(WaitingNote.DELAY_NANOS);
        assertThat(said).isEmpty();
    }
}
