package io.github.hubsh.shell.session;

import org.jspecify.annotations.Nullable;

/**
 * Which peers a hub lets in.
 *
 * @param key the file of the hub's secret key, or {@code null} for a hub without keys, which lets all peers in
 * @param clients the folder of its clients' public keys, or {@value #ANY}; {@code null} without a key
 * @param insecure whether the user knows what a hub without keys means where other machines reach it
 */
public record ServedKeys(@Nullable String key, @Nullable String clients, boolean insecure) {
    /** Every peer that has a key. */
    public static final String ANY = "any";
}
