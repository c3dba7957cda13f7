"""Three hubs that are one network: hubs, servers of NATS and plugins are killed and stopped, and links are cut."""
import collections
import heapq
import itertools
import random
import shutil
import signal
import time

from soak import processes, rooms

ROOMS = 3
RATE = 40
CALM_EVERY = 60
CALM_TIMEOUT = 120
# Shorter and longer than the cluster needs to notice silence, in seconds.
PAUSES = ((0.2, 2), (4, 8))
LAST_REPORT_TIMEOUT = 90
PROGRESS_EVERY = 10


class ClusterSoak:
    def __init__(self, workspace, options, say):
        self.workspace = workspace
        self.say = say
        self.duration = options.duration
        self.random = random.Random(options.seed)
        self.counts = collections.Counter()
        self.missing = []
        self.undo = []
        self.order = itertools.count()

    def run(self):
        """Returns (rows of the table, missing entries)."""
        if not shutil.which('nats-server'):
            return [('skipped', 'no nats-server (Debian: apt install nats-server)')], []
        networks = rooms.networks(ROOMS)
        try:
            return self.run_in(networks)
        finally:
            networks.close()

    def run_in(self, networks):
        self.networks = networks
        self.begun = time.monotonic()
        self.servers = rooms.servers(self.workspace, networks, ROOMS)
        uris = ['nats://%s:%d' % server.address for server in self.servers]
        # Each hub begins with the server of its room.
        self.rooms = [rooms.Room(self.workspace, networks, number, ','.join(uris[number:] + uris[:number]))
                      for number in range(ROOMS)]
        self.targets = [room.plugin.name for room in self.rooms]
        self.requesters = [processes.requester(self.workspace, room.hub.address, 'asks%d' % room.number, RATE,
                                               self.targets, room.prefix) for room in self.rooms]
        self.calm('at the start')
        self.disturb_until(time.monotonic() + self.duration)
        self.finish()
        return self.rows(), self.missing

    def disturb_until(self, end):
        kinds = []
        next_calm, shown = time.monotonic() + CALM_EVERY, time.monotonic()
        while time.monotonic() < end:
            if time.monotonic() > next_calm:
                self.calm('after %d s' % (time.monotonic() - self.begun))
                next_calm = time.monotonic() + CALM_EVERY
            if not kinds:
                kinds = [self.kill_hub, self.stop_hub, self.kill_server, self.stop_server, self.kill_plugin]
                kinds += [self.cut_link] if isinstance(self.networks, rooms.Networks) else []
                self.random.shuffle(kinds)
            kinds.pop()()
            if time.monotonic() - shown > PROGRESS_EVERY:
                self.progress()
                shown = time.monotonic()
            self.wait(self.random.uniform(0.5, 2))
        self.calm('at the end')

    def wait(self, seconds):
        """Let time pass, undo what is due, and look after everything."""
        end = time.monotonic() + seconds
        while True:
            now = time.monotonic()
            while self.undo and self.undo[0][0] <= now:
                heapq.heappop(self.undo)[2]()
            for room in self.rooms:
                if room.up:
                    room.hub.check()
                room.plugin.look_after(self.counts)
            for child in self.requesters:
                if not child.alive():
                    raise processes.SoakError('a requester has ended; its error: '
                                              + (self.workspace.path / 'peers.log').read_text()[-3000:])
            if now >= end:
                return
            time.sleep(min(0.05, end - now))

    def later(self, pause, action):
        heapq.heappush(self.undo, (time.monotonic() + self.random.uniform(*pause), next(self.order), action))

    def disturb(self, kind, begin, end, pause=None):
        """Does something to a room that is left alone otherwise, and undoes it after a while."""
        free = [room for room in self.rooms if not room.busy]
        if not free:
            return
        room = self.random.choice(free)
        room.busy = True
        self.counts[kind] += 1
        begin(room)

        def over():
            end(room)
            room.busy = False
        self.later(pause or self.random.choice(PAUSES), over)

    def kill_hub(self):
        self.disturb('hub killed', lambda room: room.kill_hub(), lambda room: room.start_hub(), (0, 2))

    def stop_hub(self):
        self.disturb('hub stopped', lambda room: room.stop_hub(), lambda room: room.continue_hub())

    def kill_server(self):
        self.disturb('NATS killed', lambda room: self.servers[room.number].kill(),
                     lambda room: self.servers[room.number].start())

    def stop_server(self):
        self.disturb('NATS stopped', lambda room: self.servers[room.number].signal(signal.SIGSTOP),
                     lambda room: self.servers[room.number].signal(signal.SIGCONT))

    def kill_plugin(self):
        self.disturb('plugin killed', lambda room: room.plugin.kill(), lambda room: room.plugin.start(), (0, 2))

    def cut_link(self):
        self.disturb('link cut', lambda room: self.networks.link(room.number, 'down'),
                     lambda room: self.networks.link(room.number, 'up'))

    def calm(self, when):
        """Undo everything; then each plugin must answer each requester again, in whatever room."""
        while self.undo:
            heapq.heappop(self.undo)[2]()
        before = [dict(child.said.get('good', {})) for child in self.requesters]
        deaf = ['']
        end = time.monotonic() + CALM_TIMEOUT
        while deaf and time.monotonic() < end:
            self.wait(0.2)
            deaf = ['%s does not answer %s any more (%s)' % (name, child.said.get('name'), when)
                    for child, counted in zip(self.requesters, before) for name in self.targets
                    if child.said.get('good', {}).get(name, 0) <= counted.get(name, 0)]
        self.missing += deaf
        self.counts['calm'] += 1

    def finish(self):
        for child in self.requesters:
            child.tell('finish')
        for child in self.requesters:
            child.ended.wait(LAST_REPORT_TIMEOUT)
            name = child.said.get('name')
            if not child.said.get('last'):
                self.missing.append('%s has not written its last report' % name)
                continue
            self.missing += ['%s: %s' % (name, line) for line in child.said['missing'] + child.said['wrong']]
        for room in self.rooms:
            self.missing += ['%s has logged: %s' % (room.name, line) for line in room.hub.faults()]

    def sums(self):
        sums = collections.Counter()
        for child in self.requesters:
            sums.update(child.said.get('counts', {}))
            sums['open'] += child.said.get('open', 0)
        return sums

    def progress(self):
        sums = self.sums()
        self.say('%4d s  %d asked  %d answered  %d open  %d wrong'
                 % (time.monotonic() - self.begun, sums['asked'], sums['answered'], sums['open'], sums['wrong']))

    def rows(self):
        sums = self.sums()
        ends = sorted(kind for kind in sums if kind not in ('asked', 'answered', 'open', 'wrong'))
        where = 'a network of its own for each room' if isinstance(self.networks, rooms.Networks) else 'one machine'
        rows = [('rooms', '%d, %s' % (ROOMS, where)), ('requests asked', sums['asked']),
                ('answered by the plugin', sums['answered'])]
        rows += [('ended with: ' + kind, sums[kind]) for kind in ends]
        rows += [('answered wrongly', sums['wrong']), ('never answered', sums['open'])]
        return rows + sorted(self.counts.items())
