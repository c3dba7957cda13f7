"""What the soaks of one hub and of several share: trouble that is undone after a while, calm in between, a ledger at the end."""
import collections
import heapq
import itertools
import random
import time

from soak import processes

CALM_EVERY = 60
CALM_TIMEOUT = 120
LAST_REPORT_TIMEOUT = 90
PROGRESS_EVERY = 10


class Trouble:
    """A soak says what it disturbs: kinds(), gap(), look_after(), children(), targets, requesters."""

    def __init__(self, workspace, options, say):
        self.workspace = workspace
        self.say = say
        self.duration = options.duration
        self.random = random.Random(options.seed)
        self.counts = collections.Counter()
        self.missing = []
        self.undo = []
        self.order = itertools.count()
        self.rounds = 0

    def disturb_until(self, end):
        kinds = []
        next_calm, shown = time.monotonic() + CALM_EVERY, time.monotonic()
        while time.monotonic() < end:
            if time.monotonic() > next_calm:
                self.calm('after %d s' % (time.monotonic() - self.begun))
                next_calm = time.monotonic() + CALM_EVERY
            if not kinds:
                kinds = self.kinds()
                self.random.shuffle(kinds)
            kinds.pop()()
            if time.monotonic() - shown > PROGRESS_EVERY:
                self.progress()
                shown = time.monotonic()
            self.wait(self.random.uniform(*self.gap()))
            if not kinds:
                self.rounds += 1
        self.calm('at the end')

    def wait(self, seconds):
        """Let time pass, undo what is due, and look after everything."""
        end = time.monotonic() + seconds
        while True:
            now = time.monotonic()
            while self.undo and self.undo[0][0] <= now:
                heapq.heappop(self.undo)[2]()
            self.look_after()
            for child in self.children():
                if not child.alive():
                    raise processes.SoakError('a process of the soak has ended; its error: '
                                              + (self.workspace.path / 'peers.log').read_text()[-3000:])
            if now >= end:
                return
            time.sleep(min(0.05, end - now))

    def later(self, least, most, action):
        heapq.heappush(self.undo, (time.monotonic() + self.random.uniform(least, most), next(self.order), action))

    def calm(self, when):
        """Undo everything; then each plugin must answer each requester again, wherever it is."""
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
        """Collects the last report of each requester."""
        for child in self.requesters:
            child.tell('finish')
        for child in self.requesters:
            child.ended.wait(LAST_REPORT_TIMEOUT)
            name = child.said.get('name')
            if not child.said.get('last'):
                self.missing.append('%s has not written its last report' % name)
            self.missing += ['%s: %s' % (name, line)
                             for line in child.said.get('missing', []) + child.said.get('wrong', [])]

    def sums(self):
        sums = collections.Counter()
        for child in self.requesters:
            sums.update(child.said.get('counts', {}))
            sums['open'] += child.said.get('open', 0)
        return sums

    def progress(self):
        sums = self.sums()
        done = sum(count for kind, count in self.counts.items() if kind != 'calm')
        self.say('%4d s  %d asked  %d answered  %d open  %d wrong  %d disturbances'
                 % (time.monotonic() - self.begun, sums['asked'], sums['answered'], sums['open'], sums['wrong'], done))

    def requests(self):
        """Returns the rows about requests."""
        sums = self.sums()
        ends = sorted(kind for kind in sums if kind not in ('asked', 'answered', 'open', 'wrong'))
        rows = [('requests asked', sums['asked']), ('answered by the plugin', sums['answered'])]
        rows += [('ended with: ' + kind, sums[kind]) for kind in ends]
        return rows + [('answered wrongly', sums['wrong']), ('never answered', sums['open'])]
