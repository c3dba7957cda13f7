package io.github.hubsh.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replies that the schema forbids and peers send all the same. Reference plugins answer a request without
 * {@code silent} with {@code "silent": null}, and others write {@code null} for everything they do not have: there it
 * counts as absent. An {@code error} that is an object of any other form than the schema's is still an error, and
 * becomes its own text, for example <code>{}</code>.
 *
 * <p>The rest of the text keeps its unknown keys, its big integers and its bare {@code NaN}.
 */
final class ReplyRepair {
    private static final List<String> OPTIONAL = List.of("silent", "metadata", "data", "error");

    private ReplyRepair() {}

    /** Returns the text that the peer should have sent, or {@code null} where there is nothing to repair. */
    static byte @Nullable [] of(byte[] json) {
        try {
            if (!(Json.parse(json) instanceof Map<?, ?> message)
                    || !(message.get("content") instanceof Map<?, ?> content)) {
                return null;
            }
            Map<Object, @Nullable Object> better = new LinkedHashMap<>(content);
            OPTIONAL.forEach(key -> better.remove(key, null));
            if (better.get("error") instanceof Map<?, ?> error) {
                better.put("error", error(error));
            }
            if (better.equals(content)) {
                return null;
            }
            Map<Object, @Nullable Object> repaired = new LinkedHashMap<>(message);
            repaired.put("content", better);
            return Json.writeForPeers(repaired).getBytes(UTF_8);
        } catch (ContentException e) {
            return null;
        }
    }

    private static Object error(Map<?, ?> error) throws ContentException {
        Map<Object, @Nullable Object> better = new LinkedHashMap<>(error);
        better.remove("evalue", null);
        better.remove("traceback", null);
        return isValid(better) ? better : Json.writeForPeers(error);
    }

    private static boolean isValid(Map<?, ?> error) {
        Object traceback = error.get("traceback");
        return error.get("ename") instanceof String
                && (error.get("evalue") == null || error.get("evalue") instanceof String)
                && (traceback == null
                        || (traceback instanceof List<?> lines && lines.stream().allMatch(String.class::isInstance)));
    }
}
