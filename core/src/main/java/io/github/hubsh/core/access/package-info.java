/**
 * What the owner of a key may do in a network, and where that stands.
 *
 * <p>{@link io.github.hubsh.core.access.AccessRights} is a value, and its decisions are pure: which names a key may
 * use, which commands of which targets it may ask for, whether it may hear broadcasts. Each refusal names the rule that
 * it follows from. {@link io.github.hubsh.core.access.ClientDirectory} reads the rights from certificates in a folder,
 * and takes up what changes there. A peer's own word counts for nothing: a hub asks with the key that the peer has
 * proved to own.
 */
@NullMarked
package io.github.hubsh.core.access;

import org.jspecify.annotations.NullMarked;
