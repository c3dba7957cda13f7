package io.github.hubsh.shell.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.session.HubContext;
import io.github.hubsh.shell.session.io.Dialog;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a context lets pass. */
final class ContextGuardTest {
    private static final String QUESTION = "send plugin_a do_thing to lab? [y/N] ";

    private final List<String> questions = new ArrayList<>();
    private final Dialog dialog = new Dialog();

    /** Columns: the context; whether {@code --yes} stands at the request; the answer, or none at all; what happens. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            plain            | no  | -      | sent
            confirm          | yes | -      | sent
            confirm          | no  | y      | asked, sent
            confirm          | no  | Y      | asked, sent
            confirm          | no  | yes    | asked, sent
            confirm          | no  | ` YES ` | asked, sent
            confirm          | no  | ``     | asked, interrupted: not confirmed; nothing was sent
            confirm          | no  | n      | asked, interrupted: not confirmed; nothing was sent
            confirm          | no  | yep    | asked, interrupted: not confirmed; nothing was sent
            confirm          | no  | -      | usage: the context lab asks before requests, and there is no terminal to ask at; --yes sends without asking
            readonly         | no  | -      | usage: the context lab is read-only; nothing is sent; context add lab --no-readonly lifts that
            readonly         | yes | -      | usage: the context lab is read-only; nothing is sent; context add lab --no-readonly lifts that
            readonly confirm | no  | y      | usage: the context lab is read-only; nothing is sent; context add lab --no-readonly lifts that
            """)
    void a_request_is_sent_or_refused(String context, String yes, String answer, String outcome) {
        if (!answer.equals("-")) {
            answer(answer);
        }
        String result;
        try {
            guard(context).permit(request(Map.of()), yes.equals("yes"), dialog);
            result = "sent";
        } catch (ShellException refused) {
            assertThat(refused.plugin()).isEqualTo("plugin_a");
            assertThat(refused.command()).isEqualTo("do_thing");
            result = refused.problem().kind() + ": " + refused.text() + "; " + refused.hint();
        }
        assertThat((questions.isEmpty() ? "" : "asked, ") + result).isEqualTo(outcome);
        assertThat(questions).isSubsetOf(QUESTION);
    }

    @Test
    void one_who_agreed_to_everything_is_asked_nothing_and_still_cannot_write() {
        answer("n");
        dialog.confirmAll();

        assertThatCode(() -> guard("confirm").permit(request(Map.of()), false, dialog))
                .doesNotThrowAnyException();
        assertThat(questions).isEmpty();
        assertThatThrownBy(() -> guard("readonly").permit(request(Map.of()), false, dialog))
                .hasMessage("the context lab is read-only; nothing is sent");
    }

    /** Columns: how another request differs from one that was permitted; how often is asked in all. */
    @ParameterizedTest
    @CsvSource({"same, 1", "less time, 1", "silent, 1", "body, 2", "plugin, 2", "command, 2"})
    void a_permission_is_for_one_request_however_often_it_is_sent(String other, int asked) {
        ContextGuard guard = guard("confirm");
        answer("y");
        Request first = request(Map.of("x", 1L));
        guard.permit(first, false, dialog);

        guard.pass(other(first, other), dialog);

        assertThat(questions).hasSize(asked);
    }

    @Test
    void a_request_without_permission_is_asked_about_once_when_it_is_sent() {
        ContextGuard guard = guard("confirm");
        answer("y");
        Request request = request(Map.of());

        guard.pass(request, dialog);
        guard.pass(request, dialog);

        assertThat(questions).containsExactly(QUESTION);
    }

    @Test
    void a_request_that_was_refused_is_asked_about_again() {
        ContextGuard guard = guard("confirm");
        answer("n");
        Request request = request(Map.of());

        assertThatThrownBy(() -> guard.pass(request, dialog)).hasMessage("not confirmed");
        assertThatThrownBy(() -> guard.pass(request, dialog)).hasMessage("not confirmed");

        assertThat(questions).hasSize(2);
    }

    @Test
    void the_newest_32_permissions_are_kept() {
        ContextGuard guard = guard("confirm");
        answer("y");
        List<Request> requests = new ArrayList<>();
        for (long i = 0; i < 33; i++) {
            requests.add(request(Map.of("x", i)));
            guard.permit(requests.get((int) i), true, dialog);
        }

        guard.pass(requests.get(32), dialog);
        guard.pass(requests.get(1), dialog);
        assertThat(questions).isEmpty();
        guard.pass(requests.get(0), dialog);
        assertThat(questions).hasSize(1);
    }

    @Test
    void it_knows_its_context() {
        assertThat(guard("plain").context().name()).isEqualTo("lab");
    }

    private void answer(String line) {
        dialog.setQuestions(question -> {
            questions.add(question);
            return line;
        });
    }

    private static ContextGuard guard(String how) {
        return new ContextGuard(new HubContext(
                "lab", "tcp://lab:1", null, null, Map.of(), how.contains("readonly"), how.contains("confirm")));
    }

    private static Request other(Request first, String how) {
        return switch (how) {
            case "less time" -> first.within(Duration.ofMillis(1));
            case "silent" ->
                new Request(first.target(), first.command(), first.body(), Payload.JSON, true, first.timeout());
            case "body" -> request(Map.of("x", 1L));
            case "plugin" -> first.to("plugin_b");
            case "command" ->
                new Request(first.target(), "do_other", first.body(), Payload.JSON, false, first.timeout());
            default -> first;
        };
    }

    private static Request request(Map<String, Object> arguments) {
        return new Request("plugin_a", "do_thing", arguments, Payload.JSON, false, Duration.ofSeconds(5));
    }
}
