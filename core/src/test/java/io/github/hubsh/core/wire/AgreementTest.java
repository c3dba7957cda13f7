package io.github.hubsh.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.schema.MessageSchema;
import io.github.hubsh.core.schema.Violation;
import io.github.hubsh.core.testkit.Mutations;
import io.github.hubsh.core.testkit.Samples;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The reader judges by hand, for speed; here the schema library judges the same messages. The verdicts differ in two
 * cases only, both documented: text that is not strict UTF-8, and an {@code execute_request} without its content.
 */
final class AgreementTest {
    static final List<String> SAMPLES = samples();

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void the_reader_and_the_schema_agree_on_every_single_change(String sample) {
        assertAgreement(Mutations.all(sample));
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void the_reader_and_the_schema_agree_on_random_changes(String sample) {
        Random random = new Random(20261122);
        List<String> mutated = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            mutated.add(Mutations.random(sample, random));
        }
        assertAgreement(mutated);
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void the_reader_and_the_schema_agree_on_broken_text(String sample) {
        Random random = new Random(4711);
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = Mutations.randomBytes(sample.getBytes(UTF_8), random);
            broken.add(new String(bytes, UTF_8));
        }
        assertAgreement(broken);
    }

    @Test
    void a_request_without_content_is_refused_though_the_schema_lets_it_pass() {
        String noContent = Samples.EXECUTE_REQUEST.replaceFirst(",\"content\".*", "}");
        assertThat(MessageSchema.validate(noContent)).isEmpty();
        assertThat(refusal(noContent)).isEqualTo("content: missing, expected an object");
    }

    /** Among them a request with what only a reply has: to a request it is one unknown key among others. */
    private static List<String> samples() {
        List<String> samples = new ArrayList<>(Samples.ALL);
        samples.add(Samples.EXECUTE_REQUEST.replaceFirst("\\{", "{\"parent_header\":{\"source\":1},"));
        samples.add(Samples.EXECUTE_REPLY.replaceFirst("\"error\":\\{.*?\\}", "\"error\":\"Traceback: boom\""));
        return samples;
    }

    private static void assertAgreement(List<String> messages) {
        Set<String> disagreements = new LinkedHashSet<>();
        for (String message : messages) {
            List<Violation> violations = MessageSchema.validate(message);
            String refusal = refusal(message);
            boolean stricter = refusal != null && refusal.startsWith("content: missing");
            if (violations.isEmpty() != (refusal == null) && !stricter) {
                disagreements.add("schema " + violations + ", reader " + refusal + ": " + message);
            }
        }
        assertThat(disagreements).isEmpty();
    }

    private static String refusal(String message) {
        try {
            MessageReader.read(message.getBytes(UTF_8));
            return null;
        } catch (MalformedMessageException e) {
            return e.getMessage();
        }
    }
}
