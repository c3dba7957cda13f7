"""What was asked, and how each request ended: in a reply or in an error that names its cause, exactly once."""
import collections

# The hub's own errors. Each of them names the target in its text.
HUB_ERRORS = ('NotConnected', 'Disconnected', 'TooManyRequests', 'UnsupportedRoute')
HUB_LOST = 'hub lost'
MAX_LISTED = 20


class Ledger:
    """Knows every open request by its session. A request is open until it ends once; it may not end again."""

    def __init__(self):
        self.open = {}
        self.ended = collections.OrderedDict()
        self.counts = collections.Counter()
        self.wrong = []

    def ask(self, session, target, value, now):
        self.open[session] = (target, value, now)
        self.counts['asked'] += 1

    def hub_lost(self):
        """The connection is closed: no open request can be answered any more, and the requester knows the cause."""
        for session in self.open:
            self._remember(session)
        self.counts[HUB_LOST] += len(self.open)
        self.open.clear()

    def answer(self, session, source, value, error):
        """Enter a reply: a value, or an error as it stood in the message. Returns the target of a good one."""
        entry = self.open.pop(session, None)
        if entry is None:
            # A reply to the connection before this one would be delivered to the new hub.
            self._complain('answered twice' if session in self.ended else 'not asked', session, source)
            return None
        self._remember(session)
        target, expected, _ = entry
        if source != target:
            self._complain('answered by %s' % source, session, target)
        elif error is not None:
            self._enter_error(session, target, error)
        elif value != expected:
            self._complain('answered with %r instead of %r' % (value, expected), session, target)
        else:
            self.counts['answered'] += 1
            return target
        return None

    def _enter_error(self, session, target, error):
        kind = error.get('ename') if isinstance(error, dict) else None
        if kind not in HUB_ERRORS or target not in str(error.get('evalue')):
            self._complain('an error that names no cause: %r' % (error,), session, target)
        else:
            self.counts[kind] += 1

    def _remember(self, session):
        self.ended[session] = None
        if len(self.ended) > 100_000:
            self.ended.popitem(last=False)

    def _complain(self, what, session, target):
        self.counts['wrong'] += 1
        if len(self.wrong) < MAX_LISTED:
            self.wrong.append('%s: session %s, target %s' % (what, session, target))

    def missing(self, now):
        """The requests that are still open, in words."""
        return ['never answered: session %s, target %s, asked %.1f s ago' % (session, target, now - asked)
                for session, (target, _, asked) in list(self.open.items())[:MAX_LISTED]]

    def report(self):
        return {'counts': dict(self.counts), 'open': len(self.open), 'wrong': self.wrong}
