package io.github.hubsh.shell.config;

import io.github.hubsh.shell.session.Arguments;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the configuration comes from.
 *
 * @param options of the program, as typed
 * @param environment the process's variables
 * @param project the nearest {@code .hubsh.toml} from the working directory upwards, or {@code null}
 * @param own the user's {@code config.toml}, there or not; {@code null} without a home
 * @param saved what the program keeps, there or not; {@code null} without a home
 * @param usualName our plugin name unless another is given
 * @param warnings takes what is odd and does no harm
 */
public record ConfigSources(
        Arguments options,
        Map<String, String> environment,
        @Nullable Path project,
        @Nullable Path own,
        @Nullable Path saved,
        String usualName,
        Consumer<String> warnings) {}
