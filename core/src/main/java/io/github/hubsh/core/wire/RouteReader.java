package io.github.hubsh.core.wire;

import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Route;
import io.github.hubsh.core.wire.UnreadMessage.Span;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a request or a reply only what a hub needs to pass it on, and checks the rest in the same pass, without a
 * tree and without a look into the data.
 *
 * <p>It knows the common form of these messages. What it returns a route for, {@link MessageReader} takes as well;
 * where it returns nothing, the message may be valid or not, and {@link MessageReader} has to tell.
 */
public final class RouteReader {
    // Each table in the order in which peers mostly write the keys, so that the first guess is good.
    private static final JsonWord[] TOP_KEYS = quoted("header", "parent_header", "content");
    private static final JsonWord[] HEADER_KEYS =
            quoted("msg_id", "session", "date", "source", "target", "msg_type", "version");
    private static final JsonWord[] CONTENT_KEYS =
            quoted("command", "status", "execution_count", "metadata", "silent", "stop_on_error", "error");

    private static final int MSG_ID = 0;
    private static final int SESSION = 1;
    private static final int DATE = 2;
    private static final int SOURCE = 3;
    private static final int TARGET = 4;
    private static final int TYPE = 5;
    private static final int VERSION = 6;
    private static final int ALL_OF_HEADER = (1 << 7) - 1;

    private static final int COMMAND = 0;
    private static final int STATUS = 1;
    private static final int EXECUTION_COUNT = 2;
    private static final int METADATA = 3;
    private static final int SILENT = 4;
    private static final int STOP_ON_ERROR = 5;
    private static final int ERROR = 6;

    private static final int HEADER = 0;
    private static final int PARENT_HEADER = 1;

    private final byte[] text;
    private final JsonScanner scanner;
    private final RepeatedTexts texts;

    // Mutable state, of one message
    private final @Nullable String[] header = new String[VERSION + 1];
    private Span headerSpan = Span.NONE;
    private Span commandSpan = Span.NONE;
    private boolean silent;
    private int badContent;
    private int contentSeen;
    private boolean hasParent;
    private boolean validParent;

    private RouteReader(byte[] text, int length, RepeatedTexts texts) {
        this.text = text;
        this.texts = texts;
        this.scanner = new JsonScanner(text, length);
    }

    /**
     * Reads one message.
     *
     * @param text the message, followed by anything
     * @param length how many bytes the message has
     * @param texts of the messages before
     * @return {@code null} if the message is not of the common form
     */
    public static @Nullable UnreadMessage read(byte[] text, int length, RepeatedTexts texts) {
        return new RouteReader(text, length, texts).read();
    }

    private @Nullable UnreadMessage read() {
        int seen = 0;
        int key = -1;
        boolean validHeader = false;
        scanner.expect('{');
        do {
            key = key(TOP_KEYS, key);
            seen = once(seen, key);
            if (key == HEADER) {
                scanner.peek();
                int start = scanner.position();
                validHeader = header(header);
                headerSpan = new Span(start, scanner.position());
            } else if (key == PARENT_HEADER) {
                hasParent = true;
                parent();
            } else if (key > PARENT_HEADER) {
                content();
            } else {
                scanner.value();
            }
        } while (scanner.skip(',') && !scanner.hasFailed());
        scanner.expect('}');
        return scanner.isAtEnd() && validHeader && seen > 1 << PARENT_HEADER ? message() : null;
    }

    private @Nullable UnreadMessage message() {
        Route route = route();
        return route == null ? null : new UnreadMessage(route, headerSpan, commandSpan);
    }

    private @Nullable Route route() {
        String source = header[SOURCE];
        String target = header[TARGET];
        MessageType type = MessageType.ofWireName(String.valueOf(header[TYPE])).orElse(null);
        String session = header[SESSION];
        if (source == null || target == null || session == null || type == null) {
            return null;
        }
        boolean valid = switch (type) {
            case EXECUTE_REQUEST -> isGood(COMMAND) && isGoodOrAbsent(SILENT, STOP_ON_ERROR, METADATA);
            case EXECUTE_REPLY ->
                isGood(COMMAND)
                        && isGood(STATUS)
                        && isGood(EXECUTION_COUNT)
                        && isGoodOrAbsent(SILENT, METADATA, ERROR)
                        && (!hasParent || validParent);
            case CONNECT_REQUEST, CONNECT_REPLY -> false;
        };
        return valid ? new Route(source, target, type, session, silent) : null;
    }

    private boolean isGood(int key) {
        return (contentSeen & ~badContent & 1 << key) != 0;
    }

    private boolean isGoodOrAbsent(int... keys) {
        for (int key : keys) {
            if ((badContent & 1 << key) != 0) {
                return false;
            }
        }
        return true;
    }

    private void parent() {
        if (scanner.peek() == '{') {
            validParent = header(new String[VERSION + 1]);
        } else {
            scanner.value();
        }
    }

    /** Takes a header in; whether it is a valid one. */
    private boolean header(@Nullable String[] values) {
        int seen = 0;
        int key = -1;
        boolean texts = true;
        scanner.expect('{');
        if (scanner.skip('}')) {
            return false;
        }
        do {
            key = key(HEADER_KEYS, key);
            seen = once(seen, key);
            if (key < 0) {
                scanner.value();
            } else if (scanner.peek() != '"') {
                texts = false;
                scanner.value();
            } else if (key == MSG_ID || key == DATE) {
                scanner.string();
            } else {
                values[key] = key == SESSION ? plainText() : repeatedText();
            }
        } while (scanner.skip(',') && !scanner.hasFailed());
        scanner.expect('}');
        return texts
                && seen == ALL_OF_HEADER
                && Header.VERSIONS.contains(String.valueOf(values[VERSION]))
                && MessageType.ofWireName(String.valueOf(values[TYPE])).isPresent();
    }

    private void content() {
        scanner.expect('{');
        if (scanner.skip('}')) {
            return;
        }
        int key = -1;
        do {
            key = key(CONTENT_KEYS, key);
            contentSeen = once(contentSeen, key);
            if (key >= 0 && !contentValue(key, scanner.peek())) {
                badContent |= 1 << key;
            } else if (key < 0) {
                scanner.value();
            }
        } while (scanner.skip(',') && !scanner.hasFailed());
        scanner.expect('}');
    }

    /** Takes one value in; whether it is as it should be. */
    private boolean contentValue(int key, int first) {
        if (key == STATUS) {
            return first == '"' ? isStatus(repeatedText()) : skipped(false);
        }
        if (key == SILENT) {
            silent = first == 't';
        }
        int start = scanner.position();
        boolean good = skipped(
                switch (key) {
                    case SILENT, STOP_ON_ERROR -> first == 't' || first == 'f';
                    case METADATA -> first == '{';
                    case COMMAND -> first == '"';
                    case EXECUTION_COUNT -> first == '-' || (first >= '0' && first <= '9');
                    // An error that is an object has rules of its own.
                    default -> first != '{';
                });
        if (key == COMMAND) {
            commandSpan = new Span(start, scanner.position());
        }
        return good;
    }

    private static boolean isStatus(String text) {
        return text.equals("ok") || text.equals("error") || text.equals("abort");
    }

    private boolean skipped(boolean result) {
        scanner.value();
        return result;
    }

    /** Steps over a key and its colon; returns its number in the table, or -1. The one behind the last is likely. */
    private int key(JsonWord[] keys, int last) {
        scanner.peek();
        for (int i = 1; i <= keys.length; i++) {
            int key = last + i < keys.length ? last + i : last + i - keys.length;
            if (scanner.skip(keys[key])) {
                scanner.expect(':');
                return key;
            }
        }
        // With escapes it may be one of the table, too.
        if (!scanner.string()) {
            scanner.fail();
        }
        scanner.expect(':');
        return -1;
    }

    private static JsonWord[] quoted(String... keys) {
        return Stream.of(keys).map(key -> JsonWord.of('"' + key + '"')).toArray(JsonWord[]::new);
    }

    /** Adds a key to those seen. Of two equal ones the last would count: that is not the common form. */
    private int once(int seen, int key) {
        if (key >= 0 && (seen & 1 << key) != 0) {
            scanner.fail();
        }
        return key < 0 ? seen : seen | 1 << key;
    }

    private String plainText() {
        Span span = plainSpan();
        return new String(text, span.from(), span.length(), StandardCharsets.ISO_8859_1);
    }

    /** As {@link #plainText}, of one that mostly has come before. */
    private String repeatedText() {
        Span span = plainSpan();
        return texts.of(text, span.from(), span.to());
    }

    private Span plainSpan() {
        int start = scanner.position() + 1;
        if (!scanner.string()) {
            scanner.fail();
            return Span.NONE;
        }
        return new Span(start, scanner.position() - 1);
    }
}
