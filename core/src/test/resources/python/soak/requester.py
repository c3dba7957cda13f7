"""A well-behaved requester with a ledger, as a process of its own.

Usage: python3 -m soak.requester HOST:PORT NAME RATE TARGET...

Asks the targets by turns, RATE requests a second at most and a few at once, and connects again when the hub is lost.
Prints its ledger some times a second. When a line comes on stdin it asks no more, waits for what is open, prints the ledger
a last time with what is missing, and ends; it also ends when stdin closes.
"""
import itertools
import json
import os
import select
import sys
import time

import peer_schema as schema
from soak.ledger import Ledger
from soak.zmtp import Connection, Refused

MAX_OPEN_OF_A_TARGET = 20
DRAIN = 60
PAUSE = 0.05
REPORT_EVERY = 0.25


def announced_ports(address, name='soak'):
    """The hub's ports for commands and broadcasts, by a connect_request."""
    query = Connection(address)
    try:
        query.send(b'', schema.dumps(schema.connect_request(name)))
        replies = []
        while not replies:
            replies = query.receive(1)
        content = schema.loads(replies[0][-1])['content']
        return content['command']['port'], content['publish']['port']
    finally:
        query.close()


class Requester:
    def __init__(self, address, name, rate, targets):
        self.address = address
        self.name = name
        self.targets = itertools.cycle(targets)
        self.interval = 1 / rate
        self.ledger = Ledger()
        self.numbers = itertools.count(1)
        self.good = {target: 0 for target in targets}
        self.back_at = 0.0
        self.backs = []
        self.losses = 0
        self.connection = None

    def run(self):
        stop_at = reported = due = 0
        while not stop_at or (self.ledger.open and time.monotonic() < stop_at):
            now = time.monotonic()
            if not stop_at and select.select([0], [], [], 0)[0]:
                if not os.read(0, 4096):
                    return
                stop_at = now + DRAIN
            if now - reported >= REPORT_EVERY:
                self.report()
                reported = now
            if self.connection is None:
                if not self.connect():
                    time.sleep(PAUSE)
                continue
            due = self.turn(due, stop_at)
        self.report(last=True, missing=self.ledger.missing(time.monotonic()))

    def turn(self, due, stop_at):
        """Ask what is due, and take in what has come; returns when the next request is due."""
        try:
            now = time.monotonic()
            if not stop_at and now >= due:
                due = max(due + self.interval, now - 1)
                self.ask(next(self.targets), now)
            wait = PAUSE if stop_at else min(PAUSE, due - time.monotonic())
            for frames in self.connection.receive(wait):
                self.enter(frames[-1])
        except OSError:
            self.ledger.hub_lost()
            self.losses += 1
            self.connection.close()
            self.connection = None
        return due

    def connect(self):
        """Join as a plugin does; False if there is no hub now, or one that still knows the connection before."""
        try:
            port, _ = announced_ports(self.address, self.name)
            self.connection = Connection((self.address[0], port), identity=self.name.encode())
        except (OSError, Refused):
            return False
        if self.losses:
            self.back_at = time.monotonic()
        return True

    def ask(self, target, now):
        if sum(1 for entry in self.ledger.open.values() if entry[0] == target) >= MAX_OPEN_OF_A_TARGET:
            return
        value = {'n': next(self.numbers)}
        request = schema.execute_request(self.name, target, 'echo', schema.encode(value, schema.JSON))
        self.ledger.ask(request['header']['session'], target, value, now)
        self.connection.send(b'', schema.dumps(request))

    def enter(self, payload):
        reply = json.loads(payload)
        head, content = reply['header'], reply['content']
        if head['msg_type'] != 'execute_reply':
            return  # A stranger asks.
        value = None if content.get('error') is not None else schema.decode(reply)
        target = self.ledger.answer(head['session'], head['source'], value, content.get('error'))
        if target:
            self.good[target] += 1
            if self.back_at:
                self.backs.append(round(time.monotonic() - self.back_at, 3))
                self.back_at = 0.0

    def report(self, last=False, missing=()):
        schema.say(last=last, name=self.name, good=self.good, backs=self.backs, missing=list(missing),
                   **self.ledger.report())


def main(address, name, rate, *targets):
    host, port = address.rsplit(':', 1)
    schema.say(ready=True)
    Requester((host, int(port)), name, float(rate), targets).run()


if __name__ == '__main__':
    main(*sys.argv[1:])
