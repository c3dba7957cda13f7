package io.github.hubsh.core.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** Variations of a JSON text: systematically every value at every place, or by chance from a seed. */
public final class Mutations {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-7",
            "1.5",
            "1e400",
            "NaN",
            "-Infinity",
            "1180591620717411303424",
            "\"\"",
            "\"x\"",
            "\"0.6\"",
            "\"0.2\"",
            "\"ok\"",
            "\"connect_reply\"",
            "\"execute_reply\"",
            "\"caf\\u00e9 \\ud83d\\ude00\"",
            "[]",
            "[\"line\"]",
            "[1]",
            "{}",
            "{\"ename\":\"E\"}",
            "{\"ename\":null,\"evalue\":1}",
            "{\"mime_type\":1}");

    private Mutations() {}

    /** The JSON itself, each part of it left out, replaced by every kind of value, and given an unknown key. */
    public static List<String> all(String json) {
        List<String> mutated = new ArrayList<>(VALUES);
        mutated.add(json);
        int parts = parts(tree(json)).size();
        for (int part = 0; part < parts; part++) {
            mutated.add(mutate(json, part, null));
            for (String value : VALUES) {
                mutated.add(mutate(json, part, value));
            }
        }
        return mutated;
    }

    /** One to three changes at places, and to values, of the generator's choice. */
    public static String random(String json, Random random) {
        String mutated = json;
        for (int i = random.nextInt(3); i >= 0; i--) {
            int parts = parts(tree(mutated)).size();
            if (parts == 0) {
                return mutated;
            }
            String value = random.nextInt(3) == 0 ? null : VALUES.get(random.nextInt(VALUES.size()));
            mutated = mutate(mutated, random.nextInt(parts), value);
        }
        return mutated;
    }

    /** The same bytes but for a few, or cut short: seldom JSON any more. */
    public static byte[] randomBytes(byte[] json, Random random) {
        byte[] bytes = random.nextInt(4) == 0 ? Arrays.copyOf(json, random.nextInt(json.length)) : json.clone();
        for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : "{}[]\",:".charAt(random.nextInt(7)));
        }
        return bytes;
    }

    /** A part is changed by naming its new value, or {@code null} to leave it out. */
    private static String mutate(String json, int part, String value) {
        JsonNode root = tree(json);
        parts(root).get(part).accept(root, value);
        return text(root);
    }

    private static List<BiConsumer<JsonNode, String>> parts(JsonNode root) {
        List<BiConsumer<JsonNode, String>> parts = new ArrayList<>();
        collect(root, parts);
        return parts;
    }

    private static void collect(JsonNode node, List<BiConsumer<JsonNode, String>> parts) {
        if (node instanceof ObjectNode object) {
            parts.add((root, value) -> object.set("unknown", value == null ? null : tree(value)));
            object.fieldNames().forEachRemaining(key -> {
                parts.add((root, value) -> change(object, key, value));
                collect(object.get(key), parts);
            });
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            parts.add((root, value) -> array.set(0, value == null ? "null" : value));
        }
    }

    private static void change(ObjectNode object, String key, String value) {
        if (value == null) {
            object.remove(key);
        } else {
            object.set(key, tree(value));
        }
    }

    private static String text(JsonNode root) {
        try {
            return Recording.JSON.writeValueAsString(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return Recording.JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
