import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * A dumb forwarder on JeroMQ: a ROUTER that passes each message on unread, to the peer that its second frame names. With
 * a PUBLISH_PORT it also publishes each message once. {@code java -cp … JeroMqForwarder.java PORT [PUBLISH_PORT]}
 */
final class JeroMqForwarder {
    public static void main(String[] arguments) {
        try (ZContext context = new ZContext()) {
            ZMQ.Socket router = bound(context, SocketType.ROUTER, arguments[0]);
            ZMQ.Socket publisher = arguments.length > 1 ? bound(context, SocketType.PUB, arguments[1]) : null;
            while (true) {
                byte[] source = router.recv();
                byte[] target = router.recv();
                byte[] body = router.recv();
                if (publisher != null) {
                    publisher.sendMore(source);
                    publisher.send(body);
                }
                router.sendMore(target);
                router.sendMore(source);
                router.send(body);
            }
        }
    }

    private static ZMQ.Socket bound(ZContext context, SocketType type, String port) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setHWM(0);
        socket.bind("tcp://127.0.0.1:" + port);
        return socket;
    }
}
