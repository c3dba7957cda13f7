package io.github.hubsh.core.hub;

/** How a hub runs, beside its address and name. */
public record HubOptions(HubPorts ports) {
    public static final HubOptions DEFAULT = new HubOptions(HubPorts.ANY);
}
