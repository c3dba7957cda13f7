"""Mutated messages, paced and as fast as they go, while a well-behaved pair has every request answered."""
import random
import select
import time

from soak import mutations, processes, zmtp
from soak.pair import Pair
from soak.requester import announced_ports

MESSAGES = 1_000_000
BLOCK = 2_000
PACED_A_SECOND = 10_000
PIECE = 1 << 16
QUIET = 5
EXCHANGE_TIMEOUT = 120
PICKLED = 'python-pickle'


class Mutant:
    """A peer that sends mutated messages, and reads what it gets."""

    def __init__(self, address, texts, name=b''):
        self.address = address
        self.texts = texts
        self.name = name
        self.sent = self.received = self.closed = 0
        self.connect()

    def connect(self):
        self.connection = zmtp.Connection(self.address, identity=self.name)

    def block(self, count, random):
        """So many messages as bytes. A client of the query socket keeps the frames, so that each is answered."""
        parts = []
        for _ in range(count):
            payload = mutations.mutated(random.choice(self.texts), random)
            frames = mutations.misframed(payload, random) if self.name and random.random() < 0.1 else [b'', payload]
            parts.append(zmtp.message(frames))
        self.sent += count
        return b''.join(parts)

    def exchange(self, data):
        """Send all of it, and read meanwhile: who does not read is not read either."""
        rest, end = memoryview(data), time.monotonic() + EXCHANGE_TIMEOUT
        try:
            while rest:
                readable, writable, _ = select.select([self.connection.socket], [self.connection.socket], [], 1)
                if readable:
                    self.received += len(self.connection.receive(0, within_message=True))
                if writable:
                    rest = rest[self.connection.send_some(rest[:PIECE]):]
                if time.monotonic() > end:
                    raise processes.SoakError('the hub does not read from %r' % self.name)
        except OSError:
            self.connect_again()

    def connect_again(self):
        """The hub may need a moment to see that the connection before this one is over."""
        self.closed += 1
        self.connection.close()
        end = time.monotonic() + EXCHANGE_TIMEOUT
        while time.monotonic() < end:
            try:
                return self.connect()
            except zmtp.Refused:
                time.sleep(0.1)
        raise processes.SoakError('the hub does not let %r in again' % self.name)

    def read(self, timeout=0.0):
        try:
            got = len(self.connection.receive(timeout))
        except OSError:
            self.connect_again()
            return 0
        self.received += got
        return got


class MutatedSoak:
    def __init__(self, workspace, options, say):
        self.say = say
        self.workspace = workspace
        self.random = random.Random(options.seed)
        self.count = max(BLOCK, MESSAGES * options.share // 100)
        self.hub = processes.HubProcess(workspace)

    def run(self):
        self.hub.start()
        pair = Pair(self.workspace, self.hub)
        command, _ = announced_ports(self.hub.address)
        texts = mutations.recorded()
        # The pair's plugin runs what it is asked for: it gets no pickles that chance has changed, and no long sleeps.
        commands = texts['command'] + [text.replace('"electrode_controller"', '"echo"') for text in texts['command']
                                       if PICKLED not in text and '"metadata"' in text and '"slow"' not in text]
        self.mutants = [Mutant(self.hub.address, texts['query'])]
        self.mutants += [Mutant(('127.0.0.1', command), commands, name)
                         for name in (b'client', b'electrode_controller', b'mutant')]
        for paced in (True, False):
            self.send(self.count // 2, paced, pair)
        pair.await_answers(10)
        self.await_silence()
        missing = pair.finish()
        query = self.mutants[0]
        if query.received != query.sent:
            missing.append('%d mutated queries, %d answers' % (query.sent, query.received))
        missing += ['the hub has closed a connection of %r, which broke no rule of ZMTP' % mutant.name
                    for mutant in self.mutants if mutant.closed]
        if missing:
            missing += self.hub.text().splitlines()[-20:]
        return self.rows(pair), missing

    def send(self, count, paced, pair):
        begun = shown = time.monotonic()
        sent = 0
        while sent < count:
            size = min(BLOCK, count - sent)
            mutant = self.random.choice(self.mutants)
            block = mutant.block(size, self.random)
            mutant.exchange(block)
            for each in self.mutants:
                each.read()
            sent += size
            if paced:
                self.read_until(begun + sent / PACED_A_SECOND)
            if time.monotonic() - shown > 10:
                shown = time.monotonic()
                self.say('%8d mutated messages %s, the pair has %d answers'
                         % (sent, 'paced' if paced else 'as fast as they go', pair.answered()))
            self.hub.check()
        pair.await_answers(1)

    def read_until(self, end):
        while time.monotonic() < end:
            for mutant in self.mutants:
                mutant.read(0.005)

    def await_silence(self):
        """Read until no answer has come for some time."""
        last = time.monotonic()
        while time.monotonic() - last < QUIET:
            if any([mutant.read(0.01) for mutant in self.mutants]) and self.mutants[0].received < self.mutants[0].sent:
                last = time.monotonic()
            if self.mutants[0].received >= self.mutants[0].sent:
                return

    def rows(self, pair):
        said = pair.requester.said['counts']
        return [
            ('mutated messages', sum(mutant.sent for mutant in self.mutants)),
            ('of these queries, each answered', self.mutants[0].sent),
            ('answers and passed messages that came back', sum(mutant.received for mutant in self.mutants)),
            ('requests of the pair', said['asked']),
            ('answered', said['answered']),
            ('resident memory of the hub, MB, now and at most', '%d, %d' % self.hub.memory()),
        ]
