package io.github.hubsh.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentDataTest {
    private static final Map<String, Object> A_1 = Map.of("a", 1L);

    @Test
    void nothing_is_no_data_and_no_metadata() throws ContentException {
        assertThat(ContentData.encode(null, Payload.JSON)).isEqualTo(Payload.NONE);
        assertThat(ContentData.decode(Payload.NONE)).isNull();
    }

    @Test
    void without_metadata_data_is_a_pickle_in_base64() throws ContentException {
        assertThat(ContentData.decode(new Payload("gAWVCgAAAAAAAAB9lIwBYZRLAXMu", Map.of())))
                .isEqualTo(A_1);
        assertThat(ContentData.decode(new Payload("gAWVCgAAAAAA\nAAB9lIwBYZRL\r\nAXMu\n", Map.of())))
                .isEqualTo(A_1);
    }

    @Test
    void base64_is_not_mentioned_in_the_metadata() throws ContentException {
        Payload payload = ContentData.encode(A_1, Payload.JSON);

        assertThat(payload.data()).isEqualTo(base64("{\"a\":1}"));
        assertThat(payload.metadata()).isEqualTo(Map.of("mime_type", Payload.JSON));
    }

    @Test
    void any_other_transfer_encoding_leaves_the_data_as_it_stands() throws ContentException {
        Payload payload = ContentData.encode(A_1, Payload.JSON, "8bit");

        assertThat(payload)
                .isEqualTo(new Payload("{\"a\":1}", Map.of("mime_type", Payload.JSON, "transfer_encoding", "8bit")));
        assertThat(ContentData.decode(payload)).isEqualTo(A_1);
        assertThat(ContentData.decode(new Payload(A_1, payload.metadata()))).isEqualTo(A_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {Payload.PICKLE, Payload.JSON, Payload.YAML})
    void values_come_back_through_either_transfer_encoding(String mimeType) throws ContentException {
        Object value = Map.of("list", List.of(1L, 2.5, "é😀", List.of(), true), "big", Long.MAX_VALUE);

        assertThat(ContentData.decode(ContentData.encode(value, mimeType))).isEqualTo(value);
        assertThat(ContentData.decode(ContentData.encode(value, mimeType, "8bit")))
                .isEqualTo(value);
    }

    @Test
    void text_and_bytes_come_back() throws ContentException {
        Bytes bytes = Bytes.of((byte) 0, (byte) 255, (byte) 10);
        for (String encoding : List.of(Payload.BASE64, "8bit")) {
            assertThat(ContentData.decode(ContentData.encode("é", Payload.TEXT, encoding)))
                    .isEqualTo("é");
            assertThat(ContentData.decode(ContentData.encode(bytes, Payload.BYTES, encoding)))
                    .isEqualTo(bytes);
        }
        assertThat(ContentData.decode(ContentData.encode("é", Payload.BYTES)))
                .isEqualTo(Bytes.of("é".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void text_that_is_not_utf8_stays_bytes() throws ContentException {
        assertThat(ContentData.decode(new Payload("/w==", Map.of("mime_type", Payload.TEXT))))
                .isEqualTo(Bytes.of((byte) 255));
    }

    @Test
    void an_unknown_mime_type_is_an_error_that_names_the_known_ones() {
        assertThatThrownBy(() -> ContentData.decode(new Payload("", Map.of("mime_type", "text/html"))))
                .isInstanceOf(ContentException.class)
                .hasMessageStartingWith("unknown mime type text/html; known are application/python-pickle, ");
        assertThatThrownBy(() -> ContentData.encode(1L, "text/html")).isInstanceOf(ContentException.class);
    }

    @Test
    void data_that_is_not_what_it_says_is_an_error() {
        refused(new Payload("gA\n#B", Map.of()), "data is not BASE64: character 3 is '#'");
        refused(new Payload("g", Map.of()), "data is not BASE64: its end is missing, or stands within it");
        refused(new Payload("gA==gA==", Map.of()), "data is not BASE64: its end is missing, or stands within it");
        refused(new Payload("é", Map.of()), "data is not BASE64: character 0 is not ASCII");
        refused(new Payload(A_1, Map.of()), "BASE64 data must be text");
        refused(new Payload(A_1, Map.of("transfer_encoding", "8bit")), "application/python-pickle must be text");
        assertThatThrownBy(() -> ContentData.encode(A_1, Payload.TEXT)).hasMessageContaining("takes text or bytes");
    }

    private static void refused(Payload payload, String message) {
        assertThatThrownBy(() -> ContentData.decode(payload))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining(message);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
