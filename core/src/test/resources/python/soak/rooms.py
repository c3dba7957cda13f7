"""Rooms of a cluster: each has a server of NATS, a hub, a plugin and a requester; where root may, a network of its own."""
import os
import shutil
import signal
import socket
import subprocess
import time

from soak import processes
from soak.supervised import Plugin

HUB_PORT = 31000
NATS_PORT = 4222
ROUTE_PORT = 6222
NETWORK = '10.94.%d.%d'


def networks(count):
    """A network for each room, where the system lets us make them; else all rooms on this machine."""
    if os.geteuid() or not shutil.which('ip'):
        return OneMachine()
    made = Networks(count)
    try:
        made.make()
        return made
    except (OSError, subprocess.CalledProcessError):
        made.close()
        return OneMachine()


class Networks:
    """A network namespace for each room, and one with the switch between them, whose links can be cut."""

    def __init__(self, count):
        self.third = os.getpid() % 250
        self.names = ['hubsh-%d-%d' % (os.getpid(), room) for room in range(count)]
        self.switch = 'hubsh-%d-switch' % os.getpid()

    def make(self):
        self.ip('netns', 'add', self.switch)
        self.ip('-n', self.switch, 'link', 'add', 'br0', 'type', 'bridge')
        self.ip('-n', self.switch, 'link', 'set', 'br0', 'up')
        for room, name in enumerate(self.names):
            self.ip('netns', 'add', name)
            self.ip('-n', name, 'link', 'add', 'eth0', 'type', 'veth', 'peer', 'name', 'p%d' % room, 'netns',
                    self.switch)
            self.ip('-n', self.switch, 'link', 'set', 'p%d' % room, 'master', 'br0', 'up')
            self.ip('-n', name, 'addr', 'add', self.host(room) + '/24', 'dev', 'eth0')
            self.ip('-n', name, 'link', 'set', 'eth0', 'up')
            self.ip('-n', name, 'link', 'set', 'lo', 'up')

    @staticmethod
    def ip(*arguments):
        subprocess.run(['ip', *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def host(self, room):
        return NETWORK % (self.third, room + 1)

    def prefix(self, room):
        return ('ip', 'netns', 'exec', self.names[room])

    def link(self, room, state):
        self.ip('-n', self.switch, 'link', 'set', 'p%d' % room, state)

    def close(self):
        for name in self.names + [self.switch]:
            subprocess.run(['ip', 'netns', 'del', name], check=False, stderr=subprocess.DEVNULL)


class OneMachine:
    """All rooms on 127.0.0.1; there is no link to cut."""

    @staticmethod
    def host(room):
        return '127.0.0.1'

    @staticmethod
    def prefix(room):
        return ()

    def close(self):
        pass


class NatsServer:
    def __init__(self, workspace, prefix, address, routes, own_route):
        self.workspace = workspace
        self.address = address
        self.command = [*prefix, 'nats-server', '-a', address[0], '-p', str(address[1]), '--cluster_name', 'soak',
                        '--cluster', 'nats://%s:%d' % own_route, '--routes',
                        ','.join('nats://%s:%d' % route for route in routes)]
        self.process = None
        self.start()

    def start(self):
        with open(self.workspace.path / 'nats.log', 'ab') as log:
            self.process = self.workspace.start(self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def signal(self, number):
        if self.process.poll() is None:
            self.process.send_signal(number)


class Room:
    """What stands in one room, and at most one disturbance at a time."""

    def __init__(self, workspace, networks, number, servers):
        self.number = number
        self.name = 'room%d' % number
        self.busy = False
        self.prefix = networks.prefix(number)
        host = networks.host(number)
        port = HUB_PORT if self.prefix else processes.free_port()
        self.hub = processes.HubProcess(
            workspace, host=host, port=port, prefix=self.prefix,
            options=('--name', self.name, '--join', servers, '--cluster', 'soak'))
        self.hub.start()
        self.up = True
        self.plugin = Plugin(workspace, self.hub.uri, 'plugin%d' % number, self.prefix)

    def kill_hub(self):
        self.up = False
        self.hub.kill()

    def start_hub(self):
        self.hub.start()
        self.up = True

    def stop_hub(self):
        self.hub.process.send_signal(signal.SIGSTOP)

    def continue_hub(self):
        self.hub.process.send_signal(signal.SIGCONT)


def free_ports(count):
    sockets = [socket.create_server(('127.0.0.1', 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def servers(workspace, networks, count):
    """A server of NATS for each room, which form a cluster; waits until each listens."""
    apart = bool(networks.prefix(0))
    ports = [NATS_PORT, ROUTE_PORT] * count if apart else free_ports(2 * count)
    clients = [(networks.host(room), ports[2 * room]) for room in range(count)]
    routes = [(networks.host(room), ports[2 * room + 1]) for room in range(count)]
    started = [NatsServer(workspace, networks.prefix(room), clients[room], routes, routes[room])
               for room in range(count)]
    time.sleep(0.5)
    for server in started:
        if server.process.poll() is not None:
            raise processes.SoakError('no server of NATS: ' + (workspace.path / 'nats.log').read_text()[-1000:])
    return started
