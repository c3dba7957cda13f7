/** Plugins that answer as recorded: which answer stands for which request, in which order and after which delay. */
@NullMarked
package io.github.hubsh.shell.recording.fake;

import org.jspecify.annotations.NullMarked;
