"""Plugins that are killed, stopped, cut off, doubled and restarted, and a hub that is killed, under traffic."""
import signal
import time

from soak import processes, trouble
from soak.supervised import DOUBLE_TIMEOUT, Double, Plugin

NAMES = ('pump', 'valve', 'heater', 'far')
FAR = 'far'
FAR_HOST = '127.0.0.2'
REQUESTERS = ('lab', 'bench')
RATE = 60
# Shorter and longer than the hub needs to notice silence, in seconds.
PAUSES = ((0.2, 2), (7, 10))
# A script of hubsh costs as much to start as all the others together.
LONG = 60


class PluginSoak(trouble.Trouble):
    def __init__(self, workspace, options, say):
        super().__init__(workspace, options, say)
        self.targets = NAMES
        self.hub = processes.HubProcess(workspace)
        self.hub_troubled_at = 0.0
        self.hub_up = True
        self.starts = []

    def run(self):
        """Returns (rows of the table, missing entries)."""
        self.begun = time.monotonic()
        self.starts.append(self.hub.start())
        ports = self.ports()
        self.proxy = processes.Child(self.workspace, '-m', 'soak.proxy', FAR_HOST, '127.0.0.1', *map(str, ports))
        self.proxy.ready.wait(processes.START_TIMEOUT)
        far_uri = self.hub.uri.replace('127.0.0.1', FAR_HOST)
        self.plugins = {name: Plugin(self.workspace, far_uri if name == FAR else self.hub.uri, name) for name in NAMES}
        self.requesters = [processes.requester(self.workspace, self.hub.address, name, RATE, NAMES)
                           for name in REQUESTERS]
        if self.duration >= LONG:
            self.requesters.append(processes.Script(self.workspace, self.hub.uri, NAMES))
        self.calm('at the start')
        self.disturb_until(time.monotonic() + self.duration)
        self.finish()
        return self.rows(), self.missing

    def ports(self):
        from soak.requester import announced_ports
        return (self.hub.port,) + announced_ports(self.hub.address)

    def kinds(self):
        return [self.kill, self.restart, self.stop, self.cut, self.double, self.kill_hub, self.stop_hub]

    def gap(self):
        """Each kind once, and soon; then at leisure."""
        return (0.5, 4.0) if self.rounds else (0.3, 1.0)

    def look_after(self):
        if self.hub_up:
            self.hub.check()
        for plugin in self.plugins.values():
            plugin.look_after(self.counts)

    def children(self):
        return self.requesters + [self.proxy]

    def pick(self, names=NAMES):
        """A plugin to which nothing happens now, for one disturbance; or None."""
        free = [name for name in names if not self.plugins[name].busy]
        if not free:
            return None
        plugin = self.plugins[self.random.choice(free)]
        plugin.busy = True
        return plugin

    def over(self, plugin, action):
        """Ends a disturbance."""
        def run():
            action()
            plugin.busy = False
        return run

    def kill(self):
        plugin = self.pick()
        if plugin:
            self.counts['plugin killed'] += 1
            plugin.kill()
            self.later(0, 3, self.over(plugin, plugin.start))

    def restart(self):
        plugin = self.pick()
        if plugin:
            self.counts['plugin restarted'] += 1
            plugin.end()
            self.later(0, 0, self.over(plugin, plugin.start))

    def stop(self):
        plugin = self.pick()
        if plugin:
            self.counts['plugin stopped'] += 1
            plugin.stop()
            self.later(*self.random.choice(PAUSES), self.over(plugin, plugin.go_on))

    def cut(self):
        plugin = self.pick((FAR,))
        if plugin:
            self.counts['cable cut'] += 1
            plugin.trouble()
            self.proxy.tell('cut')
            word = self.random.choice(('mend', 'drop mend'))
            self.later(*self.random.choice(PAUSES), self.over(plugin, lambda: (plugin.trouble(), self.proxy.tell(word))))

    def double(self):
        plugin = self.plugins[self.random.choice(NAMES)]
        double = Double(plugin)
        self.later(DOUBLE_TIMEOUT, DOUBLE_TIMEOUT, lambda: self.finish_double(double))

    def finish_double(self, double):
        wrong = double.finish(self.hub_troubled_at, self.counts)
        if wrong:
            self.missing.append(wrong)

    def kill_hub(self):
        if self.hub_up:
            self.counts['hub killed'] += 1
            self.hub_up = False
            self.hub_troubled_at = time.monotonic()
            self.hub.kill()
            self.later(0, 2, self.start_hub)

    def stop_hub(self):
        """As when a computer sleeps: the hub wakes up, and finds that all have been silent."""
        if self.hub_up:
            self.counts['hub stopped'] += 1
            process = self.hub.process
            process.send_signal(signal.SIGSTOP)
            self.later(*self.random.choice(PAUSES), lambda: self.continue_hub(process))

    def continue_hub(self, process):
        if process.poll() is None:
            process.send_signal(signal.SIGCONT)
        self.hub_troubled_at = time.monotonic()

    def start_hub(self):
        self.starts.append(self.hub.start())
        self.hub_up = True
        self.hub_troubled_at = time.monotonic()

    def finish(self):
        super().finish()
        self.missing += ['the hub has logged: ' + line for line in self.hub.faults()]

    def rows(self):
        rows = self.requests() + sorted(self.counts.items())
        backs = sorted(back for child in self.requesters for back in child.said.get('backs', ()))
        if backs:
            rows.append(('first answer after a hub restart, median ms', round(1000 * backs[len(backs) // 2])))
        rows.append(('start of the hub, median ms', round(1000 * sorted(self.starts)[len(self.starts) // 2])))
        rows.append(('resident memory of the hub, MB, now and at most', '%d, %d' % self.hub.memory()))
        return rows
