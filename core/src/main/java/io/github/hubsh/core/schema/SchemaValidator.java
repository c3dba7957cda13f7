package io.github.hubsh.core.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.github.hubsh.core.message.MessageType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The validation library, behind what {@link MessageSchema} offers: apart, so that naming the schema loads nothing. */
final class SchemaValidator {
    /** Every message has this much in common; it judges what says to be of no known type. */
    private static final String ANY = "message";

    private static final String DEFINITIONS = "definitions";
    private static final int MAX_NUMBER_CHARACTERS = 10_000;

    /** Reads what peers write: bare {@code NaN} and infinities, integers of any size. */
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(MAX_NUMBER_CHARACTERS)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .nodeFactory(new FiniteNumbers())
            .build();

    private final ObjectNode root = (ObjectNode) parsed(MessageSchema.schema());
    private final Map<String, JsonSchema> schemas = new HashMap<>();

    private SchemaValidator() {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V4);
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().locale(Locale.ENGLISH).build();
        schemas.put(ANY, factory.getSchema(standalone(ANY), config));
        for (MessageType type : MessageType.values()) {
            schemas.put(type.wireName(), factory.getSchema(standalone(type.wireName()), config));
        }
    }

    static SchemaValidator shared() {
        return Holder.SHARED;
    }

    String text(String definition) {
        if (!root.path(DEFINITIONS).has(definition)) {
            throw new IllegalArgumentException("the message schema defines no '" + definition + "'");
        }
        return standalone(definition).toPrettyString();
    }

    List<Violation> validate(String json) {
        JsonNode message;
        try {
            message = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            return List.of(new Violation("", "no JSON: " + e.getOriginalMessage()));
        }
        if (message.isMissingNode()) {
            return List.of(new Violation("", "not JSON: the text is empty"));
        }
        String type = message.path("header").path("msg_type").asText();
        JsonSchema schema = Objects.requireNonNull(schemas.getOrDefault(type, schemas.get(ANY)));
        return schema.validate(message).stream()
                .map(SchemaValidator::violation)
                .distinct()
                .toList();
    }

    /** All definitions come along: they refer to each other. */
    private ObjectNode standalone(String definition) {
        ObjectNode schema = MAPPER.createObjectNode();
        schema.set("$schema", root.get("$schema"));
        schema.putArray("allOf").addObject().put("$ref", "#/" + DEFINITIONS + "/" + definition);
        schema.set(DEFINITIONS, root.get(DEFINITIONS));
        return schema;
    }

    private static Violation violation(ValidationMessage found) {
        JsonNodePath location = found.getInstanceLocation();
        List<String> path = new ArrayList<>();
        for (int i = 0; i < location.getNameCount(); i++) {
            path.add(location.getName(i));
        }
        return new Violation(String.join(".", path), found.getError());
    }

    private static JsonNode parsed(String schema) {
        try {
            return MAPPER.readTree(schema);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the message schema is not JSON", e);
        }
    }

    /** To a schema without bounds one number is as good as another, and the library fails on those that are none. */
    private static final class FiniteNumbers extends JsonNodeFactory {
        private static final long serialVersionUID = 1L;

        @Override
        public NumericNode numberNode(double value) {
            return super.numberNode(Double.isFinite(value) ? value : 0.0);
        }
    }

    private static final class Holder {
        static final SchemaValidator SHARED = new SchemaValidator();
    }
}
