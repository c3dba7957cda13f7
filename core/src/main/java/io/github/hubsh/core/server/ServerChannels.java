package io.github.hubsh.core.server;

import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.HostNames;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;

/** Which channels Netty uses: those of epoll, or those of the JDK. */
enum ServerChannels {
    EPOLL,
    NIO;

    /** Returns those of epoll where the native library is there. */
    static ServerChannels best() {
        return Epoll.isAvailable() ? EPOLL : NIO;
    }

    IoHandlerFactory ioHandler() {
        return this == EPOLL ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    }

    Class<? extends ServerChannel> channel(Endpoint endpoint) {
        if (this == EPOLL) {
            return endpoint.isIpc() ? EpollServerDomainSocketChannel.class : EpollServerSocketChannel.class;
        }
        return endpoint.isIpc() ? NioServerDomainSocketChannel.class : NioServerSocketChannel.class;
    }

    SocketAddress address(Endpoint endpoint) {
        if (endpoint.isIpc()) {
            return this == EPOLL
                    ? new DomainSocketAddress(endpoint.host())
                    : UnixDomainSocketAddress.of(endpoint.host());
        }
        if (endpoint.host().equals("*")) {
            return new InetSocketAddress(endpoint.port());
        }
        return new InetSocketAddress(HostNames.resolve(endpoint).host(), endpoint.port());
    }
}
