package io.github.hubsh.shell.verb.observe;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.shell.recording.NamePattern;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.BroadcastFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which broadcasts {@code tail} is to show; a broadcast has to fit all that is given.
 *
 * @param any a plugin on either side, or a command
 * @param plugin a plugin on either side
 * @param type as the wire has it
 */
record TailFilter(
        @Nullable NamePattern any,
        @Nullable NamePattern plugin,
        @Nullable NamePattern source,
        @Nullable NamePattern target,
        @Nullable NamePattern command,
        @Nullable String type) {
    static final TailFilter EVERYTHING = new TailFilter(null, null, null, null, null, null);

    static TailFilter of(Arguments arguments) {
        return new TailFilter(
                NamePattern.of(arguments.optionalOperand(0)),
                NamePattern.of(arguments.text("--plugin")),
                NamePattern.of(arguments.text("--source")),
                NamePattern.of(arguments.text("--target")),
                NamePattern.of(arguments.text("--command")),
                arguments.text("--type"));
    }

    /** Returns the same for requests only. */
    TailFilter ofRequests() {
        return new TailFilter(any, plugin, source, target, command, MessageType.EXECUTE_REQUEST.wireName());
    }

    /** Returns what can be decided before a message is read: names without wildcards, and the type. */
    BroadcastFilter beforeReading() {
        return new BroadcastFilter(exact(source), exact(target), type);
    }

    private static @Nullable String exact(@Nullable NamePattern pattern) {
        return pattern == null ? null : pattern.exact();
    }

    boolean accepts(Message message) {
        String name = command(message);
        return (any == null || fitsEither(any, message) || any.fits(name))
                && (plugin == null || fitsEither(plugin, message))
                && (source == null || source.fits(message.source()))
                && (target == null || target.fits(message.target()))
                && (command == null || command.fits(name))
                && (type == null || type.equals(message.header().type().wireName()));
    }

    private static boolean fitsEither(NamePattern pattern, Message message) {
        return pattern.fits(message.source()) || pattern.fits(message.target());
    }

    private static String command(Message message) {
        if (message instanceof ExecuteRequest request) {
            return request.command();
        }
        return message instanceof ExecuteReply reply ? reply.command() : "";
    }
}
