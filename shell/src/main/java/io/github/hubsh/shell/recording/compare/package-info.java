/**
 * Whether an answer is the recorded one: values compared as Python compares them, ids that were renamed, paths that are
 * ignored, and what a difference is. Replays judge by it, and fakes find the nearest recorded request by it.
 */
@NullMarked
package io.github.hubsh.shell.recording.compare;

import org.jspecify.annotations.NullMarked;
