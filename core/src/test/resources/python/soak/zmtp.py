"""A connection that speaks just enough ZMTP 3.1 over plain TCP to know what was sent, what came, and when it ended.

libzmq connects again by itself and does not say which messages went to which hub; a ledger needs to know that.
"""
import socket
import struct

MORE, LONG, COMMAND = 1, 2, 4
GREETING = b'\xff' + bytes(8) + b'\x7f\x03\x01NULL' + bytes(48)
TIMEOUT = 30


def header(flags, size):
    return struct.pack('!BQ', flags | LONG, size) if size > 255 else bytes([flags, size])


def frame(flags, content):
    return header(flags, len(content)) + content


def message(frames):
    return b''.join(frame(0 if i == len(frames) - 1 else MORE, each) for i, each in enumerate(frames))


def ready(kind, identity):
    """The READY command of a socket of this kind."""
    properties = b''.join(bytes([len(name)]) + name + struct.pack('!I', len(value)) + value
                          for name, value in ((b'Socket-Type', kind), (b'Identity', identity)))
    return frame(COMMAND, b'\x05READY' + properties)


class Refused(Exception):
    """The other side does not let this socket in, and says why."""


class Connection:
    """One connection, used by one thread. A closed one raises OSError (ConnectionError, or a timeout)."""

    def __init__(self, address, kind=b'DEALER', identity=b'', source=None):
        self.socket = socket.create_connection(address, TIMEOUT, source_address=source)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffer = bytearray()
        self.frames = []
        self.pongs = b''
        try:
            self.socket.sendall(GREETING + ready(kind, identity))
            self._skip_greeting()
        except BaseException:
            self.socket.close()
            raise

    def _skip_greeting(self):
        while len(self.buffer) < len(GREETING):
            self._fill()
        del self.buffer[:len(GREETING)]
        while True:
            found = self._take()
            if found is None:
                self._fill()
            elif found[1].startswith(b'\x05ERROR'):
                raise Refused(found[1][7:].decode('utf-8', 'replace'))
            elif found[1].startswith(b'\x05READY'):
                return

    def send(self, *frames):
        self.socket.sendall(message(frames))

    def send_some(self, data):
        """Send what can be sent now; returns how many bytes that was."""
        try:
            return self.socket.send(data, socket.MSG_DONTWAIT)
        except BlockingIOError:
            return 0

    def receive(self, timeout, within_message=False):
        """The whole messages that come within some seconds, or none. Answers PING, but not within a message."""
        self.socket.settimeout(max(timeout, 0.001))
        try:
            self._fill()
        except socket.timeout:
            return []
        finally:
            self.socket.settimeout(TIMEOUT)
        messages = list(iter(self._message, None))
        if self.pongs and not within_message:
            self.socket.sendall(self.pongs)
            self.pongs = b''
        return messages

    def _message(self):
        while True:
            found = self._take()
            if found is None:
                return None
            flags, content = found
            if flags & COMMAND:
                if content.startswith(b'\x04PING'):
                    self.pongs += frame(COMMAND, b'\x04PONG' + content[7:])
                continue
            self.frames.append(content)
            if not flags & MORE:
                whole, self.frames = self.frames, []
                return whole

    def _take(self):
        """The next frame as (flags, content); None while it is not whole."""
        if len(self.buffer) < 2:
            return None
        flags, size, start = self.buffer[0], self.buffer[1], 2
        if flags & LONG:
            if len(self.buffer) < 9:
                return None
            size, start = struct.unpack_from('!Q', self.buffer, 1)[0], 9
        if len(self.buffer) < start + size:
            return None
        content = bytes(self.buffer[start:start + size])
        del self.buffer[:start + size]
        return flags, content

    def _fill(self):
        piece = self.socket.recv(1 << 16)
        if not piece:
            raise ConnectionResetError('the other side has closed the connection')
        self.buffer += piece

    def close(self):
        self.socket.close()
