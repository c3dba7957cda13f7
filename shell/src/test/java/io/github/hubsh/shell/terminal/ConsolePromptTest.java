package io.github.hubsh.shell.terminal;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.FakeBroadcast;
import io.github.hubsh.shell.session.HubContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConsolePromptTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Typist user() {
        return new Typist(folder.resolve("state/history"), 80);
    }

    @Test
    void the_prompt_is_there_before_the_hub_is_and_changes_when_it_is_joined() {
        try (Typist user = user()) {
            user.session.door = new CountDownLatch(1);
            user.sitDown().await("hubsh 1.2.3 · joining tcp://localhost:31000").await("(not connected)> ");
            user.type("help item");
            user.session.door.countDown();
            user.await("connected to tcp://localhost:31000 as hubsh-me")
                    .await("hub> ")
                    .await("help item");
            assertThat(user.type("s\r").await("x=1").type("exit\r").leave()).isZero();
        }
    }

    @Test
    void the_prompt_shows_the_context_and_the_focus_while_it_is_at_its_hub() {
        try (Typist user = user()) {
            user.session
                    .memory()
                    .context()
                    .use(new HubContext("lab", "tcp://localhost:31000", null, null, Map.of(), false, false));
            user.sitDown().await("lab> ").type("use plugin_a\r").await("lab:plugin_a> ");
            user.type("use -\r").await("lab> ").type("disconnect\r").await("(not connected)> ");
            assertThat(user.type(Typist.CTRL_D).leave()).isZero();
        }
    }

    @Test
    void without_a_hub_it_says_what_to_do_and_stays_usable() {
        try (Typist user = user()) {
            user.session.hubIsThere = false;
            user.sitDown()
                    .await("warning: no hub answers at tcp://localhost:31000")
                    .await("connects as soon as there is one; or: demo · connect URI · hub URI &");
            user.type("ping hub\r").await("error: no hub answers").await("(not connected)> ");
            user.session.hubIsThere = true;
            user.type("connect\r").await("connected to").await("hub> ");
            assertThat(user.type(Typist.CTRL_D).leave()).isZero();
        }
    }

    @Test
    void a_hub_that_appears_is_joined_by_itself_above_the_half_typed_line() {
        try (Typist user = user()) {
            user.session.hubIsThere = false;
            user.sitDown()
                    .await("connects as soon as there is one")
                    .await("(not connected)> ")
                    .type("help it");
            user.await("help it");
            user.session.hubIsThere = true;
            user.await("connected to tcp://localhost:31000 as hubsh-me").await("hub> help it");
            assertThat(user.type("ems\r").await("x=1").type("exit\r").leave()).isZero();
            assertThat(user.text()).containsOnlyOnce("no hub answers").containsOnlyOnce("connected to");
        }
    }

    @Test
    void a_lost_hub_is_reported_once_and_one_that_was_left_is_not_joined_again() {
        try (Typist user = user()) {
            user.sitDown().await("hub> ").type("help it").await("help it");
            user.session.loseHub();
            user.await("warning: the hub at tcp://localhost:31000 is lost")
                    .await("reconnects as soon as it is back")
                    .await("(not connected)> help it");
            user.session.returnHub();
            user.await("connected to tcp://localhost:31000").await("hub> help it");
            user.type(Typist.CTRL_C + "disconnect\r").await("(not connected)> ");
            assertThat(user.type("exit\r").leave()).isZero();
            assertThat(user.text()).containsOnlyOnce("is lost").doesNotContain("no hub answers");
        }
    }

    @Test
    void a_broadcast_appears_above_the_half_typed_line_which_stays() {
        try (Typist user = user()) {
            user.sitDown().await("hub> ").type("tail\r").await("tail runs beside the prompt");
            eventually(() -> user.session.network.listening, SOON);
            user.await("hub> ").type("execute plug").await("execute plug");
            user.session.network.broadcasts.add(FakeBroadcast.request("set_state", Map.of("x", 1L)));
            user.await("10:00:00 ui   → pump set_state").await("hub> execute plug");
            user.type("\t").await("in_a").type("do_thing y=2\r").await("y  2");
            user.await("hub> ").type(Typist.CTRL_C).await("stopped: tail");
            eventually(() -> !user.session.network.listening, SOON);
            assertThat(user.type(Typist.CTRL_D).leave()).isZero();
        }
    }

    @Test
    void a_tail_that_ends_by_itself_says_so() {
        try (Typist user = user()) {
            user.sitDown().await("hub> ").type("tail --count 1\r").await("tail runs");
            user.session.network.broadcasts.add(FakeBroadcast.request("set_state", Map.of()));
            user.await("set_state").await("done: tail");
        }
    }

    @Test
    void a_ctrl_c_that_arrives_after_its_statement_ended_does_not_hit_the_next_line() {
        try (Typist user = user().sitDown().await("hub> ")) {
            user.type("help it").await("help it").lateInterrupt();
            user.type("ems").await("ems").type("\r").await("x=1");
            assertThat(user.text()).contains("hub> help items");
            assertThat(user.type("exit\r").leave()).isZero();
        }
    }

    @Test
    void ctrl_c_clears_a_line_and_stops_a_statement_but_never_the_shell() {
        try (Typist user = user()) {
            user.sitDown().await("hub> ").type("nonsense" + Typist.CTRL_C + "x plugin_a do_thing x=1\r");
            user.await("x  1").await("hub> ").type("x plugin_a wait; exit\r");
            eventually(() -> user.session.network.waiting, SOON);
            user.type(Typist.CTRL_C)
                    .await("plugins keep working on what was sent")
                    .await("hub> ");
            user.type(Typist.CTRL_C).await("nothing to stop").await("hub> ");
            assertThat(user.type(Typist.CTRL_D).leave()).isZero();
            assertThat(user.text()).doesNotContain("there is no verb");
        }
    }

    @Test
    void an_open_quote_continues_in_the_next_line() {
        try (Typist user = user()) {
            user.sitDown()
                    .await("hub> ")
                    .type("x plugin_a do_thing x='a\r")
                    .await(" · ")
                    .type("b'\r");
            user.await("x  a\\nb");
        }
    }

    @Test
    void tab_completes_inside_quotes_and_in_the_middle_of_a_line() {
        try (Typist user = user()) {
            user.sitDown().await("hub> ").type("pin\t'plu\t--count 1\r").await("round_trip_ms  1.234");
            user.await("hub> ")
                    .type(" do_thing x=7\u0001x drop\u007f\u007f\u007f\u007fplu\t")
                    .type("\r")
                    .await("x  7");
        }
    }

    @Test
    void a_list_of_candidates_is_sifted_by_typing_on_and_gone_with_ctrl_c() {
        try (Typist user = user()) {
            user.sitDown()
                    .await("hub> ")
                    .type("execute \t")
                    .await("microdrop.dropbot")
                    .type(Typist.CTRL_C);
            user.await("hub> ")
                    .type("execute \t")
                    .await("plugin_a")
                    .type("dro\t")
                    .await("microdrop.dropbot ");
            user.type(Typist.CTRL_C).await("hub> ");
            assertThat(user.type(Typist.CTRL_D).leave()).isZero();
        }
    }

    @Test
    void control_characters_of_a_plugin_never_reach_the_terminal() {
        try (Typist user = user()) {
            user.sitDown().await("hub> ").type("x plugin_a text\r").await("hello\\u001b[31m");
        }
    }

    @Test
    void history_outlives_the_session_without_secrets_and_doubles() throws IOException {
        try (Typist user = user()) {
            user.sitDown().await("hub> ").type("ping hub\r").await("1.234").await("hub> ");
            user.type("ping hub\r")
                    .await("1.234")
                    .await("hub> ")
                    .type(" status\r")
                    .await("hub_name")
                    .await("hub> ");
            user.type("x plugin_a do_thing password=x\r").await("password  x").await("hub> ");
            user.type("x plugin_a do_thing pas\"s\"code=y\r")
                    .await("passcode  y")
                    .await("hub> ");
            user.type("x plugin_a do_thing at=ws://ann:z@host\r")
                    .await("at  ws")
                    .await("hub> ");
            assertThat(user.type("exit\r").leave()).isZero();
            assertThat(user.session.memory().history().lines()).containsExactly("ping hub", "exit");
        }
        Path file = folder.resolve("state/history");
        assertThat(Files.readAllLines(file)).containsExactly("ping hub", "exit");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Typist user = user()) {
            user.sitDown()
                    .await("hub> ")
                    .type(Typist.CTRL_R + "pin")
                    .await("ping hub")
                    .type("\r")
                    .await("1.234");
        }
    }

    @Test
    void a_line_of_the_history_runs_again_by_its_number_or_beginning() throws IOException {
        try (Typist user = user()) {
            user.sitDown().await("hub> ").type("ping hub\r").await("1.234").await("hub> ");
            user.type("!pi\r").await("ping hub").await("1.234").await("hub> ");
            user.type("!2\r")
                    .await("no line of the history is !2; history --earlier shows all")
                    .await("hub> ");
            user.type("exit\r");
            assertThat(user.leave()).isZero();
        }
    }

    @Test
    void the_list_of_the_history_is_left_as_it_was_begun_or_with_an_older_line() {
        try (Typist user = user()) {
            user.sitDown().await("hub> ").type("ping hub\r").await("1.234").await("hub> ");
            user.type(Typist.CTRL_R + "hub\u0007x plugin_a do_thing a=7\r")
                    .await("a  7")
                    .await("hub> ");
            user.type(Typist.CTRL_R + Typist.CTRL_R + "\r").await("1.234");
        }
    }

    @Test
    void a_history_that_cannot_be_read_stops_nothing() throws IOException {
        Files.createDirectories(folder.resolve("state/history"));
        try (Typist user = user()) {
            user.sitDown().await("hub> ").type("ping hub\r").await("1.234");
            assertThat(user.type("exit\r").leave()).isZero();
        }
    }

    @Test
    void a_terminal_without_a_size_has_a_prompt_too() {
        try (Typist user = new Typist(folder.resolve("history"), 0)) {
            user.sitDown().await("hub> ").type("ping hub\r").await("1.234");
        }
    }

    @Test
    void forty_columns_are_enough() {
        try (Typist user = new Typist(folder.resolve("history"), 40)) {
            user.sitDown()
                    .await("hub> ")
                    .type("x plugin_a do_thing a=1 b=2 c=3 d=4 e=5 f=6 g=7\r")
                    .await("g  7");
        }
    }
}
