"""A cable between a plugin and the hub that can be cut: connections stay, and nothing passes any more.

Usage: python3 -m soak.proxy LISTEN_HOST HUB_HOST PORT...

Listens at LISTEN_HOST on the ports of the hub. A line on stdin: "cut" stops all bytes in both directions, "mend" lets
them pass again, "drop" closes all connections. Ends when stdin closes.
"""
import os
import selectors
import socket
import sys

import peer_schema as schema

PIECE = 1 << 16


class Proxy:
    def __init__(self, listen_host, hub_host, ports):
        self.hub_host = hub_host
        self.selector = selectors.DefaultSelector()
        self.other = {}
        self.passing = True
        self.listeners = []
        for port in ports:
            listener = socket.create_server((listen_host, port), backlog=100)
            listener.setblocking(False)
            self.listeners.append(listener)
            self.selector.register(listener, selectors.EVENT_READ)
        self.selector.register(0, selectors.EVENT_READ)

    def run(self):
        while True:
            for key, _ in self.selector.select():
                if key.fileobj == 0:
                    line = os.read(0, 4096)
                    if not line:
                        return
                    for word in line.decode().split():
                        self.obey(word)
                elif key.fileobj in self.listeners:
                    self.accept(key.fileobj)
                elif key.fileobj in self.other and self.passing:
                    self.carry(key.fileobj)

    def obey(self, word):
        if word == 'drop':
            for each in list(self.other):
                self.close(each)
        elif (word == 'mend') != self.passing:
            self.passing = word == 'mend'
            for each in self.listeners + list(self.other):
                if self.passing:
                    self.selector.register(each, selectors.EVENT_READ)
                else:
                    self.selector.unregister(each)

    def accept(self, listener):
        plugin, _ = listener.accept()
        try:
            hub = socket.create_connection((self.hub_host, listener.getsockname()[1]), 5)
        except OSError:
            plugin.close()
            return
        for one, other in ((plugin, hub), (hub, plugin)):
            one.setblocking(True)
            one.settimeout(5)
            self.other[one] = other
            self.selector.register(one, selectors.EVENT_READ)

    def carry(self, source):
        try:
            piece = source.recv(PIECE)
            if piece:
                self.other[source].sendall(piece)
                return
        except OSError:
            pass
        self.close(source)

    def close(self, one):
        other = self.other.pop(one, None)
        if other is None:
            return
        self.other.pop(other, None)
        for each in (one, other):
            if self.passing:
                self.selector.unregister(each)
            each.close()


if __name__ == '__main__':
    proxy = Proxy(sys.argv[1], sys.argv[2], [int(port) for port in sys.argv[3:]])
    schema.say(ready=True)
    proxy.run()
