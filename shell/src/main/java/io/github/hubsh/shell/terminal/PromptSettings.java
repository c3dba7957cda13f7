package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.render.Screen;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The settings that the prompt gets from the program.
 *
 * @param version for the banner
 * @param history where typed lines are kept, or {@code null} for nowhere
 * @param inputrc the user's key bindings, or {@code null}
 * @param directory that file names are completed from
 * @param dumb whether the terminal can only print, and knows no escape sequences
 * @param colored whether colours are wanted
 * @param charset of the terminal, as the locale has it
 * @param pager the command that shows what is longer than the screen, or {@code null} to print it
 * @param streams the process's own, for what does not go to the terminal
 * @param dataToTerminal whether stdout is the terminal
 * @param messagesToTerminal whether stderr is
 */
public record PromptSettings(
        String version,
        @Nullable Path history,
        @Nullable Path inputrc,
        Path directory,
        boolean dumb,
        boolean colored,
        Charset charset,
        @Nullable String pager,
        Screen streams,
        boolean dataToTerminal,
        boolean messagesToTerminal) {}
