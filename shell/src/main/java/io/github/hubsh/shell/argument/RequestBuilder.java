package io.github.hubsh.shell.argument;

import io.github.hubsh.core.json.ExactJson;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.memory.Catalog;
import io.github.hubsh.shell.session.network.ContentKeys;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.Item;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a verb's arguments ask to be sent: {@code TARGET COMMAND [ITEM …]} with {@code --timeout}, {@code --silent},
 * {@code --mime}.
 */
public final class RequestBuilder {
    /** The words that {@code --mime} takes. */
    public static final List<String> MIME_TYPES = List.of("pickle", "json", "yaml", "text", "bytes");

    /** The option whose values stand beside the data. */
    public static final String CONTENT = "--content";

    public static final String CONTENT_SUMMARY = "put a key beside the data, as an item; may be repeated";

    /** What a message takes. */
    private static final int MAX_FILE_BYTES = 64 << 20;

    private RequestBuilder() {}

    /** Returns the request that the arguments describe; files are read here. */
    public static Request build(Arguments arguments, Session session) {
        Duration timeout = arguments.duration("--timeout");
        String named = arguments.text("--mime");
        Object body = body(arguments, session, named);
        String mimeType = named == null ? likelyMimeType(body, known(arguments, session)) : mimeType(named);
        if (!isJson(body)) {
            FaithfulArguments.require(body, mimeType, arguments);
            if (!mimeType.equals(Payload.PICKLE)) {
                tellOfTables(body, mimeType, session);
            }
        }
        return new Request(
                arguments.operand(0),
                arguments.operand(1),
                body,
                mimeType,
                besideData(arguments, session),
                arguments.has("--silent"),
                timeout != null ? timeout : session.hub().settings().timeout());
    }

    /** Most handlers expect a table of pandas where they get one, and not what JSON makes of it. */
    private static void tellOfTables(@Nullable Object body, String mimeType, Session session) {
        for (String name : FaithfulArguments.tables(body)) {
            String format = mimeType.equals(Payload.YAML) ? "YAML" : "JSON";
            session.io()
                    .display()
                    .say(
                            MessageLevel.NOTE,
                            "note: " + name + ": " + format + " carries a table as a dict with its index and values;"
                                    + " --mime pickle sends it as a table");
        }
    }

    /** Returns the keys of {@code --content}, each of which may stand there. */
    private static Map<String, @Nullable Object> besideData(Arguments arguments, Session session) {
        List<Item> items = arguments.items(CONTENT);
        if (items.isEmpty()) {
            return Map.of();
        }
        TypedTextCheck.tell(items, session.io().display());
        for (Item item : items) {
            Map<String, @Nullable Object> keys =
                    ItemEvaluation.evaluate(List.of(item), session.io().files());
            keys.forEach((key, value) -> requireBesideData(key, value, item));
        }
        return ItemEvaluation.evaluate(items, session.io().files());
    }

    private static void requireBesideData(String key, @Nullable Object value, Item item) {
        String flaw = ContentKeys.flaw(key, value);
        if (flaw != null) {
            throw ShellException.at(item.word().place(0), flaw)
                    .hint("what is an argument of the command is written without " + CONTENT);
        }
    }

    private static @Nullable KnownCommand known(Arguments arguments, Session session) {
        return session.memory().catalog().atHand(arguments.operand(0), arguments.operand(1));
    }

    /**
     * Returns the MIME type for arguments where the user does not choose one: that which the plugin or the user has
     * declared for the command; else a pickle for what JSON would change; else the only encoding by which all of them
     * were seen; else JSON, which all understand.
     *
     * @param known what is known of the command, or {@code null}
     */
    public static String likelyMimeType(@Nullable Object body, @Nullable KnownCommand known) {
        if (known != null && MIME_TYPES.contains(known.mime())) {
            return mimeType(known.mime());
        } else if (!isJson(body) && !ExactJson.isExact(body)) {
            return Payload.PICKLE;
        }
        String seen =
                known != null && body instanceof Map<?, ?> arguments ? known.seenEncoding(arguments.keySet()) : "";
        return seen.equals("pickle") || seen.equals("yaml") ? mimeType(seen) : Payload.JSON;
    }

    /** Returns the MIME type that a word of {@code --mime} stands for. */
    public static String mimeType(String word) {
        return switch (word) {
            case "pickle" -> Payload.PICKLE;
            case "yaml" -> Payload.YAML;
            case "text" -> Payload.TEXT;
            case "bytes" -> Payload.BYTES;
            default -> Payload.JSON;
        };
    }

    /** Returns whether arguments are plainly what JSON has; most are, and need no further class to be loaded. */
    static boolean isJson(@Nullable Object body) {
        if (!(body instanceof Map<?, ?> arguments)) {
            return body == null;
        }
        for (Object each : arguments.values()) {
            boolean plain = each == null
                    || each instanceof String
                    || each instanceof Long
                    || each instanceof Double
                    || each instanceof Boolean;
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object body(Arguments arguments, Session session, @Nullable String mime) {
        FileAccess files = session.io().files();
        boolean text = "text".equals(mime);
        if (!text && !"bytes".equals(mime)) {
            return keywords(arguments, session);
        }
        if (arguments.items().isEmpty()) {
            return null;
        }
        Item item = arguments.items().get(0);
        if (arguments.items().size() > 1 || item.form() != Item.Form.EVERYTHING) {
            throw ShellException.at(item.word().place(0), "expected only @FILE or - with --mime text or bytes");
        }
        return text ? files.text(item.file()) : content(files, item.file());
    }

    private static Bytes content(FileAccess files, String file) {
        try (InputStream in = files.input(file)) {
            byte[] content = in.readNBytes(MAX_FILE_BYTES + 1);
            if (content.length > MAX_FILE_BYTES) {
                throw new ShellException(
                        Problem.BAD_FILE,
                        file + " is larger than " + (MAX_FILE_BYTES >> 20) + " MB: no message takes it");
            }
            return Bytes.of(content);
        } catch (IOException failed) {
            throw new ShellException(Problem.BAD_FILE, "cannot read " + file + ": " + failed.getMessage(), failed);
        }
    }

    private static Map<String, @Nullable Object> keywords(Arguments arguments, Session session) {
        Map<String, @Nullable Object> keywords =
                ItemEvaluation.evaluate(arguments.items(), session.io().files());
        if (arguments.has("--ask")) {
            keywords = ArgumentQuestions.complete(keywords, arguments, session);
        }
        if (arguments.has("--no-check") || !session.memory().preferences().isChecking()) {
            return keywords;
        }
        KnownCommand known = known(arguments, session);
        if (known == null) {
            return keywords;
        }
        Map<String, @Nullable Object> checked =
                known.published() ? ArgumentCheck.check(keywords, arguments, known) : keywords;
        return SeenKinds.adapt(checked, arguments, known, session.io().display());
    }

    /** Adds what was probably meant, if something like it is known. */
    public static ShellException suggesting(ShellException failed, Arguments arguments, Catalog names) {
        String hint = null;
        if (failed.problem() == Problem.NO_SUCH_PLUGIN) {
            // A plugin that is registered and not connected has the right name.
            boolean known = names.plugins().contains(arguments.operand(0));
            hint = known ? null : Suggestion.of(arguments.operand(0), names.plugins());
        } else if (failed.problem() == Problem.NO_SUCH_COMMAND) {
            hint = Suggestion.of(arguments.operand(1), names.commands(arguments.operand(0)));
        }
        return hint == null ? failed : failed.hint(hint);
    }
}
