"""Strangers who want to stop the hub or fill its memory; each attack is held until a well-behaved pair was served."""
import select
import socket
import time

from soak import processes, zmtp
from soak.pair import Pair
from soak.requester import announced_ports

import peer_schema as schema

HALF_OPEN = 2_000
IDLE = 9_000
SUBSCRIPTIONS = 100_000
UNREAD = 20_000
FEW_FILES = 300
MORE_THAN_FEW = 500
SPARE_FILES = 500
MESSAGE_OF_1_MB = 'x' * (1 << 20)
LOUD = 100
SERVED = 20
STUCK_AFTER = 2
POUR_TIMEOUT = 20
LEAVE_TIMEOUT = 30


class Skipped(Exception):
    """This machine cannot show it."""


def stranger(address, data=b''):
    """A connection on which so much is said, and nothing is read."""
    opened = socket.create_connection(address, zmtp.TIMEOUT)
    try:
        opened.sendall(data)
    except OSError:
        pass
    return opened


def pour(opened, pieces):
    """Send until the hub closes the connection or reads no further; returns how many bytes it took."""
    opened.setblocking(False)
    sent, end = 0, time.monotonic() + POUR_TIMEOUT
    for piece in pieces:
        rest = memoryview(piece)
        while rest:
            if not select.select([], [opened], [], STUCK_AFTER)[1] or time.monotonic() > end:
                return sent
            try:
                count = opened.send(rest)
            except BlockingIOError:
                continue
            except OSError:
                return sent
            sent, rest = sent + count, rest[count:]
    return sent


class Attacks:
    def __init__(self, workspace, options, say):
        self.workspace = workspace
        self.say = say
        self.share = options.share
        processes.raise_file_limit()
        self.table = []
        self.missing = []

    def run(self):
        self.hub = processes.HubProcess(self.workspace)
        self.attack_all([self.half_open, self.headers_of_every_size, self.endless_more, self.subscription_flood,
                         self.deaf_subscribers, self.clients_that_never_read, self.idle])
        self.hub.kill()
        self.hub = processes.HubProcess(self.workspace, FEW_FILES)
        self.attack_all([self.no_more_files])
        return self.table, self.missing

    def attack_all(self, attacks):
        self.hub.start()
        pair = Pair(self.workspace, self.hub)
        command, publish = announced_ports(self.hub.address)
        self.command, self.publish = ('127.0.0.1', command), ('127.0.0.1', publish)
        for attack in attacks:
            self.attack(attack, pair)
        pair.await_answers(SERVED)
        self.missing += pair.finish()

    def attack(self, attack, pair):
        name = attack.__name__.replace('_', ' ')
        opened, before = [], pair.answered()
        try:
            what = attack(opened)
            pair.await_answers(SERVED)
            value = '%s; the pair had %d answers; %d MB' % (what, pair.answered() - before, self.hub.memory()[0])
        except Skipped as reason:
            value = 'skipped: %s' % reason
        except processes.SoakError as error:
            raise processes.SoakError('%s: %s' % (name, error))
        finally:
            for each in opened:
                each.close()
        self.say('%s: %s' % (name, value))
        self.table.append((name, value))

    def sockets(self):
        return [self.hub.address, self.command, self.publish]

    def part(self, count):
        return max(10, count * self.share // 100)

    def half_open(self, opened):
        said = [b'', zmtp.GREETING[:1], zmtp.GREETING[:40], zmtp.GREETING, zmtp.GREETING + zmtp.ready(b'DEALER', b'h')[:20]]
        count = self.part(HALF_OPEN)
        for i in range(count):
            opened.append(stranger(self.sockets()[i % 3], said[i % len(said)]))
        return '%d handshakes' % count

    def headers_of_every_size(self, opened):
        """After the greeting, and as a message, a part of one, or a command of a ready peer."""
        sizes = [size + more for size in (1 << bit for bit in range(64)) for more in (-1, 0, 1)]
        step = max(1, 20 // self.share)
        for i, size in enumerate(sizes[::step]):
            long = size.to_bytes(8, 'big')
            for j, address in enumerate(self.sockets()):
                name = b'size-%d-%d' % (i, j)
                opened.append(stranger(address, zmtp.GREETING + bytes([zmtp.LONG | zmtp.COMMAND]) + long))
                flags = (0, zmtp.MORE, zmtp.COMMAND)[(i + j) % 3]
                head = zmtp.GREETING + zmtp.ready(b'SUB' if j == 2 else b'DEALER', name)
                opened.append(stranger(address, head + bytes([zmtp.LONG | flags]) + long + b'some of it'))
        return '%d headers' % len(opened)

    def endless_more(self, opened):
        total = 0
        small = zmtp.frame(zmtp.MORE, b'0123456789') * 5_000
        large = zmtp.frame(zmtp.MORE, bytes(1 << 16))
        for i, address in enumerate(self.sockets()):
            for j, piece in enumerate((small, large)):
                peer = stranger(address, zmtp.GREETING + zmtp.ready(b'SUB' if i == 2 else b'DEALER', b'more-%d-%d' % (i, j)))
                opened.append(peer)
                total += pour(peer, [piece] * self.part(2_000))
        return '%d MB of frames' % (total >> 20)

    def subscription_flood(self, opened):
        count = total = 0
        for kind in range(3):
            for i in range(3):
                peer = stranger(self.publish, zmtp.GREETING + zmtp.ready(b'SUB', b''))
                opened.append(peer)
                total += pour(peer, self.subscriptions(kind, i))
                count += 1
        return '%d subscribers, %d MB of subscriptions' % (count, total >> 20)

    def subscriptions(self, kind, number):
        """Short ones, long ones, and those that are taken back."""
        for block in range(self.part(SUBSCRIPTIONS) // 1000 + 1):
            names = [b'%d-%d-%d' % (number, block, n) for n in range(1000)]
            if kind == 1:
                names = [name * 1000 for name in names[:10]]
            pieces = [zmtp.frame(0, b'\x01' + name) for name in names]
            if kind == 2:
                pieces += [zmtp.frame(0, b'\x00' + name) for name in names]
            yield b''.join(pieces)

    def deaf_subscribers(self, opened):
        """Another client's messages of 1 MB are broadcast to ten subscribers that never read."""
        deaf = [stranger(self.publish, zmtp.GREETING + zmtp.ready(b'SUB', b'') + zmtp.frame(0, b'\x01')) for _ in range(10)]
        opened += deaf
        loud = zmtp.Connection(self.command, identity=b'loud')
        opened.append(loud)
        content = schema.encode(MESSAGE_OF_1_MB, schema.TEXT)
        answers, count = 0, self.part(LOUD)
        for _ in range(count):
            loud.send(b'', schema.dumps(schema.execute_request('loud', 'hub', 'ping', content)))
            answers += len(loud.receive(0.001))
        end = time.monotonic() + LEAVE_TIMEOUT
        while answers < count and time.monotonic() < end:
            answers += len(loud.receive(0.1))
        if answers < count:
            self.missing.append('%d of %d requests of 1 MB were answered' % (answers, count))
        return '%d messages' % count

    def clients_that_never_read(self, opened):
        """Of the query socket, and of the command socket with requests to the hub and to the plugin of the pair."""
        total, count = 0, self.part(UNREAD)
        query = zmtp.message([b'', schema.dumps(schema.connect_request('mute'))])
        for i in range(10):
            peer = stranger(self.hub.address, zmtp.GREETING + zmtp.ready(b'DEALER', b''))
            opened.append(peer)
            total += pour(peer, [query * 100] * (count // 100))
        for target in ('hub', 'echo'):
            name = 'mute-' + target
            request = schema.execute_request(name, target, 'ping', schema.encode({}, schema.JSON))
            peer = stranger(self.command, zmtp.GREETING + zmtp.ready(b'DEALER', name.encode()))
            opened.append(peer)
            total += pour(peer, [zmtp.message([b'', schema.dumps(request)]) * 100] * (count // 100))
        return '12 clients, %d MB' % (total >> 20)

    def idle(self, opened):
        """Half of them speak a ZMTP without heartbeats."""
        count = self.part(IDLE)
        if processes.raise_file_limit() < count + SPARE_FILES:
            raise Skipped('it needs ulimit -n %d' % (count + SPARE_FILES))
        older = zmtp.GREETING.replace(b'\x7f\x03\x01', b'\x7f\x03\x00')
        for i in range(count):
            kind, name = (b'SUB', b'') if i % 3 == 2 else (b'DEALER', b'')
            opened.append(stranger(self.sockets()[i % 3], (older, zmtp.GREETING)[i % 2] + zmtp.ready(kind, name)))
        return '%d connections' % count

    def no_more_files(self, opened):
        for _ in range(MORE_THAN_FEW):
            opened.append(stranger(self.hub.address))
        end = time.monotonic() + LEAVE_TIMEOUT
        while 'accepts no connection' not in self.hub.text():
            if time.monotonic() > end:
                raise processes.SoakError('the hub does not say that it has no more files')
            time.sleep(0.05)
        return '%d connections for %d files' % (MORE_THAN_FEW, FEW_FILES)
