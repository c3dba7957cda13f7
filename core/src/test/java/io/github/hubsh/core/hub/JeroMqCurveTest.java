package io.github.hubsh.core.hub;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.access.ClientDirectory;
import io.github.hubsh.core.key.Certificate;
import io.github.hubsh.core.key.CurveKeyPair;
import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.core.wire.MessageReader;
import io.github.hubsh.core.wire.MessageWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** Sockets of JeroMQ with CURVE, whose boxes jnacl makes, on the three sockets of a hub with keys. */
final class JeroMqCurveTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int SOCKET_TIMEOUT_MILLIS = 2_000;
    private static final CurveKeyPair SERVER = CurveKeyPair.generate(new Random(1));
    private static final CurveKeyPair CLIENT = CurveKeyPair.generate(new Random(2));
    private static final CurveKeyPair STRANGER = CurveKeyPair.generate(new Random(3));

    private final Messages messages = Messages.create();
    private final ZContext context = new ZContext();
    private final Hub hub = new Hub("tcp://127.0.0.1:*");

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(
                folder.resolve("jero.pub"), Certificate.of(CLIENT.publicKey()).format());
        hub.security(new HubSecurity(SERVER, ClientDirectory.read(folder))).reset();
    }

    @AfterEach
    void close() {
        context.close();
        hub.close();
    }

    @Test
    void it_asks_is_answered_and_hears() throws MalformedMessageException {
        ZMQ.Socket query = socket(SocketType.DEALER, CLIENT);
        query.connect(hub.queryUri());
        ConnectReply sockets = (ConnectReply) ask(query, messages.connectRequest("jero", "hub"));

        ZMQ.Socket command = socket(SocketType.DEALER, CLIENT);
        command.setIdentity("jero".getBytes(ZMQ.CHARSET));
        command.connect("tcp://127.0.0.1:" + sockets.command().port());
        for (int size : new int[] {0, 255, 5_000, 300_000}) {
            ExecuteRequest ofItself =
                    messages.executeRequest("jero", "jero", "take", new Payload("A".repeat(size / 4 * 4), Map.of()));
            assertThat(ask(command, ofItself)).as("%d bytes", size).isEqualTo(ofItself);
        }

        ZMQ.Socket subscriber = socket(SocketType.SUB, CLIENT);
        subscriber.subscribe("jero");
        subscriber.connect("tcp://127.0.0.1:" + sockets.publish().port());
        eventually(
                () -> {
                    askOnce(query, messages.connectRequest("jero", "hub"));
                    return "jero".equals(subscriber.recvStr(ZMQ.DONTWAIT));
                },
                TIMEOUT);
    }

    @Test
    void one_whose_key_is_no_client_is_refused() {
        ZMQ.Socket query = socket(SocketType.DEALER, STRANGER);
        query.connect(hub.queryUri());
        query.sendMore("");
        query.send(MessageWriter.write(messages.connectRequest("jero", "hub")));
        eventually(
                () -> hub.refusedAccess().stream()
                        .anyMatch(each ->
                                each.who().key().equals(STRANGER.publicKey().z85())),
                TIMEOUT);
        assertThat(query.recv(ZMQ.DONTWAIT)).isNull();
    }

    private ZMQ.Socket socket(SocketType type, CurveKeyPair keys) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setLinger(0);
        socket.setReceiveTimeOut(SOCKET_TIMEOUT_MILLIS);
        // It loses a handshake now and then.
        socket.setHandshakeIvl(SOCKET_TIMEOUT_MILLIS);
        socket.setReconnectIVL(10);
        socket.setCurveServerKey(SERVER.publicKey().toArray());
        socket.setCurvePublicKey(keys.publicKey().toArray());
        socket.setCurveSecretKey(keys.secretArray());
        return socket;
    }

    /** Asks until there is an answer to this question; what answers an earlier one is passed over. */
    private static Message ask(ZMQ.Socket socket, Message question) throws MalformedMessageException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < deadline) {
            byte @Nullable [] answer = askOnce(socket, question);
            if (answer != null) {
                Message message = MessageReader.read(answer);
                if (message.header().session().equals(question.header().session())) {
                    return message;
                }
            }
        }
        throw new AssertionError("no answer");
    }

    private static byte @Nullable [] askOnce(ZMQ.Socket socket, Message question) {
        socket.sendMore("");
        socket.send(MessageWriter.write(question));
        byte @Nullable [] last = null;
        byte @Nullable [] frame = socket.recv();
        while (frame != null) {
            last = frame;
            frame = socket.hasReceiveMore() ? socket.recv() : null;
        }
        return last;
    }
}
