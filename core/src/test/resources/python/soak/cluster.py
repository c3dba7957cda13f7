"""Three hubs that are one network: hubs, servers of NATS and plugins are killed and stopped, and links are cut."""
import shutil
import signal
import time

from soak import processes, rooms, trouble

ROOMS = 3
RATE = 40
# Shorter and longer than the cluster needs to notice silence, in seconds.
PAUSES = ((0.2, 2), (4, 8))


class ClusterSoak(trouble.Trouble):
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

    def kinds(self):
        kinds = [self.kill_hub, self.stop_hub, self.kill_server, self.stop_server, self.kill_plugin]
        return kinds + ([self.cut_link] if isinstance(self.networks, rooms.Networks) else [])

    def gap(self):
        return 0.5, 2

    def look_after(self):
        for room in self.rooms:
            if room.up:
                room.hub.check()
            room.plugin.look_after(self.counts)

    def children(self):
        return self.requesters

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
        self.later(*(pause or self.random.choice(PAUSES)), over)

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

    def finish(self):
        super().finish()
        for room in self.rooms:
            self.missing += ['%s has logged: %s' % (room.name, line) for line in room.hub.faults()]

    def rows(self):
        where = 'a network of its own for each room' if isinstance(self.networks, rooms.Networks) else 'one machine'
        return [('rooms', '%d, %s' % (ROOMS, where))] + self.requests() + sorted(self.counts.items())
