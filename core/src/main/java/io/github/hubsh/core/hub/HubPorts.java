package io.github.hubsh.core.hub;

/**
 * Which TCP ports the command and publish sockets bind to. Plugins that know these from before come back by themselves
 * when a hub that was restarted has the same ones.
 *
 * @param command 0 lets the system choose
 * @param publish 0 lets the system choose
 * @param rule what happens when a port is taken
 */
public record HubPorts(int command, int publish, Rule rule) {
    private static final int MAX_PORT = 65_535;

    /** Ports that the system chooses. */
    public static final HubPorts ANY = new HubPorts(0, 0, Rule.PREFERRED);

    /** What happens when a port is taken. */
    public enum Rule {
        /** The hub does not start. */
        FIXED,
        /** The system chooses another one. */
        PREFERRED
    }

    public HubPorts {
        if (command < 0 || command > MAX_PORT || publish < 0 || publish > MAX_PORT) {
            throw new IllegalArgumentException("a port is a number from 0 to " + MAX_PORT);
        }
    }

    /** Whether another port may be used in the place of {@code port}. */
    boolean mayReplace(int port) {
        return port != 0 && rule == Rule.PREFERRED;
    }
}
