package io.github.hubsh.shell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.FakeScreen;
import io.github.hubsh.shell.render.OutputFormat;
import io.github.hubsh.shell.render.View;
import io.github.hubsh.shell.session.io.FrameDisplay;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.StatementResult;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Frames on a screen that can redraw, and on one that cannot. */
final class ScreenFramesTest {
    private final FakeScreen screen = new FakeScreen();

    @Test
    void frames_take_the_place_of_one_another_and_the_last_one_stays_if_it_is_kept() {
        screen.redraws = true;
        FrameDisplay frames = frames(OutputFormat.AUTO, true);
        frames.draw(frame("first"));
        frames.draw(frame("second"));
        assertThat(screen.data()).isEmpty();
        frames.end(true);

        assertThat(screen.frames).hasSize(3);
        assertThat(screen.frames.get(0)).startsWith("first");
        assertThat(screen.frames.get(1)).startsWith("second");
        assertThat(screen.frames.get(2)).isEmpty();
        assertThat(screen.data()).startsWith("second").doesNotContain("first");
    }

    @Test
    void frames_that_are_not_kept_leave_nothing() {
        screen.redraws = true;
        FrameDisplay frames = frames(OutputFormat.AUTO, true);
        frames.draw(frame("first"));
        frames.end(false);
        frames.end(true);

        assertThat(screen.frames).hasSize(2);
        assertThat(screen.data()).isEmpty();
    }

    @Test
    void a_screen_that_cannot_redraw_shows_frame_after_frame_and_none_twice() {
        FrameDisplay frames = frames(OutputFormat.AUTO, true);
        frames.draw(frame("first"));
        frames.draw(frame("second"));
        frames.end(true);

        assertThat(screen.data().lines().filter(line -> line.startsWith("first")))
                .hasSize(1);
        assertThat(screen.data().lines().filter(line -> line.startsWith("second")))
                .hasSize(1);
    }

    @Test
    void programs_get_frames_as_data_even_where_the_screen_could_redraw() {
        screen.redraws = true;
        frames(OutputFormat.JSON, true).draw(frame("first"));
        frames(OutputFormat.AUTO, false).draw(frame("second"));

        assertThat(screen.frames).isEmpty();
        assertThat(screen.data()).isEqualTo("{\"title\":\"first\"}\n{\"title\":\"second\"}\n");
    }

    @Test
    void the_screen_knows_whether_the_user_has_put_the_frames_away() {
        FrameDisplay frames = frames(OutputFormat.AUTO, true);
        assertThat(frames.dismissed()).isFalse();
        screen.dismissed = true;
        assertThat(frames.dismissed()).isTrue();
    }

    private FrameDisplay frames(OutputFormat format, boolean terminal) {
        return new Presenter(screen, new View(format, false, terminal, 80, false, Clock.systemUTC())).frames();
    }

    private static Outcome.Frame frame(String title) {
        StatementResult result = new StatementResult(List.of(Outcome.value(1L)), List.of(), null);
        return new Outcome.Frame(title, "run", result, null, false, Map.of("title", title));
    }
}
