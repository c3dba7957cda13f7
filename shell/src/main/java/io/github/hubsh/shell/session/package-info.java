/**
 * The seam between the verbs and the world: the interfaces that a verb acts on (network, memory, input and output, the
 * program) and the records that cross them.
 *
 * <p>A {@link io.github.hubsh.shell.session.Verb} takes checked {@link io.github.hubsh.shell.session.Arguments} and a
 * {@link io.github.hubsh.shell.session.Session} and gives back an {@link io.github.hubsh.shell.session.result.Outcome};
 * it neither parses nor prints. Everything that touches the hub, files or the screen stands behind the session, and a
 * test replaces it by a few lines.
 */
@NullMarked
package io.github.hubsh.shell.session;

import org.jspecify.annotations.NullMarked;
