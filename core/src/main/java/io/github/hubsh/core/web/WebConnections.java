package io.github.hubsh.core.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;

/** Sets connections up, as many as there may be. On the loop of HTTP. */
final class WebConnections extends ChannelInitializer<Channel> {
    static final int MAX_LINE_BYTES = 2_048;
    static final int MAX_HEADER_BYTES = 8_192;

    private final WebSite site;
    private final WebCounter counter;

    WebConnections(WebSite site, WebCounter counter) {
        this.site = site;
        this.counter = counter;
    }

    @Override
    protected void initChannel(Channel channel) {
        if (!counter.open(channel)) {
            ChannelFuture unused = channel.close();
            return;
        }
        // More is read when what was read is answered.
        channel.config().setAutoRead(false);
        ChannelPipeline unused = channel.pipeline()
                .addLast(new HttpServerCodec(new HttpDecoderConfig()
                        .setMaxInitialLineLength(MAX_LINE_BYTES)
                        .setMaxHeaderSize(MAX_HEADER_BYTES)))
                .addLast(new HttpServerKeepAliveHandler())
                .addLast(new WebRequests(site));
    }
}
