package io.github.hubsh.core.web;

import java.time.Instant;
import java.util.List;

/**
 * A broadcast that a viewer may want to see.
 *
 * @param frames copies; the text is empty if it is too long to be shown
 * @param textBytes how long the text was
 */
record SeenBroadcast(Instant time, List<byte[]> frames, int textBytes) {}
