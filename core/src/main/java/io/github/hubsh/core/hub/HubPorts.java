package io.github.hubsh.core.hub;

/**
 * Which TCP ports the command and publish sockets bind to. Plugins that know these from before come back by themselves
 * when a hub that was restarted has the same ones.
 */
public record HubPorts(Port command, Port publish) {
    /** Ports that the system chooses. */
    public static final HubPorts ANY = new HubPorts(Port.ANY, Port.ANY);

    /**
     * A port.
     *
     * @param number 0 lets the system choose
     * @param rule what happens when it is taken
     */
    public record Port(int number, Rule rule) {
        public static final Port ANY = new Port(0, Rule.PREFERRED);

        private static final int MAX_NUMBER = 65_535;

        public Port {
            if (number < 0 || number > MAX_NUMBER) {
                throw new IllegalArgumentException("a port is a number from 0 to " + MAX_NUMBER);
            }
        }

        /** Whether the system may choose another one. */
        boolean isReplaceable() {
            return number != 0 && rule == Rule.PREFERRED;
        }
    }

    /** What happens when a port is taken. */
    public enum Rule {
        /** The hub does not start. */
        FIXED,
        /** The system chooses another one. */
        PREFERRED
    }
}
