package io.github.hubsh.shell.session;

import org.jspecify.annotations.Nullable;

/**
 * A setting as it holds now.
 *
 * @param key {@code timeout}, {@code alias.led}
 * @param value a text, a boolean, or {@code null} for none
 * @param origin where it was set: {@code option --timeout}, {@code HUBSH_HUB}, {@code /home/ann/.hubsh.toml:3},
 *     {@code context lab}, {@code default}
 */
public record ConfigValue(String key, @Nullable Object value, String origin) {}
