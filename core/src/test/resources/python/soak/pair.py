"""A well-behaved requester and its plugin: whatever others do, every request is answered."""
import time

from soak import processes

RATE = 100
SERVED_TIMEOUT = 60
LAST_REPORT_TIMEOUT = 90


class Pair:
    def __init__(self, workspace, hub):
        self.workspace = workspace
        self.hub = hub
        self.plugin = processes.plugin(workspace, hub.uri, 'echo')
        if not self.plugin.ready.wait(processes.START_TIMEOUT):
            raise processes.SoakError('the plugin of the pair has not joined')
        self.requester = processes.requester(workspace, hub.address, 'good', RATE, ['echo'])
        self.await_answers(1)

    def answered(self):
        return self.requester.said.get('counts', {}).get('answered', 0)

    def await_answers(self, count):
        """Wait for so many more answers."""
        before, end = self.answered(), time.monotonic() + SERVED_TIMEOUT
        while self.answered() < before + count:
            self.hub.check()
            if not self.plugin.alive() or not self.requester.alive():
                raise processes.SoakError('the pair has ended: ' + (self.workspace.path / 'peers.log').read_text()[-3000:])
            if time.monotonic() > end:
                raise processes.SoakError('the pair is not served: %s' % self.requester.said)
            time.sleep(0.05)

    def finish(self):
        """Returns what is missing: all that did not end in the plugin's answer."""
        self.requester.tell('finish')
        self.requester.ended.wait(LAST_REPORT_TIMEOUT)
        said = self.requester.said
        if not said.get('last'):
            return ['the pair has not written its last report']
        others = {kind: count for kind, count in said['counts'].items() if kind not in ('asked', 'answered') and count}
        failed = ['the pair, instead of an answer: %d × %s' % (count, kind) for kind, count in others.items()]
        return failed + said['missing'] + said['wrong'] + ['the hub has logged: ' + line for line in self.hub.faults()]
