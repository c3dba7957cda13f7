package io.github.hubsh.core.zmtp;

import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.key.CurveKeyPair;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Random;

/** A CURVE client and a server, whose bytes a test hands over. */
public final class CurvePair {
    static final CurveKeyPair SERVER = CurveKeyPair.generate(new Random(1));
    static final CurveKeyPair CLIENT = CurveKeyPair.generate(new Random(2));

    public final ZmtpConnection client;
    public final ZmtpConnection server;

    public CurvePair() {
        this(SERVER.publicKey());
    }

    /** @param believed what the client takes for the key of the server */
    CurvePair(CurveKey believed) {
        this(believed, ZmtpSocketType.DEALER, ZmtpSocketType.ROUTER);
    }

    CurvePair(CurveKey believed, ZmtpSocketType clientType, ZmtpSocketType serverType) {
        client = client(believed, clientType);
        server = server(serverType);
    }

    static ZmtpConnection client(CurveKey believed, ZmtpSocketType type) {
        LocalSocket self = new LocalSocket(ConnectionSide.CLIENT, type, Octets.ofText("lab"));
        SocketSecurity security = SocketSecurity.curveClient(believed, CLIENT, new Random(3));
        return new ZmtpConnection(self, security, ZmtpLimits.DEFAULTS, 0);
    }

    static ZmtpConnection server(ZmtpSocketType type) {
        LocalSocket self = new LocalSocket(ConnectionSide.SERVER, type, Octets.ofText("hub"));
        return new ZmtpConnection(self, SocketSecurity.curveServer(SERVER, new Random(4)), ZmtpLimits.DEFAULTS, 0);
    }

    /** Hands the greetings over, and returns HELLO. */
    byte[] hello() throws ZmtpException {
        receive(server, client.greeting().toArray());
        return write(receive(client, server.greeting().toArray()));
    }

    byte[] welcome() throws ZmtpException {
        return write(receive(server, hello()));
    }

    byte[] initiate() throws ZmtpException {
        return write(receive(client, welcome()));
    }

    /** Goes to where both sides are ready, and returns what the server knows of the client. */
    public PeerReady connect() throws ZmtpException {
        PeerReady peer = (PeerReady) Objects.requireNonNull(receive(server, initiate()));
        receive(client, server.accept().toArray());
        return peer;
    }

    /** Returns a sealed message of the client. */
    byte[] sealed(String text) {
        return sealed(client, WireBytes.last(text));
    }

    static byte[] sealed(ZmtpConnection sender, byte[] plain) {
        ByteBuffer sealed = Objects.requireNonNull(sender.sealer()).seal(ByteBuffer.wrap(plain));
        byte[] copy = new byte[sealed.remaining()];
        sealed.get(copy);
        return copy;
    }

    static ZmtpEvent receive(ZmtpConnection side, byte[] bytes) throws ZmtpException {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        ZmtpEvent event = side.receive(input);
        return event == null ? new ZmtpEvent.Write(Octets.EMPTY) : event;
    }

    /** Returns the text of a message of one frame. */
    public static String text(ZmtpEvent event) {
        OpenedBytes opened = (OpenedBytes) event;
        byte[] frame = new byte[opened.piece().length()];
        opened.buffer().get(opened.piece().offset(), frame);
        return Octets.of(frame).text();
    }

    private static byte[] write(ZmtpEvent event) {
        return ((ZmtpEvent.Write) event).bytes().toArray();
    }
}
