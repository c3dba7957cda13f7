/**
 * Recordings: what they are, how they are written, read, paired, compared and matched. No request is sent from here:
 * files and broadcasts come through the session.
 *
 * <p>A recording is a text of JSON lines. The first line, a {@link io.github.hubsh.shell.recording.RecordingHeader},
 * says of which hub it is and which broadcasts were wanted. Each further line is a message, with what programs want to
 * know of it beside what is needed to send it again, or something that has happened meanwhile. The lines are
 * independent of each other, so that one that was cut by a crash costs no other. A recording may be larger than the
 * memory: it is read line by line, and all that is kept of it has a limit.
 */
@NullMarked
package io.github.hubsh.shell.recording;

import org.jspecify.annotations.NullMarked;
