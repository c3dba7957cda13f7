package io.github.hubsh.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.github.hubsh.core.value.ContentException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads JSON with Jackson's streaming parser; databind would double the start of a one-shot command. */
final class JsonReader {
    private static final int MAX_SIZE = 64 << 20;
    private static final int MAX_DEPTH = 500;
    private static final int MAX_DIGITS = 10_000;

    /** Jackson takes {@code INF} and {@code +INF} as well; Python does not. */
    private static final Set<String> NON_FINITE = Set.of("NaN", "Infinity", "-Infinity");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_DIGITS)
                    .maxStringLength(MAX_SIZE)
                    .maxNameLength(MAX_SIZE)
                    .maxDocumentLength(MAX_SIZE)
                    .build())
            .build();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    static @Nullable Object read(String text) throws ContentException {
        if (text.length() > MAX_SIZE) {
            throw new ContentException("JSON of " + text.length() + " characters; the limit is " + MAX_SIZE);
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonReader(parser).document();
        } catch (JsonProcessingException e) {
            throw new ContentException("JSON" + place(e.getLocation()) + ": " + ParserComplaint.of(e), e);
        } catch (IOException e) {
            throw new ContentException("JSON: " + e.getMessage(), e);
        }
    }

    private @Nullable Object document() throws IOException, ContentException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new ContentException("JSON: there is no value");
        }
        Object value = value(first);
        if (parser.nextToken() != null) {
            throw new ContentException("JSON" + place(parser.currentTokenLocation()) + ": more after the value");
        }
        return value;
    }

    private @Nullable Object value(JsonToken token) throws IOException, ContentException {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw unexpected(token);
        };
    }

    private Map<@Nullable Object, @Nullable Object> object() throws IOException, ContentException {
        Map<@Nullable Object, @Nullable Object> object = new LinkedHashMap<>();
        for (JsonToken token = next(); token != JsonToken.END_OBJECT; token = next()) {
            String key = parser.currentName();
            object.put(key, value(next()));
        }
        return object;
    }

    private List<@Nullable Object> array() throws IOException, ContentException {
        List<@Nullable Object> array = new ArrayList<>();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            array.add(value(token));
        }
        return array;
    }

    private Number integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT, LONG -> parser.getLongValue();
            default -> parser.getBigIntegerValue();
        };
    }

    private double number() throws IOException, ContentException {
        double number = parser.getDoubleValue();
        if (!Double.isFinite(number) && parser.isNaN() && !NON_FINITE.contains(parser.getText())) {
            throw new ContentException(
                    "JSON" + place(parser.currentTokenLocation()) + ": " + parser.getText() + " is not a number");
        }
        return number;
    }

    private JsonToken next() throws IOException, ContentException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new ContentException("JSON" + place(parser.currentLocation()) + ": the text ends too early");
        }
        return token;
    }

    private ContentException unexpected(JsonToken token) throws IOException {
        return new ContentException("JSON" + place(parser.currentTokenLocation()) + ": unexpected " + token);
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
