package io.github.hubsh.shell.script;

import static java.util.Objects.requireNonNull;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.json.PandasJson;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.DtypeCodes;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as the texts in which they cross into JavaScript and back; {@code values.js} is the other side.
 *
 * <p>{@code =} and JSON; {@code ~} and JSON in which an object with the one key {@link #TAG} is something that JSON has
 * no notation for; {@code !} and a failure; nothing at all for {@code undefined}.
 */
final class ScriptText {
    static final String TAG = "\u0001";

    private ScriptText() {}

    static String write(@Nullable Object value) {
        return ScriptWriter.withOrigins().write(value);
    }

    /** Writes a failure, to be thrown by the call that it belongs to. */
    static String failure(ShellException failed) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("kind", failed.problem().kind());
        details.put("message", failed.text());
        details.put("plugin", failed.plugin());
        details.put("command", failed.command());
        details.put("hint", failed.hint());
        details.put("remoteTraceback", failed.remoteTraceback());
        return "!" + Json.write(details);
    }

    static boolean isFailure(String text) {
        return text.startsWith("!");
    }

    /** Returns whether this is the failure of a call that was interrupted. */
    static boolean isInterruption(Object text) {
        return text instanceof String failure
                && failure.startsWith("!{\"kind\":\"" + Problem.INTERRUPTED.kind() + "\"");
    }

    /** Reads what a script has written; {@code undefined} is {@code null}. */
    static @Nullable Object read(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            Object value = Json.parse(text.substring(1));
            return text.charAt(0) == '~' ? untagged(value) : value;
        } catch (ContentException wrong) {
            throw new ShellException(Problem.BAD_DATA, "a value cannot leave JavaScript: " + wrong.getMessage(), wrong);
        }
    }

    /** Reads an object; anything else is a mistake of ours. */
    static Map<String, @Nullable Object> readObject(String text) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (read(text) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> object.put(String.valueOf(key), value));
        }
        return object;
    }

    /** Reads a list of texts; anything else is a mistake of ours. */
    static List<String> readTexts(String text) {
        return read(text) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static @Nullable Object untagged(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return untaggedList(list);
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        if (map.size() == 1 && map.get(TAG) instanceof List<?> tag && tag.size() >= 2) {
            return tag.size() == 2
                    ? special(String.valueOf(tag.get(0)), tag.get(1))
                    : described(String.valueOf(tag.get(0)), tag.get(1), String.valueOf(tag.get(2)));
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        map.forEach((key, each) -> all.put(String.valueOf(key), untagged(each)));
        return all;
    }

    private static List<@Nullable Object> untaggedList(List<?> list) {
        List<@Nullable Object> all = new ArrayList<>(list.size());
        list.forEach(each -> all.add(untagged(each)));
        return all;
    }

    /** What says what it is: an array of numbers its type, anything else what it was when it came. */
    private static @Nullable Object described(String kind, @Nullable Object content, String description) {
        if (!kind.equals("a")) {
            return ValueOrigin.restored(description, untagged(content));
        }
        Dtype dtype = requireNonNull(DtypeCodes.parse(description, ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN));
        byte[] elements = bytes(String.valueOf(content));
        return NdArray.packed(dtype, List.of(elements.length / dtype.size()), false, ByteBuffer.wrap(elements));
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static @Nullable Object special(String kind, @Nullable Object content) {
        String text = String.valueOf(content);
        return switch (kind) {
            case "n" -> integer(new BigInteger(text));
            case "f" -> Double.valueOf(text);
            case "b" -> Bytes.wrapping(bytes(text));
            case "t" -> OffsetDateTime.parse(text);
            case "m" -> object(content);
            case "d" -> dict(content);
            case "x" -> UnwritableValue.of(untagged(content));
            case "s" -> content instanceof List<?> items ? new LinkedHashSet<>(untaggedList(items)) : content;
            default -> PandasJson.fromShape(untagged(content));
        };
    }

    /** An object that looks like a tag comes as a list of its keys and values. */
    private static Map<String, @Nullable Object> object(@Nullable Object pairs) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (pairs instanceof List<?> list) {
            list.forEach(
                    each -> object.put(String.valueOf(((List<?>) each).get(0)), untagged(((List<?>) each).get(1))));
        }
        return object;
    }

    /** A dict whose keys are not all texts. */
    private static Map<@Nullable Object, @Nullable Object> dict(@Nullable Object pairs) {
        Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>();
        if (pairs instanceof List<?> list) {
            list.forEach(each -> dict.put(untagged(((List<?>) each).get(0)), untagged(((List<?>) each).get(1))));
        }
        return dict;
    }

    private static Object integer(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }
}
