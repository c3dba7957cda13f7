package io.github.hubsh.core.server;

import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.TransportException;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/** An address that the system listens at, and the connections that were made there. */
final class BoundServer implements PeerServer {
    private static final int BACKLOG = 1024;

    private static final String NUMBER_END = "): ";
    private static final String IN_USE = "the address is in use by another process";

    private final Endpoint endpoint;
    private final Channel channel;
    private final ChannelGroup children;

    private BoundServer(Endpoint endpoint, Channel channel, ChannelGroup children) {
        this.endpoint = endpoint;
        this.channel = channel;
        this.children = children;
    }

    /**
     * Binds, and waits until it is done. Connections wait until {@link #open}. Not on the loop.
     *
     * @throws TransportException if the address is in use, is not ours or cannot be used
     */
    static BoundServer bind(ServerLoop loop, Endpoint endpoint, Function<Channel, PeerConnection> connections) {
        ChannelGroup children = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loop.group())
                .channel(loop.channels().channel(endpoint))
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.AUTO_READ, false)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel child) {
                        children.add(child);
                        PeerConnection connection = connections.apply(child);
                        child.config().setRecvByteBufAllocator(new TurnBuffers(connection::maxReadBytes));
                        child.pipeline().addLast(connection);
                    }
                });
        if (endpoint.isIpc()) {
            removeAbandoned(endpoint);
        } else {
            bootstrap.childOption(ChannelOption.TCP_NODELAY, true).childOption(ChannelOption.SO_KEEPALIVE, true);
        }
        ChannelFuture bound = bootstrap.bind(loop.channels().address(endpoint)).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new TransportException("cannot bind to " + endpoint + ": " + reason(bound.cause()), bound.cause());
        }
        Channel channel = bound.channel();
        channel.pipeline().addLast(new AcceptFailures());
        return new BoundServer(
                endpoint.isIpc() ? endpoint : endpoint.withPort(((InetSocketAddress) channel.localAddress()).getPort()),
                channel,
                children);
    }

    @Override
    public void open() {
        channel.config().setAutoRead(true);
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        await(channel.close());
        await(children.close());
        // Channels of the JDK give their address back in the next turn.
        await(channel.eventLoop().schedule(() -> {}, 1, TimeUnit.MILLISECONDS));
        if (endpoint.isIpc()) {
            remove(Path.of(endpoint.host()));
        }
    }

    private static void await(Future<?> end) {
        Future<?> unused = end.awaitUninterruptibly();
    }

    /**
     * Removes the file of a socket that no process listens at: one that was killed leaves it behind. Netty would remove
     * any other as well.
     */
    private static void removeAbandoned(Endpoint endpoint) {
        Path path = Path.of(endpoint.host());
        if (!Files.exists(path)) {
            return;
        }
        if (Files.isRegularFile(path) || Files.isDirectory(path)) {
            throw new TransportException("cannot bind to " + endpoint + ": a file is there that is no socket");
        }
        try {
            SocketChannel.open(UnixDomainSocketAddress.of(path)).close();
        } catch (IOException e) {
            remove(path);
            return;
        }
        throw new TransportException("cannot bind to " + endpoint + ": " + IN_USE);
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LoggerFactory.getLogger(BoundServer.class).warn("cannot remove {}: {}", path, e.toString());
        }
    }

    /** Netty puts the system call and its number before what the system says. */
    private static String reason(Throwable cause) {
        String text = String.valueOf(cause.getMessage());
        if (text.contains("in use")) {
            return IN_USE;
        }
        if (text.contains("assign")) {
            return "the address is not one of this machine's";
        }
        int call = text.lastIndexOf(NUMBER_END);
        return call < 0 ? text : text.substring(call + NUMBER_END.length());
    }

    /** Stands behind Netty's acceptor, which pauses for a second when a connection cannot be accepted. */
    private static final class AcceptFailures extends ChannelInboundHandlerAdapter {
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            LoggerFactory.getLogger(BoundServer.class)
                    .warn(
                            "{} accepts no connection for a second: {}",
                            context.channel().localAddress(),
                            cause.toString());
        }
    }
}
