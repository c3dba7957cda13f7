package io.github.hubsh.core.zmtp;

/** What comes of the bytes of a frame. */
sealed interface FrameContent permits FrameBytes, RawCommand {}
