package io.github.hubsh.shell.verb.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.fake.FakeScreen;
import io.github.hubsh.shell.interpreter.Presenter;
import io.github.hubsh.shell.render.OutputFormat;
import io.github.hubsh.shell.render.View;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.StatementResult;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FrameRunTest {
    private final ShellException stopped = ShellException.interrupted("stopped at the third");
    private final FakeScreen screen = new FakeScreen();
    private final Presenter display =
            new Presenter(screen, new View(OutputFormat.AUTO, false, true, 80, false, Clock.systemUTC()));

    FrameRunTest() {
        screen.redraws = true;
    }

    @Test
    void work_that_ends_leaves_its_last_frame_as_the_result() {
        assertThat(FrameRun.of(display.frames(), this::show, () -> stopped)).isSameAs(Outcome.NOTHING);

        assertThat(screen.frames).hasSize(2).last().isEqualTo("");
        assertThat(screen.data()).contains("reading");
    }

    @Test
    void a_failure_gives_the_screen_back_keeps_no_frame_and_comes_as_it_is() {
        ShellException lost = new ShellException(Problem.HUB_LOST, "the hub is lost");

        assertThatThrownBy(() -> FrameRun.of(display.frames(), () -> showAndFail(lost), () -> stopped))
                .isSameAs(lost);

        assertThat(screen.frames).hasSize(2).last().isEqualTo("");
        assertThat(screen.data()).isEmpty();
    }

    @Test
    void an_interruption_is_reported_in_the_words_of_the_verb() {
        assertThatThrownBy(() -> FrameRun.of(
                        display.frames(), () -> showAndFail(ShellException.interrupted("stopped")), () -> stopped))
                .isSameAs(stopped);

        assertThat(screen.data()).isEmpty();
    }

    @Test
    void frames_that_a_person_has_put_away_are_a_good_end() {
        screen.dismissed = true;

        assertThat(FrameRun.of(
                        display.frames(), () -> showAndFail(ShellException.interrupted("stopped")), () -> stopped))
                .isSameAs(Outcome.NOTHING);

        assertThat(screen.frames).last().isEqualTo("");
        assertThat(screen.data()).isEmpty();
    }

    private void show() {
        StatementResult result = new StatementResult(List.of(Outcome.value("reading")), List.of(), null);
        display.frames().draw(new Outcome.Frame("title", "state", result, null, false, Map.of()));
    }

    private void showAndFail(ShellException failure) {
        show();
        throw failure;
    }
}
