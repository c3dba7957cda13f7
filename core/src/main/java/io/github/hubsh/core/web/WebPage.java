package io.github.hubsh.core.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page: one resource, with its style and its script inside. A browser runs that script and no other, because the
 * policy names its hash; nor does it load anything from elsewhere, or make markup of a text.
 *
 * @param html as it is sent
 * @param policy the header {@code Content-Security-Policy}
 */
record WebPage(String html, String policy) {
    private static final String RESOURCE = "page.html";

    static WebPage load() {
        try (InputStream resource = WebPage.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing");
            }
            String html = new String(resource.readAllBytes(), UTF_8);
            return new WebPage(html, policy(html));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String policy(String html) {
        return "default-src 'none'; script-src " + hash(inside(html, "script")) + "; style-src "
                + hash(inside(html, "style"))
                + "; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                + "require-trusted-types-for 'script'; trusted-types 'none'";
    }

    private static String inside(String html, String element) {
        int start = html.indexOf("<" + element + ">") + element.length() + 2;
        return html.substring(start, html.indexOf("</" + element + ">", start));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
