package io.github.hubsh.core.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Answers the requests of one connection, one after the other: more are read when the last answer was written. On the
 * loop of HTTP.
 */
final class WebRequests extends SimpleChannelInboundHandler<HttpObject> {
    /** How long a client may take to ask, and to read the answer, in seconds. */
    static final long IDLE_SECONDS = 30;

    /** How many requests may wait for the answer before theirs. */
    static final int MAX_WAITING = 16;

    private final WebSite site;

    // Mutable state
    private final Deque<HttpObject> waiting = new ArrayDeque<>(); // requests behind the one that is being answered
    private @Nullable Future<?> timeout;
    private boolean answering;
    private boolean streaming;

    WebRequests(WebSite site) {
        this.site = site;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        readNext(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stopTimeout();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // A connection that was cut, most of the time. The error can be sent to no peer.
        ChannelFuture unused = context.close();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        boolean begins = part instanceof HttpRequest || part.decoderResult().isFailure();
        if (!begins) {
            // The end of a request that is being answered, or the body of one that was refused.
            return;
        }
        if (streaming || waiting.size() >= MAX_WAITING) {
            ChannelFuture unused = context.close();
        } else if (answering) {
            waiting.add(part);
        } else {
            begin(context, part);
        }
    }

    private void begin(ChannelHandlerContext context, HttpObject part) {
        answering = true;
        startTimeout(context);
        if (part.decoderResult().isFailure() || !(part instanceof HttpRequest request)) {
            refuse(context, part.decoderResult().cause());
        } else if (hasBody(request)) {
            close(context, isRead(request) ? WebReplies.bodyRefused() : WebReplies.methodRefused());
        } else {
            answer(context, request);
        }
    }

    private void answer(ChannelHandlerContext context, HttpRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        if (hosts.size() > 1 || !site.host().allows(hosts.isEmpty() ? null : hosts.get(0))) {
            close(context, WebReplies.line(HttpResponseStatus.FORBIDDEN, "this server has no such name"));
        } else if (!isRead(request)) {
            write(context, WebReplies.methodRefused());
        } else {
            serve(context, request);
        }
    }

    private void serve(ChannelHandlerContext context, HttpRequest request) {
        String uri = request.uri();
        int query = uri.indexOf('?');
        switch (query < 0 ? uri : uri.substring(0, query)) {
            case "/" -> write(context, WebReplies.page(site.page()));
            case "/healthz" -> site.health().ask(context.executor(), healthy -> write(context, health(healthy)));
            case "/metrics" -> write(context, site.metrics());
            case "/events" -> stream(context, request);
            default -> write(context, WebReplies.line(HttpResponseStatus.NOT_FOUND, "there is no such page"));
        }
    }

    private static HttpResponse health(boolean healthy) {
        return healthy
                ? WebReplies.line(HttpResponseStatus.OK, "ok")
                : WebReplies.line(HttpResponseStatus.SERVICE_UNAVAILABLE, "the hub's loop does not turn");
    }

    private void stream(ChannelHandlerContext context, HttpRequest request) {
        if (request.method().equals(HttpMethod.HEAD)) {
            HttpResponse head = WebReplies.whole(HttpResponseStatus.OK, EventText.CONTENT_TYPE, "");
            head.headers().remove(HttpHeaderNames.CONTENT_LENGTH);
            close(context, head);
        } else if (site.events().isFull()) {
            write(context, WebReplies.line(HttpResponseStatus.SERVICE_UNAVAILABLE, "too many look already"));
        } else {
            streaming = true;
            stopTimeout();
            Channel channel = context.channel();
            ChannelFuture unused = channel.writeAndFlush(WebReplies.events(request.protocolVersion()));
            site.events().add(channel);
            // To notice that the client goes.
            context.read();
        }
    }

    /** Says what is wrong with a request that cannot be read. */
    private void refuse(ChannelHandlerContext context, @Nullable Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            close(context, WebReplies.line(HttpResponseStatus.REQUEST_URI_TOO_LONG, "the address is too long"));
        } else if (cause instanceof TooLongHttpHeaderException) {
            close(
                    context,
                    WebReplies.line(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "the headers are too long"));
        } else {
            close(context, WebReplies.line(HttpResponseStatus.BAD_REQUEST, "this is not HTTP"));
        }
    }

    private static boolean isRead(HttpRequest request) {
        return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    }

    private static boolean hasBody(HttpRequest request) {
        return HttpUtil.isTransferEncodingChunked(request) || HttpUtil.getContentLength(request, 0L) > 0;
    }

    private void write(ChannelHandlerContext context, HttpResponse response) {
        ChannelFuture unused = context.channel().writeAndFlush(response).addListener(written -> {
            if (written.isSuccess()) {
                answerNext(context);
            }
        });
    }

    private void close(ChannelHandlerContext context, HttpResponse response) {
        response.headers().set(HttpHeaderNames.CONNECTION, "close");
        ChannelFuture unused = context.channel().writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }

    private void answerNext(ChannelHandlerContext context) {
        answering = false;
        HttpObject next = waiting.poll();
        if (next == null) {
            readNext(context);
        } else {
            begin(context, next);
        }
    }

    private void readNext(ChannelHandlerContext context) {
        startTimeout(context);
        context.read();
    }

    private void startTimeout(ChannelHandlerContext context) {
        stopTimeout();
        timeout = context.executor()
                .schedule(
                        () -> {
                            ChannelFuture unused = context.close();
                        },
                        IDLE_SECONDS,
                        TimeUnit.SECONDS);
    }

    private void stopTimeout() {
        if (timeout != null) {
            timeout.cancel(false);
            timeout = null;
        }
    }
}
