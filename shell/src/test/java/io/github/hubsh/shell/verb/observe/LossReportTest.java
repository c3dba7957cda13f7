package io.github.hubsh.shell.verb.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.FakeScreen;
import io.github.hubsh.shell.interpreter.Presenter;
import io.github.hubsh.shell.render.OutputFormat;
import io.github.hubsh.shell.render.View;
import io.github.hubsh.shell.session.network.MissedBroadcasts;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and programs get of broadcasts that are missing. */
final class LossReportTest {
    private static final String DROPPED =
            "warning: the hub dropped 2 broadcasts: this shell did not read quickly enough";
    private static final String UNSHOWN =
            "warning: 40,000 broadcasts are not shown: they came too fast, or cannot be read";
    private static final String GAP =
            "warning: the hub closed the connection that broadcasts come on, and some are lost";

    private final FakeScreen screen = new FakeScreen();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void none_that_are_missing_are_not_spoken_of(boolean atPrompt) {
        say(MissedBroadcasts.NONE, OutputFormat.JSON, atPrompt);

        assertThat(screen.data() + screen.messages()).isEmpty();
    }

    /** Above a prompt those that only this shell left out are a short note: a person cannot read thousands a second. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "40000, 0, 0, false, " + "UNSHOWN, -",
                "40000, 0, 0, true, NOTE, -",
                "0, 2, 0, false, DROPPED, -",
                "0, 2, 0, true, DROPPED, -",
                "40000, 2, 0, true, UNSHOWN, DROPPED",
                "40000, 0, 1, true, UNSHOWN, GAP",
                "0, 0, 1, true, GAP, -",
                "0, 0, 1, false, GAP, -",
            })
    void people_read_a_line_for_each_place_where_some_were_lost(
            long inShell, long atHub, int gaps, boolean atPrompt, String first, @Nullable String second) {
        say(new MissedBroadcasts(inShell, atHub, gaps), OutputFormat.AUTO, atPrompt);

        assertThat(screen.messages()).isEqualTo(line(first) + "\n" + (second == null ? "" : line(second) + "\n"));
        assertThat(screen.data()).isEmpty();
    }

    @Test
    void programs_get_an_object_for_each_among_the_others() {
        say(new MissedBroadcasts(40_000, 2, 1), OutputFormat.JSON, false);

        assertThat(screen.data().replaceAll("\"time\":\"[^\"]+\"", "\"time\":T"))
                .isEqualTo("""
                {"time":T,"event":"missed","count":40000,"by":"shell"}
                {"time":T,"event":"missed","count":2,"by":"hub"}
                {"time":T,"event":"missed","count":null,"by":"hub"}
                """);
        assertThat(screen.messages()).isEqualTo(UNSHOWN + "\n" + DROPPED + "\n" + GAP + "\n");
    }

    private static String line(String name) {
        return switch (name) {
            case "UNSHOWN" -> UNSHOWN;
            case "DROPPED" -> DROPPED;
            case "GAP" -> GAP;
            default -> "… 40,000 more";
        };
    }

    private void say(MissedBroadcasts missed, OutputFormat format, boolean atPrompt) {
        View view = new View(format, false, true, 80, false, Clock.systemUTC());
        new LossReport(new Presenter(screen, view), atPrompt).say(missed);
    }
}
