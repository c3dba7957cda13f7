package io.github.hubsh.core.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/** The answers of HTTP, each with the headers that keep a browser from doing more with it than show it. */
final class WebReplies {
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String NO_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'";

    private WebReplies() {}

    /** A line of text. */
    static FullHttpResponse line(HttpResponseStatus status, String line) {
        return whole(status, PLAIN, line + "\n");
    }

    static FullHttpResponse whole(HttpResponseStatus status, String contentType, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(bytes));
        describe(response.headers(), contentType, NO_CONTENT_POLICY);
        response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, bytes.length);
        return response;
    }

    static FullHttpResponse page(WebPage page) {
        FullHttpResponse response = whole(HttpResponseStatus.OK, "text/html; charset=utf-8", page.html());
        response.headers().set(HttpHeaderNames.CONTENT_SECURITY_POLICY, page.policy());
        return response;
    }

    static FullHttpResponse methodRefused() {
        FullHttpResponse response = line(HttpResponseStatus.METHOD_NOT_ALLOWED, "only GET and HEAD are served");
        response.headers().set(HttpHeaderNames.ALLOW, "GET, HEAD");
        return response;
    }

    static FullHttpResponse bodyRefused() {
        return line(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, "no request has a body here");
    }

    /** The head of a stream of events. */
    static HttpResponse events(HttpVersion version) {
        HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        describe(response.headers(), EventText.CONTENT_TYPE, NO_CONTENT_POLICY);
        if (version.isKeepAliveDefault()) {
            response.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        return response;
    }

    private static void describe(HttpHeaders headers, String contentType, String policy) {
        headers.set(HttpHeaderNames.CONTENT_TYPE, contentType)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.CONTENT_SECURITY_POLICY, policy)
                .set("x-content-type-options", "nosniff")
                .set("x-frame-options", "DENY")
                .set("referrer-policy", "no-referrer")
                .set("cross-origin-resource-policy", "same-origin")
                .set("cross-origin-opener-policy", "same-origin");
    }
}
