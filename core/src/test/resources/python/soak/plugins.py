"""Plugins that are killed, stopped, cut off, doubled and restarted, and a hub that is killed, under traffic."""
import collections
import heapq
import itertools
import random
import signal
import time

from soak import processes
from soak.supervised import DOUBLE_TIMEOUT, Double, Plugin

NAMES = ('pump', 'valve', 'heater', 'far')
FAR = 'far'
FAR_HOST = '127.0.0.2'
REQUESTERS = ('lab', 'bench')
RATE = 60
CALM_EVERY = 60
CALM_TIMEOUT = 120
# Shorter and longer than the hub needs to notice silence, in seconds.
PAUSES = ((0.2, 2), (7, 10))
# A script of hubsh costs as much to start as all the others together.
LONG = 60
LAST_REPORT_TIMEOUT = 90
PROGRESS_EVERY = 10


class PluginSoak:
    def __init__(self, workspace, options, say):
        self.workspace = workspace
        self.say = say
        self.duration = options.duration
        self.random = random.Random(options.seed)
        self.counts = collections.Counter()
        self.missing = []
        self.undo = []
        self.order = itertools.count()
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

    def disturb_until(self, end):
        kinds = []
        next_calm = time.monotonic() + CALM_EVERY
        gap, shown = (0.3, 1.0), time.monotonic()
        while time.monotonic() < end:
            if time.monotonic() > next_calm:
                self.calm('after %d s' % (time.monotonic() - self.begun))
                next_calm = time.monotonic() + CALM_EVERY
            if not kinds:
                kinds = [self.kill, self.restart, self.stop, self.cut, self.double, self.kill_hub,
                         self.stop_hub]
                self.random.shuffle(kinds)
            kinds.pop()()
            if time.monotonic() - shown > PROGRESS_EVERY:
                self.progress()
                shown = time.monotonic()
            self.wait(self.random.uniform(*gap))
            if not kinds:
                gap = (0.5, 4.0)
        self.calm('at the end')

    def wait(self, seconds):
        """Let time pass, undo what is due, and look after everything."""
        end = time.monotonic() + seconds
        while True:
            now = time.monotonic()
            while self.undo and self.undo[0][0] <= now:
                heapq.heappop(self.undo)[2]()
            if self.hub_up:
                self.hub.check()
            for plugin in self.plugins.values():
                plugin.look_after(self.counts)
            for child in self.requesters + [self.proxy]:
                if not child.alive():
                    raise processes.SoakError('a process of the soak has ended; its error: '
                                              + (self.workspace.path / 'peers.log').read_text()[-3000:])
            if now >= end:
                return
            time.sleep(min(0.05, end - now))

    def later(self, least, most, action):
        heapq.heappush(self.undo, (time.monotonic() + self.random.uniform(least, most), next(self.order), action))

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

    def calm(self, when):
        """Undo everything; then each plugin must answer each requester again."""
        while self.undo:
            heapq.heappop(self.undo)[2]()
        before = [dict(child.said.get('good', {})) for child in self.requesters]
        deaf = ['']
        end = time.monotonic() + CALM_TIMEOUT
        while deaf and time.monotonic() < end:
            self.wait(0.2)
            deaf = ['%s does not answer %s any more (%s)' % (name, child.said.get('name'), when)
                    for child, counted in zip(self.requesters, before) for name in NAMES
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
            self.missing += ['%s: %s' % (name, line) for line in child.said['missing'] + child.said['wrong']]
        self.missing += ['the hub has logged: ' + line for line in self.hub.faults()]

    def sums(self):
        sums = collections.Counter()
        for child in self.requesters:
            sums.update(child.said.get('counts', {}))
            sums['open'] += child.said.get('open', 0)
        return sums

    def progress(self):
        sums = self.sums()
        done = sum(count for kind, count in self.counts.items() if kind not in ('calm',))
        self.say('%4d s  %d asked  %d answered  %d open  %d wrong  %d disturbances'
                 % (time.monotonic() - self.begun, sums['asked'], sums['answered'], sums['open'], sums['wrong'], done))

    def rows(self):
        sums = self.sums()
        ends = sorted(kind for kind in sums if kind not in ('asked', 'answered', 'open'))
        rows = [('requests asked', sums['asked']), ('answered by the plugin', sums['answered'])]
        rows += [('ended with: ' + kind, sums[kind]) for kind in ends if kind != 'wrong']
        rows += [('answered wrongly', sums['wrong']), ('never answered', sums['open'])]
        rows += sorted(self.counts.items())
        backs = sorted(back for child in self.requesters for back in child.said.get('backs', ()))
        if backs:
            rows.append(('first answer after a hub restart, median ms', round(1000 * backs[len(backs) // 2])))
        rows.append(('start of the hub, median ms', round(1000 * sorted(self.starts)[len(self.starts) // 2])))
        rows.append(('resident memory of the hub, MB, now and at most', '%d, %d' % self.hub.memory()))
        return rows
