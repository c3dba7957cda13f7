/**
 * Which recorded requests are sent again, when, with which values in the place of the recorded ones, and whether the
 * reply is the recorded one. The caller sends and waits.
 */
@NullMarked
package io.github.hubsh.shell.recording.replay;

import org.jspecify.annotations.NullMarked;
