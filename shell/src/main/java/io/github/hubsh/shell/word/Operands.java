package io.github.hubsh.shell.word;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the parentheses of {@code series([1], index=[37])}.
 *
 * @param named those behind {@code name=}
 */
public record Operands(List<@Nullable Object> positional, Map<String, @Nullable Object> named) {}
