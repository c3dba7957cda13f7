package io.github.hubsh.core.pickle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubsh.core.value.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** The recorded pickles: one entry for a value, a protocol and the module that wrote it. */
final class GoldenPickles {
    private static final List<String> FILES =
            List.of("pickles.json", "pickles-numpy2-pandas3.json", "pickles-python2.json");

    private GoldenPickles() {}

    /**
     * @param label file, writer and protocol
     * @param globals the names that the pickle mentions, as it spells them
     */
    record Golden(String label, String name, JsonNode expected, Bytes pickle, List<String> globals) {
        @Override
        public String toString() {
            return name + " in " + label;
        }
    }

    static List<Golden> all() {
        List<Golden> all = new ArrayList<>();
        for (String file : FILES) {
            for (JsonNode value : read(file).get("cases")) {
                for (String writer : List.of("pickles", "cPickle", "pickle")) {
                    value.path(writer)
                            .properties()
                            .forEach(entry -> all.add(
                                    golden(file + " " + writer + " " + entry.getKey(), value, entry.getValue())));
                }
            }
        }
        return all;
    }

    private static Golden golden(String label, JsonNode value, JsonNode pickle) {
        List<String> globals = new ArrayList<>();
        pickle.path("globals").forEach(global -> globals.add(global.asText()));
        Bytes bytes = Bytes.of(Base64.getDecoder().decode(pickle.get("base64").asText()));
        return new Golden(label, value.get("name").asText(), value.get("expected"), bytes, globals);
    }

    private static JsonNode read(String file) {
        try (InputStream stream =
                Objects.requireNonNull(GoldenPickles.class.getResourceAsStream("/golden/" + file), file)) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
