package io.github.hubsh.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.message.ConnectReply.CommandSocket;
import io.github.hubsh.core.message.ConnectReply.PublishSocket;
import io.github.hubsh.core.message.ConnectRequest;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.ReceivedReply;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.protocol.PluginProtocol.State;
import io.github.hubsh.core.testkit.ManualClock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a plugin does with every message and every call in every state: one table. */
final class PluginProtocolTableTest {
    private static final List<String> EVENTS = List.of(
            "query connect_request",
            "query connect_reply",
            "query execute_request",
            "query execute_reply",
            "query error",
            "command connect_request",
            "command connect_reply",
            "command execute_request",
            "command execute_reply",
            "command error",
            "command awaited",
            "command forged",
            "malformed request",
            "malformed reply",
            "malformed late reply",
            "malformed nothing",
            "connect",
            "register",
            "disconnect",
            "request",
            "reply",
            "replyError",
            "forget",
            "tick");

    /** State, event, actions and the state then. In every state one request waits for its reply. */
    private static final Cells TABLE = new Cells("""
        *            | query connect_request   | Drop -> same
        DISCONNECTED,REGISTERING,READY | query connect_reply | Drop -> same
        CONNECTING   | query connect_reply     | Join Query(execute_request) -> REGISTERING
        *            | query execute_request   | Drop -> same
        DISCONNECTED,CONNECTING | query execute_reply | Drop -> same
        REGISTERING,READY | query execute_reply | Registered -> READY
        *            | query error             | Refuse -> same
        *            | command connect_request | Drop -> same
        *            | command connect_reply   | Drop -> same
        *            | command execute_request | Execute -> same
        *            | command execute_reply   | Unclaimed -> same
        *            | command error           | Unclaimed -> same
        *            | command awaited         | Complete -> same
        *            | command forged          | Drop -> same
        *            | malformed request       | Send(error) -> same
        *            | malformed reply         | Complete -> same
        *            | malformed late reply    | Unclaimed -> same
        *            | malformed nothing       | Drop -> same
        *            | connect                 | Expire Query(connect_request) -> CONNECTING
        DISCONNECTED,CONNECTING | register     | IllegalStateException -> same
        REGISTERING,READY | register           | Query(execute_request) -> same
        *            | disconnect              | Expire -> DISCONNECTED
        *            | request                 | Send(execute_request) -> same
        *            | reply                   | Send(execute_reply) -> same
        *            | replyError              | Send(error) -> same
        *            | forget                  | -> same
        *            | tick                    | Expire -> same
        """);

    private static final long DEADLINE = 1000;
    private static final byte[] JSON = {1};

    private final Messages messages = new ManualClock().messages();
    private final ExecuteRequest ours = messages.executeRequest("me", "other", "ping", Payload.NONE);
    private final ExecuteRequest theirs = messages.executeRequest("other", "me", "ping", Payload.NONE);

    @Test
    void every_event_in_every_state_has_the_outcome_that_the_table_says() {
        for (State state : State.values()) {
            for (String event : EVENTS) {
                PluginProtocol plugin = in(state);
                assertThat(plugin.state()).isEqualTo(state);
                String actions = happens(plugin, event);
                String then = plugin.state() == state ? "same" : plugin.state().name();
                String expected = TABLE.expected(state.name(), event);
                boolean stays = expected.endsWith("-> " + state);
                assertThat((actions + " -> " + (stays ? state.name() : then)).strip())
                        .as(state + ", " + event)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void a_reply_completes_its_request_once_and_only_in_time() {
        PluginProtocol plugin = in(State.READY);
        Message reply = messages.executeReply(ours, 1, Payload.NONE);
        assertThat(shown(plugin.receiveCommand(reply, JSON))).isEqualTo("Complete");
        assertThat(shown(plugin.receiveCommand(reply, JSON))).isEqualTo("Unclaimed");
        assertThat(plugin.tick(DEADLINE)).isEmpty();

        plugin.request(ours, DEADLINE);
        assertThat(plugin.nextDeadline()).isEqualTo(DEADLINE);
        assertThat(plugin.tick(DEADLINE - 1)).isEmpty();
        assertThat(shown(plugin.tick(DEADLINE))).isEqualTo("Expire");
        assertThat(shown(plugin.receiveCommand(reply, JSON))).isEqualTo("Unclaimed");
        assertThat(plugin.nextDeadline()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_reply_that_keeps_the_connection_alive_is_for_no_caller() {
        PluginProtocol plugin = in(State.READY);
        Message reply = messages.executeReply(ours, 1, Payload.NONE);
        plugin.keepAlive(reply.session());
        assertThat(shown(plugin.receiveCommand(reply, JSON))).isEqualTo("Complete");
        assertThat(plugin.receiveCommand(reply, JSON)).isEmpty();
        plugin.keepAlive("another");
        assertThat(shown(plugin.receiveCommand(reply, JSON))).isEqualTo("Unclaimed");
    }

    @Test
    void a_reply_is_completed_with_the_very_text_it_came_in() {
        ExecuteReply reply = (ExecuteReply) message("awaited");
        assertThat(in(State.READY).receiveCommand(reply, JSON))
                .containsExactly(new CommandAction.Complete(ours.session(), new ReceivedReply(reply, JSON)));
    }

    @Test
    void a_malformed_reply_ends_its_request_with_what_is_wrong_with_it() {
        List<CommandAction> actions =
                in(State.READY).receiveMalformed(malformed(message("awaited").header()));

        CommandAction.Complete complete = (CommandAction.Complete) actions.get(0);
        ExecuteReply reply = complete.reply().reply();
        assertThat(complete.session()).isEqualTo(ours.session());
        assertThat(reply.source()).isEqualTo("other");
        assertThat(reply.target()).isEqualTo("me");
        assertThat(reply.error())
                .isEqualTo(new RemoteError("InvalidReply", "odd", List.of("The reply as it came:", "\u0001")));
    }

    @Test
    void registering_before_connecting_is_the_callers_mistake_and_says_so() {
        assertThatThrownBy(() -> in(State.DISCONNECTED).register())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("can't register while DISCONNECTED: connect first");
    }

    @Test
    void a_new_connection_counts_from_one_and_forgets_the_hubs_name() {
        PluginProtocol plugin = in(State.READY);
        plugin.reply(theirs, Payload.NONE);
        assertThat(plugin.executionCount()).isEqualTo(1);
        assertThat(plugin.hubName()).isEqualTo("central");
        plugin.connect();
        assertThat(plugin.executionCount()).isZero();
        assertThat(plugin.hubName()).isEqualTo("hub");
    }

    private String happens(PluginProtocol plugin, String event) {
        try {
            return shown(take(plugin, event));
        } catch (IllegalStateException e) {
            return "IllegalStateException";
        }
    }

    private List<? extends PluginAction> take(PluginProtocol plugin, String event) {
        if (event.startsWith("query ")) {
            return plugin.receiveQuery(message(event.substring(6)));
        } else if (event.startsWith("command ")) {
            return plugin.receiveCommand(message(event.substring(8)), JSON);
        }
        return switch (event) {
            case "malformed request" -> plugin.receiveMalformed(malformed(theirs.header()));
            case "malformed reply" ->
                plugin.receiveMalformed(malformed(message("awaited").header()));
            case "malformed late reply" ->
                plugin.receiveMalformed(malformed(message("execute_reply").header()));
            case "malformed nothing" -> plugin.receiveMalformed(malformed(null));
            case "connect" -> plugin.connect();
            case "register" -> plugin.register();
            case "disconnect" -> plugin.disconnect();
            case "request" -> plugin.request(theirs, DEADLINE);
            case "reply" -> plugin.reply(theirs, Payload.NONE);
            case "replyError" -> plugin.replyError(theirs, RemoteError.ofText("boom"));
            case "tick" -> plugin.tick(DEADLINE);
            case "forget" -> {
                plugin.forget(ours.session());
                yield plugin.tick(DEADLINE);
            }
            default -> throw new AssertionError(event);
        };
    }

    private static MalformedMessage malformed(@Nullable Header header) {
        return new MalformedMessage(header, false, "odd", JSON);
    }

    private PluginProtocol in(State state) {
        PluginProtocol plugin = new PluginProtocol("me", messages);
        if (state != State.DISCONNECTED) {
            plugin.connect();
        }
        if (state == State.REGISTERING || state == State.READY) {
            plugin.receiveQuery(message("connect_reply"));
        }
        if (state == State.READY) {
            plugin.receiveQuery(message("execute_reply"));
        }
        plugin.request(ours, DEADLINE);
        return plugin;
    }

    private Message message(String kind) {
        ConnectRequest connect = messages.connectRequest("me", "hub");
        return switch (kind) {
            case "connect_request" -> connect;
            case "connect_reply" ->
                messages.connectReply(
                        connect, "central", new CommandSocket("", 1, "central"), new PublishSocket("", 2));
            case "execute_request" -> theirs;
            case "execute_reply" -> messages.executeReply(theirs, 1, Payload.NONE);
            case "error" -> messages.errorReply(theirs, 1, RemoteError.ofText("boom"));
            case "awaited" -> messages.executeReply(ours, 1, Payload.NONE);
            case "forged" -> forged();
            default -> throw new AssertionError(kind);
        };
    }

    /** A third plugin answers what another was asked. */
    private ExecuteReply forged() {
        Header header = messages.header("forger", "me", MessageType.EXECUTE_REPLY, ours.session());
        return new ExecuteReply(header, ours.header(), "ping", ExecuteReply.Status.OK, 1, Payload.NONE, null, false);
    }

    @Test
    void a_third_plugin_answers_a_request_of_another() {
        PluginProtocol plugin = in(State.READY);
        assertThat(plugin.receiveCommand(forged(), JSON))
                .containsExactly(new CommandAction.Drop("a reply of 'forger' to what 'other' was asked"));
        assertThat(shown(plugin.receiveCommand(message("awaited"), JSON))).isEqualTo("Complete");
    }

    private static String shown(List<? extends PluginAction> actions) {
        return actions.stream()
                .map(action -> {
                    if (action instanceof ConnectionAction.Query query) {
                        return "Query(" + Cells.kind(query.request()) + ")";
                    } else if (action instanceof CommandAction.Send send) {
                        return "Send(" + Cells.kind(send.message()) + ")";
                    }
                    return action.getClass().getSimpleName();
                })
                .collect(Collectors.joining(" "));
    }
}
