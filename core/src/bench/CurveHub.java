import io.github.hubsh.core.access.Authorizer;
import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.hub.HubPorts;
import io.github.hubsh.core.hub.HubSecurity;
import io.github.hubsh.core.key.CurveKeyPair;

/**
 * A hub whose command socket has a known port, with CURVE if there is a secret key.
 * {@code java -cp … CurveHub.java COMMAND_PORT [SECRET]}
 */
final class CurveHub {
    private CurveHub() {}

    public static void main(String[] arguments) throws InterruptedException {
        HubPorts.Port port = new HubPorts.Port(Integer.parseInt(arguments[0]), HubPorts.Rule.FIXED);
        try (Hub hub = new Hub("tcp://127.0.0.1:*", "bench")) {
            hub.ports(new HubPorts(port, HubPorts.Port.ANY));
            if (arguments.length > 1) {
                hub.security(new HubSecurity(CurveKeyPair.ofSecret(arguments[1]), Authorizer.ANY));
            }
            hub.reset();
            Thread.currentThread().join();
        }
    }
}
