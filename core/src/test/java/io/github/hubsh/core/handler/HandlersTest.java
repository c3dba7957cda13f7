package io.github.hubsh.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HandlersTest {
    private static final Payload ODD = new Payload("bm90IGEgcGlja2xl", Map.of("mime_type", Payload.PICKLE, "more", 1L));

    @Test
    void a_responder_replies_with_its_payload_as_it_stands() {
        Handlers handlers =
                new Handlers().add("get", CommandDescription.of("as recorded"), request -> new Handlers.Result(ODD));

        assertThat(handlers.run(request("get"))).isEqualTo(new Handlers.Result(ODD));
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

        assertThat(handlers.run(request("get"))).isEqualTo(new Handlers.Failure(error));
        assertThat(((Handlers.Failure) handlers.run(request("throw"))).error().summary())
                .isEqualTo("IllegalStateException: broken");
    }

    @Test
    void what_answers_others_leaves_the_commands_that_there_are() {
        Handlers handlers = new Handlers()
                .add("ping", Payload.TEXT, call -> "pong")
                .addForOthers(request -> new Handlers.Result(Payload.NONE));

        assertThat(handlers.run(request("ping"))).isNotEqualTo(handlers.run(request("other")));
        assertThat(handlers.run(request("other"))).isEqualTo(new Handlers.Result(Payload.NONE));
    }

    @Test
    void without_it_an_unknown_command_is_an_error() {
        assertThat(((Handlers.Failure) new Handlers().run(request("nope"))).error())
                .isEqualTo(new RemoteError("UnrecognizedCommand", "Unrecognized command: nope", List.of()));
    }

    private static ExecuteRequest request(String command) {
        return Messages.create().executeRequest("ui", "pump", command, Payload.NONE);
    }
}
