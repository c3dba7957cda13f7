/** What outlives a statement: variables, aliases, jobs, history, recordings, and what was learned of the network. */
@NullMarked
package io.github.hubsh.shell.session.memory;

import org.jspecify.annotations.NullMarked;
