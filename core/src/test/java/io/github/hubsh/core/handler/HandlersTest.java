package io.github.hubsh.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HandlersTest {
    private static final Payload ODD = new Payload("bm90IGEgcGlja2xl", Map.of("mime_type", Payload.PICKLE, "more", 1L));

    @Test
    void a_responder_replies_with_its_payload_as_it_stands() {
        Handlers handlers =
                new Handlers().add("get", CommandDescription.of("as recorded"), request -> new Handlers.Result(ODD));

        assertThat(outcome(handlers, "get")).isEqualTo(new Handlers.Result(ODD));
        assertThat(handlers.published()).asString().contains("as recorded");
    }

    @Test
    void a_responder_replies_with_its_error_and_what_it_throws_is_one_too() {
        RemoteError error = new RemoteError("ValueError", "too much", List.of("File \"pump.py\", line 3"));
        Handlers handlers = new Handlers().addForOthers(request -> {
            if (request.command().equals("throw")) {
                throw new IllegalStateException("broken");
            }
            return new Handlers.Failure(error);
        });

        assertThat(outcome(handlers, "get")).isEqualTo(new Handlers.Failure(error));
        assertThat(((Handlers.Failure) outcome(handlers, "throw")).error().summary())
                .isEqualTo("IllegalStateException: broken");
    }

    @Test
    void what_answers_others_leaves_the_commands_that_there_are() {
        Handlers handlers = new Handlers()
                .add("ping", Payload.TEXT, call -> "pong")
                .addForOthers(request -> new Handlers.Result(Payload.NONE));

        assertThat(outcome(handlers, "ping")).isNotEqualTo(outcome(handlers, "other"));
        assertThat(outcome(handlers, "other")).isEqualTo(new Handlers.Result(Payload.NONE));
    }

    @Test
    void without_it_an_unknown_command_is_an_error() {
        assertThat(((Handlers.Failure) outcome(new Handlers(), "nope")).error())
                .isEqualTo(new RemoteError("UnrecognizedCommand", "Unrecognized command: nope", List.of()));
    }

    @Test
    void a_result_that_comes_later_is_the_outcome_then() {
        CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
        Handlers handlers = new Handlers().addInOrder("get", Payload.TEXT, null, call -> result);

        CompletableFuture<Handlers.Outcome> outcome = handlers.start(request("get"));
        assertThat(outcome).isNotDone();
        result.complete("done");

        assertThat(outcome).isCompletedWithValue(outcome(new Handlers().add("get", Payload.TEXT, c -> "done"), "get"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        throws     | IllegalStateException: broken
        fails      | IllegalStateException: broken
        unreadable | ContentError: text/plain takes text or bytes, not another value
        """)
    void a_handler_fails_in_the_same_way_now_and_later(String how, String error) {
        Handlers handlers = new Handlers().addInOrder("get", Payload.TEXT, null, call -> switch (how) {
            case "throws" -> throw new IllegalStateException("broken");
            case "fails" -> CompletableFuture.failedFuture(new IllegalStateException("broken"));
            default -> CompletableFuture.completedFuture(5L);
        });

        assertThat(((Handlers.Failure) outcome(handlers, "get")).error().summary())
                .isEqualTo(error);
    }

    @Test
    void only_commands_that_say_so_are_started_in_order() {
        Handlers handlers = new Handlers()
                .add("any", call -> 1L)
                .addInOrder("ordered", Payload.PICKLE, null, call -> new CompletableFuture<>());

        assertThat(handlers.isInOrder("ordered")).isTrue();
        assertThat(handlers.isInOrder("any")).isFalse();
        assertThat(handlers.isInOrder("unknown")).isFalse();
    }

    private static Handlers.Outcome outcome(Handlers handlers, String command) {
        return handlers.start(request(command)).join();
    }

    private static ExecuteRequest request(String command) {
        return Messages.create().executeRequest("ui", "pump", command, Payload.NONE);
    }
}
