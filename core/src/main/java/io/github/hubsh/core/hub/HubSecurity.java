package io.github.hubsh.core.hub;

import io.github.hubsh.core.access.Authorizer;
import io.github.hubsh.core.key.CurveKeyPair;

/**
 * A hub that is reached with keys only.
 *
 * @param server the hub's keys; its clients know the public one
 * @param clients says who is let in, and what each may do
 */
public record HubSecurity(CurveKeyPair server, Authorizer clients) {}
