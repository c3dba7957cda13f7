package io.github.hubsh.core.web;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.thread.DaemonThreads;
import io.github.hubsh.core.transport.TransportException;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Shows a hub of this process over HTTP: {@code /} is a page for people, {@code /metrics} for Prometheus,
 * {@code /healthz} says whether the hub's loop turns, {@code /events} is what the page is made of. A person who reaches
 * the address sees the names of plugins and the beginnings of broadcasts; nothing can be changed.
 */
public final class HubWeb implements AutoCloseable {
    private static final int BACKLOG = 64;

    /** How much waits for a client that does not read, in bytes: in the process, and about as much in the system. */
    private static final int MAX_UNSENT_BYTES = 256 << 10;

    private static final long CLOSE_SECONDS = 2;

    private final EventLoopGroup group;
    private final Channel channel;
    private final WebCounter counter;

    private HubWeb(EventLoopGroup group, Channel channel, WebCounter counter) {
        this.group = group;
        this.channel = channel;
        this.counter = counter;
    }

    /**
     * Listens, with a thread of its own.
     *
     * @throws TransportException if the address cannot be used
     */
    public static HubWeb open(Hub hub, WebAddress address) {
        WebCounter counter = new WebCounter();
        HostCheck host = new HostCheck(address.isLoopback());
        WebSite site = new WebSite(new RunningWatchedHub(hub), host, Clock.systemUTC(), counter);
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(
                1, DaemonThreads.factory(hub.name() + "-http"), NioIoHandler.newFactory());
        ChannelFuture bound = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.SO_SNDBUF, MAX_UNSENT_BYTES)
                .childOption(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(MAX_UNSENT_BYTES / 2, MAX_UNSENT_BYTES))
                .childHandler(new WebConnections(site, counter))
                .bind(new InetSocketAddress(address.host(), address.port()))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            Future<?> unused = group.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS);
            throw new TransportException(
                    "cannot serve HTTP at " + address.host() + ":" + address.port() + ": " + reason(bound.cause()),
                    bound.cause());
        }
        return new HubWeb(group, bound.channel(), counter);
    }

    /** Returns where the page is, with the real port. */
    public String uri() {
        InetSocketAddress address = (InetSocketAddress) channel.localAddress();
        return "http://" + NetUtil.toSocketAddressString(address) + "/";
    }

    /** Closes all connections and ends the thread. */
    @Override
    public void close() {
        channel.close().awaitUninterruptibly();
        counter.connections().close().awaitUninterruptibly();
        group.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }

    private static String reason(Throwable cause) {
        if (cause instanceof UnresolvedAddressException) {
            return "there is no such host";
        }
        String text = String.valueOf(cause.getMessage());
        if (text.contains("in use")) {
            return "the address is in use";
        }
        return text.contains("assign") ? "the address is not one of this machine's" : text;
    }
}
