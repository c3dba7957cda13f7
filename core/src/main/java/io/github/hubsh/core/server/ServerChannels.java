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

/** Which channels Netty uses: those of epoll where the native library is there, else those of the JDK. */
final class ServerChannels {
    private ServerChannels() {}

    static IoHandlerFactory ioHandler() {
        return Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    }

    static Class<? extends ServerChannel> channel(Endpoint endpoint) {
        if (Epoll.isAvailable()) {
            return endpoint.isIpc() ? EpollServerDomainSocketChannel.class : EpollServerSocketChannel.class;
        }
        return endpoint.isIpc() ? NioServerDomainSocketChannel.class : NioServerSocketChannel.class;
    }

    static SocketAddress address(Endpoint endpoint) {
        if (endpoint.isIpc()) {
            return Epoll.isAvailable()
                    ? new DomainSocketAddress(endpoint.host())
                    : UnixDomainSocketAddress.of(endpoint.host());
        }
        if (endpoint.host().equals("*")) {
            return new InetSocketAddress(endpoint.port());
        }
        return new InetSocketAddress(HostNames.resolve(endpoint).host(), endpoint.port());
    }
}
