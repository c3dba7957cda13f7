package io.github.hubsh.core.zmtp;

import static io.github.hubsh.core.zmtp.WireBytes.command;
import static io.github.hubsh.core.zmtp.WireBytes.last;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.key.CurveKeyPair;
import io.github.hubsh.core.key.WeakKeyException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The CURVE handshake: what each side takes in each state, and whom it believes. */
final class CurveHandshakeTest {
    /** A pair at some point of the handshake, and the side that gets the input there. */
    private interface Point {
        ZmtpConnection prepare(CurvePair pair) throws ZmtpException;
    }

    @Test
    void both_sides_learn_the_key_of_the_other() throws ZmtpException {
        CurvePair pair = new CurvePair();
        assertThat(pair.connect())
                .isEqualTo(new PeerReady(ZmtpSocketType.DEALER, Octets.ofText("lab"), CurvePair.CLIENT.publicKey()));
        assertThat(pair.client.state()).isEqualTo(ZmtpConnection.State.TRAFFIC);
        assertThat(CurvePair.text(CurvePair.receive(pair.server, pair.sealed("hello"))))
                .isEqualTo("hello");
        byte[] answer = CurvePair.sealed(pair.server, last("answer"));
        assertThat(CurvePair.text(CurvePair.receive(pair.client, answer))).isEqualTo("answer");
        assertThat(new String(answer, StandardCharsets.ISO_8859_1)).doesNotContain("answer");
    }

    @Test
    void every_state_takes_every_command_as_the_table_says() throws ZmtpException {
        Map<String, Point> states = new LinkedHashMap<>();
        states.put("server, before HELLO", pair -> {
            pair.hello();
            return pair.server;
        });
        states.put("server, before INITIATE", pair -> {
            pair.welcome();
            return pair.server;
        });
        states.put("client, before WELCOME", pair -> {
            pair.hello();
            return pair.client;
        });
        states.put("client, before READY", pair -> {
            pair.initiate();
            return pair.client;
        });
        List<String> table = new ArrayList<>();
        for (Map.Entry<String, Point> state : states.entrySet()) {
            table.add(state.getKey());
            for (Map.Entry<String, byte[]> input : inputs().entrySet()) {
                ZmtpConnection side = state.getValue().prepare(new CurvePair());
                table.add("    " + input.getKey() + ": " + outcome(side, input.getValue()));
            }
        }
        assertThat(table).containsExactly("""
                        server, before HELLO
                            HELLO: write
                            HELLO cut off: a HELLO that is not of CURVE 1.0: 100 bytes
                            HELLO 2.0: a HELLO that is not of CURVE 1.0: 194 bytes
                            HELLO of zeros: can't take HELLO with a public key that shares no secret
                            WELCOME: can't take WELCOME in a CURVE handshake
                            INITIATE: can't take INITIATE before HELLO
                            INITIATE cut off: can't take INITIATE before HELLO
                            READY: can't take READY in a CURVE handshake
                            READY of NULL: can't take READY in a CURVE handshake
                            ERROR: refused 'no'
                            message: can't take a message before the handshake is complete
                        server, before INITIATE
                            HELLO: can't take a second HELLO
                            HELLO cut off: can't take a second HELLO
                            HELLO 2.0: can't take a second HELLO
                            HELLO of zeros: can't take a second HELLO
                            WELCOME: can't take WELCOME in a CURVE handshake
                            INITIATE: an INITIATE whose cookie is not that of this connection (security)
                            INITIATE cut off: an INITIATE of 100 bytes
                            READY: can't take READY in a CURVE handshake
                            READY of NULL: can't take READY in a CURVE handshake
                            ERROR: refused 'no'
                            message: can't take a message before the handshake is complete
                        client, before WELCOME
                            HELLO: the peer is a CURVE client like this socket, and no server (security)
                            HELLO cut off: the peer is a CURVE client like this socket, and no server (security)
                            HELLO 2.0: the peer is a CURVE client like this socket, and no server (security)
                            HELLO of zeros: the peer is a CURVE client like this socket, and no server (security)
                            WELCOME: a WELCOME that was not sealed with the server key (security)
                            INITIATE: can't take INITIATE in a CURVE handshake
                            INITIATE cut off: can't take INITIATE in a CURVE handshake
                            READY: can't take READY before WELCOME
                            READY of NULL: can't take READY before WELCOME
                            ERROR: refused 'no'
                            message: can't take a message before the handshake is complete
                        client, before READY
                            HELLO: the peer is a CURVE client like this socket, and no server (security)
                            HELLO cut off: the peer is a CURVE client like this socket, and no server (security)
                            HELLO 2.0: the peer is a CURVE client like this socket, and no server (security)
                            HELLO of zeros: the peer is a CURVE client like this socket, and no server (security)
                            WELCOME: can't take a second WELCOME
                            INITIATE: can't take INITIATE in a CURVE handshake
                            INITIATE cut off: can't take INITIATE in a CURVE handshake
                            READY: a READY that was not sealed for this connection (security)
                            READY of NULL: a READY that was not sealed for this connection (security)
                            ERROR: refused 'no'
                            message: can't take a message before the handshake is complete
                        """.lines().toArray(String[]::new));
    }

    /** The commands of another conversation between the same two, and what is cut off, odd or of another mechanism. */
    private static Map<String, byte[]> inputs() throws ZmtpException {
        CurveKeyPair other = CurveKeyPair.generate(new Random(9));
        LocalSocket self = new LocalSocket(ConnectionSide.CLIENT, ZmtpSocketType.DEALER, Octets.ofText("lab"));
        Mechanism client = SocketSecurity.curveClient(CurvePair.SERVER.publicKey(), other, new Random(10))
                .mechanism(self, HandshakeLimits.DEFAULTS);
        Mechanism server =
                SocketSecurity.curveServer(CurvePair.SERVER, new Random(11)).mechanism(self, HandshakeLimits.DEFAULTS);
        Map<String, byte[]> inputs = new LinkedHashMap<>();
        byte[] hello = client.start().toArray();
        inputs.put("HELLO", hello);
        inputs.put("HELLO cut off", shortened("HELLO"));
        byte[] later = hello.clone();
        later[8] = 2;
        inputs.put("HELLO 2.0", later);
        byte[] zeros = new byte[CurveCommands.HELLO_BYTES];
        zeros[0] = 1;
        inputs.put("HELLO of zeros", CommandCodec.frame("HELLO", zeros).toArray());
        byte[] welcome = ((ZmtpEvent.Write) server.receive(raw(hello))).bytes().toArray();
        inputs.put("WELCOME", welcome);
        byte[] initiate =
                ((ZmtpEvent.Write) client.receive(raw(welcome))).bytes().toArray();
        inputs.put("INITIATE", initiate);
        inputs.put("INITIATE cut off", shortened("INITIATE"));
        server.receive(raw(initiate));
        inputs.put("READY", server.accept().toArray());
        inputs.put("READY of NULL", WireBytes.ready("ROUTER", "hub"));
        inputs.put("ERROR", command("ERROR", "\2no"));
        inputs.put("message", last("hello"));
        return inputs;
    }

    private static byte[] shortened(String name) {
        return CommandCodec.frame(name, new byte[100]).toArray();
    }

    private static RawCommand raw(byte[] frame) throws ZmtpException {
        int header = (frame[0] & FrameHeader.LONG) == 0 ? 2 : FrameHeader.MAX_BYTES;
        return RawCommand.parse(Arrays.copyOfRange(frame, header, frame.length));
    }

    private static String outcome(ZmtpConnection side, byte[] input) {
        try {
            ZmtpEvent event = CurvePair.receive(side, input);
            return event instanceof PeerRefused refused ? "refused '" + refused.reason() + "'" : "write";
        } catch (ZmtpException e) {
            return e.getMessage() + (e.concernsSecurity() ? " (security)" : "");
        }
    }

    @Test
    void a_server_of_another_key_is_not_taken_for_ours() throws ZmtpException {
        CurvePair pair = new CurvePair(CurveKeyPair.generate(new Random(8)).publicKey());
        byte[] hello = pair.hello();
        ZmtpException failure = failure(pair.server, hello);
        assertThat(failure).hasMessage("the client has the wrong server key: its HELLO was sealed for another one");
        assertThat(failure.concernsSecurity()).isTrue();
        assertThat(failure.reply().toString()).contains("ERROR");
    }

    /** A client cannot say that it has the key of another: the vouch is sealed with the secret of it. */
    @Test
    void no_peer_uses_the_key_of_another() throws ZmtpException, WeakKeyException {
        CurveKeyPair thief = CurveKeyPair.generate(new Random(12));
        CurveKeyPair transientPair = CurveKeyPair.generate(new Random(3)); // as the client of the pair draws it
        CurvePair pair = new CurvePair();
        byte[] welcome = raw(pair.welcome()).data().toArray();
        byte[] opened = Objects.requireNonNull(transientPair
                .shareWith(CurvePair.SERVER.publicKey())
                .open(
                        CurveCommands.nonce(CurveCommands.WELCOME_NONCE, Arrays.copyOf(welcome, 16)),
                        Arrays.copyOfRange(welcome, 16, welcome.length)));
        CurveKey ofServer = CurveKey.of(Arrays.copyOf(opened, 32));
        byte[] cookie = Arrays.copyOfRange(opened, 32, opened.length);
        byte[] vouch = thief.shareWith(ofServer)
                .seal(
                        CurveCommands.nonce(CurveCommands.VOUCH_NONCE, new byte[16]),
                        WireBytes.concat(
                                transientPair.publicKey().toArray(),
                                CurvePair.SERVER.publicKey().toArray()));
        byte[] plain = WireBytes.concat(
                CurvePair.CLIENT.publicKey().toArray(),
                new byte[16],
                vouch,
                WireBytes.property("Socket-Type", "DEALER"));
        byte[] box = transientPair
                .shareWith(ofServer)
                .seal(CurveCommands.nonce(CurveCommands.INITIATE_NONCE, CurveCommands.number(2)), plain);
        byte[] initiate = CommandCodec.frame("INITIATE", WireBytes.concat(cookie, CurveCommands.number(2), box))
                .toArray();
        assertThat(failure(pair.server, initiate))
                .hasMessage("an INITIATE whose vouch is not by the key " + CurvePair.CLIENT.publicKey());
    }

    /** Each connection has a cookie key of its own, so what was recorded cannot begin a conversation again. */
    @Test
    void an_initiate_that_was_recorded_opens_no_other_connection() throws ZmtpException {
        CurvePair recorded = new CurvePair();
        byte[] initiate = recorded.initiate();
        LocalSocket self = new LocalSocket(ConnectionSide.SERVER, ZmtpSocketType.ROUTER, Octets.EMPTY);
        ZmtpConnection later = new ZmtpConnection(
                self, SocketSecurity.curveServer(CurvePair.SERVER, new Random(99)), ZmtpLimits.DEFAULTS, 0);
        CurvePair.receive(later, recorded.client.greeting().toArray());
        CurvePair.receive(later, new CurvePair().hello());
        assertThat(failure(later, initiate)).hasMessage("an INITIATE whose cookie is not that of this connection");
    }

    @Test
    void a_mechanism_or_a_role_that_does_not_fit_is_named() {
        Map<String, String> texts = new LinkedHashMap<>();
        ZmtpConnection plainServer = Sides.server(ZmtpSocketType.ROUTER);
        ZmtpConnection plainClient = Sides.client(ZmtpSocketType.DEALER);
        CurvePair pair = new CurvePair();
        texts.put(
                "the client has no keys, and this socket takes CURVE only",
                failure(pair.server, plainClient.greeting().toArray()).getMessage());
        texts.put(
                "it speaks without CURVE, and this client has keys",
                failure(pair.client, plainServer.greeting().toArray()).getMessage());
        CurvePair other = new CurvePair();
        texts.put(
                "the client has keys, and this socket speaks without CURVE",
                failure(plainServer, other.client.greeting().toArray()).getMessage());
        texts.put(
                "it speaks CURVE only, and this client has no keys",
                failure(plainClient, other.server.greeting().toArray()).getMessage());
        texts.put(
                "the peer is a CURVE server like this socket, and no client",
                failure(other.server, new CurvePair().server.greeting().toArray())
                        .getMessage());
        texts.forEach((expected, found) -> assertThat(found).isEqualTo(expected));
    }

    @Test
    void the_start_of_a_greeting_makes_the_peer_greet_first() throws ZmtpException {
        CurvePair pair = new CurvePair();
        Octets start = pair.client.startOfGreeting();
        assertThat(start.size()).isEqualTo(12);
        ZmtpEvent.Write rest = (ZmtpEvent.Write)
                CurvePair.receive(pair.client, pair.server.greeting().toArray());
        byte[] whole = WireBytes.concat(start.toArray(), rest.bytes().toArray());
        assertThat(CurvePair.receive(pair.server, whole)).isInstanceOf(ZmtpEvent.Write.class);
    }

    private static ZmtpException failure(ZmtpConnection side, byte[] input) {
        return catchThrowableOfType(ZmtpException.class, () -> CurvePair.receive(side, input));
    }
}
