"""A plugin that is started again when it ends, as by a supervisor, and a second process of its name."""
import signal
import time

from soak import processes

JOIN_TIMEOUT = 30
# A second peer tries to join for ten seconds.
DOUBLE_TIMEOUT = 15
START_AGAIN = 0.5


class Plugin:
    """One name, the process that has it, and at most one disturbance at a time."""

    def __init__(self, workspace, uri, name, prefix=()):
        self.workspace = workspace
        self.uri = uri
        self.name = name
        self.prefix = prefix
        self.busy = False
        self.wanted = True
        self.troubled_at = 0.0
        self.child = None
        self.started_at = 0.0
        self.start()

    def start(self):
        self.child = processes.plugin(self.workspace, self.uri, self.name, self.prefix)
        self.started_at = time.monotonic()
        self.wanted = True

    def trouble(self):
        self.troubled_at = time.monotonic()

    def look_after(self, counts):
        """Start it again if it has ended by itself, or has not joined: as an operator or a supervisor would do."""
        if not self.wanted or self.busy:
            return
        waited = time.monotonic() - self.started_at
        if not self.child.alive() and waited > START_AGAIN:
            counts['plugin ended by itself'] += 1
        elif self.child.alive() and not self.child.ready.is_set() and waited > JOIN_TIMEOUT:
            counts['plugin did not join'] += 1
            self.child.kill()
        else:
            return
        self.trouble()
        self.start()

    def kill(self):
        self.trouble()
        self.wanted = False
        self.child.kill()

    def end(self):
        self.trouble()
        self.wanted = False
        self.child.end()

    def stop(self):
        self.trouble()
        self.child.signal(signal.SIGSTOP)

    def go_on(self):
        self.child.signal(signal.SIGCONT)
        self.trouble()

    def steady(self, since):
        """Whether nothing has happened to it since then."""
        return self.child.alive() and self.child.ready.is_set() and self.troubled_at < since


class Double:
    """A second process of a name, which is refused while the first one lives."""

    def __init__(self, plugin):
        self.plugin = plugin
        self.begun = time.monotonic()
        self.child = processes.plugin(plugin.workspace, plugin.uri, plugin.name)

    def finish(self, hub_troubled_at, counts):
        """Returns what was wrong, or nothing."""
        joined = self.child.ready.is_set()
        ended = not self.child.alive()
        self.child.kill()
        # A second before it began: what happened just then may still be under way.
        steady = self.plugin.steady(self.begun - 1) and hub_troubled_at < self.begun - 1
        counts['double let in' if joined else 'double refused' if ended else 'double undecided'] += 1
        if joined:
            self.plugin.trouble()
        return 'a second %s was let in beside the first' % self.plugin.name if joined and steady else None
