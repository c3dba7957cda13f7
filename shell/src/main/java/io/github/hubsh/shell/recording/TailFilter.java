package io.github.hubsh.shell.recording;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which broadcasts {@code tail} shows and {@code record} writes; a broadcast has to fit all that is given.
 *
 * @param any a plugin on either side, or a command
 * @param plugin a plugin on either side
 * @param type as the wire has it
 */
public record TailFilter(
        @Nullable NamePattern any,
        @Nullable NamePattern plugin,
        @Nullable NamePattern source,
        @Nullable NamePattern target,
        @Nullable NamePattern command,
        @Nullable String type) {
    public static final TailFilter EVERYTHING = new TailFilter(null, null, null, null, null, null);

    /** Returns the filter that options say, and a pattern for a plugin on either side or a command. */
    public static TailFilter of(@Nullable String any, Arguments arguments) {
        return new TailFilter(
                NamePattern.of(any),
                NamePattern.of(arguments.text("--plugin")),
                NamePattern.of(arguments.text("--source")),
                NamePattern.of(arguments.text("--target")),
                NamePattern.of(arguments.text("--command")),
                arguments.text("--type"));
    }

    /** Returns the same for requests only. */
    public TailFilter ofRequests() {
        return new TailFilter(any, plugin, source, target, command, MessageType.EXECUTE_REQUEST.wireName());
    }

    /** Returns what can be decided before a message is read: names without wildcards, and the type. */
    public BroadcastFilter beforeReading() {
        return new BroadcastFilter(exact(source), exact(target), type);
    }

    private static @Nullable String exact(@Nullable NamePattern pattern) {
        return pattern == null ? null : pattern.exact();
    }

    public boolean accepts(Message message) {
        return accepts(
                message.source(), message.target(), message.header().type().wireName(), command(message));
    }

    /** Judges a message of a recording, of which no more is read. */
    public boolean accepts(RecordedMessage message) {
        return accepts(message.source(), message.target(), message.type(), message.command());
    }

    private boolean accepts(String from, String to, String ofType, String name) {
        return (any == null || any.fits(from) || any.fits(to) || any.fits(name))
                && (plugin == null || plugin.fits(from) || plugin.fits(to))
                && (source == null || source.fits(from))
                && (target == null || target.fits(to))
                && (command == null || command.fits(name))
                && (type == null || type.equals(ofType));
    }

    private static String command(Message message) {
        if (message instanceof ExecuteRequest request) {
            return request.command();
        }
        return message instanceof ExecuteReply reply ? reply.command() : "";
    }
}
