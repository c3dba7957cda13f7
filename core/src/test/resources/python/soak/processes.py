"""The processes of a soak: every one ends with it, also when it is killed."""
import ctypes
import json
import os
import pathlib
import re
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

PYTHON = pathlib.Path(__file__).resolve().parent.parent
TOP = PYTHON.parents[4]
HUBSH = str(TOP / 'bin/hubsh')
HEAP = '-Xmx256m'
START_TIMEOUT = 60
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None)


class SoakError(Exception):
    """The soak itself cannot continue, or the hub has ended by itself."""


def free_port():
    with socket.create_server(('127.0.0.1', 0)) as listener:
        return listener.getsockname()[1]


def end_with_parent():
    """In a new process, before its program: the kernel kills it when the soak ends, however that ends."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class Workspace:
    """A folder for the files of the hub, and all processes that were started."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix='hubsh-soak-')
        self.path = pathlib.Path(self.folder.name)
        self.children = []

    def variables(self):
        """What keeps hubsh from the files of its user; archives of classes may be shared."""
        return {'XDG_%s_HOME' % name: str(self.path) for name in ('STATE', 'CONFIG')} | {'XDG_RUNTIME_DIR': str(self.path)}

    def start(self, command, **options):
        """A session of its own keeps Ctrl-C from the children: the soak ends them."""
        child = subprocess.Popen(command, start_new_session=True, preexec_fn=end_with_parent, **options)
        self.children.append(child)
        return child

    def close(self):
        for child in self.children:
            if child.poll() is None:
                child.kill()
            child.wait()
        self.folder.cleanup()


class HubProcess:
    """bin/hubsh hub with a small heap, at an address that stays the same when it is started again."""

    def __init__(self, workspace, max_files=None, host='127.0.0.1', port=None, prefix=(), options=('--name', 'hub')):
        self.workspace = workspace
        self.max_files = max_files
        self.port = port or free_port()
        self.uri = 'tcp://%s:%d' % (host, self.port)
        self.address = (host, self.port)
        self.log = workspace.path / ('%s.log' % options[1])
        self.prefix = prefix
        self.options = options
        self.starts = 0
        self.process = None

    def start(self):
        """Start the hub, and wait until it listens; returns how long that took."""
        begun = time.monotonic()
        environment = dict(os.environ, HUBSH_JAVA_OPTS=HEAP, **self.workspace.variables())
        command = [*self.prefix, HUBSH, 'hub', self.uri, *self.options]
        if self.max_files:
            command = ['sh', '-c', 'ulimit -n %d; exec "$0" "$@"' % self.max_files] + command
        with open(self.log, 'ab') as log:
            self.process = self.workspace.start(command, stdin=subprocess.PIPE, stdout=log, stderr=log, env=environment)
        self.starts += 1
        while self.text().count(' listens at ') < self.starts:
            self.check()
            if time.monotonic() - begun > START_TIMEOUT:
                raise SoakError('the hub does not start\n' + self.text()[-2000:])
            time.sleep(0.02)
        return time.monotonic() - begun

    def check(self):
        """Raise if the hub has ended by itself."""
        if self.process.poll() is not None:
            raise SoakError('the hub has ended with %d\n%s' % (self.process.returncode, self.text()[-4000:]))

    def text(self):
        return self.log.read_text('utf-8', 'replace')

    def kill(self):
        self.process.kill()
        self.process.wait()

    def memory(self):
        """Its resident memory now and at most, in MB."""
        status = pathlib.Path('/proc/%d/status' % self.process.pid).read_text()
        return tuple(int(re.search(name + r':\s+(\d+)', status).group(1)) >> 10 for name in ('VmRSS', 'VmHWM'))

    def faults(self):
        """What must never stand in the log of a hub."""
        return [line for line in self.text().splitlines()
                if re.search(r'OutOfMemory|\tat |Exception in|StackOverflow|LEAK', line)]


class Child:
    """A process that prints lines of JSON, the first when it is ready; Python peers end when their stdin closes."""

    def __init__(self, workspace, *arguments, program=(sys.executable,), **variables):
        environment = dict(os.environ, PYTHONPATH=str(PYTHON), PYTHONDONTWRITEBYTECODE='1', **variables)
        self.errors = open(workspace.path / 'peers.log', 'ab')
        self.process = workspace.start([*program, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=self.errors, env=environment, bufsize=0)
        self.said = {}
        self.ready = threading.Event()
        self.ended = threading.Event()
        threading.Thread(target=self._follow, daemon=True).start()

    def _follow(self):
        with self.process.stdout as lines:
            for line in iter(lines.readline, b''):
                self.said = json.loads(line)
                self.ready.set()
        self.ended.set()

    def tell(self, word):
        try:
            self.process.stdin.write(word.encode() + b'\n')
        except OSError:
            pass

    def signal(self, number):
        if self.process.poll() is None:
            self.process.send_signal(number)

    def alive(self):
        return self.process.poll() is None

    def end(self):
        """Close its stdin, and kill it if that does not end it."""
        self.process.stdin.close()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.kill()
        self.errors.close()

    def kill(self):
        self.process.kill()
        self.process.wait()


def requester(workspace, address, name, rate, targets, prefix=()):
    return Child(workspace, '-m', 'soak.requester', '%s:%d' % address, name, str(rate), *targets,
                 program=(*prefix, sys.executable))


class Script(Child):
    """A requester that is a script of hubsh. A file says what it does."""

    def __init__(self, workspace, uri, targets):
        self.stop_file = workspace.path / 'stop'
        super().__init__(workspace, '--hub', uri, '--name', 'script', '--wait', '1h', 'run', '--allow-read',
                         str(workspace.path), str(PYTHON / 'soak/requester.js'), str(self.stop_file), *targets,
                         program=[HUBSH], **workspace.variables())

    def tell(self, word):
        self.stop_file.write_text(word)


def plugin(workspace, uri, name, prefix=()):
    return Child(workspace, str(PYTHON / 'peer_plugin.py'), '--hub', uri, '--name', name,
                 program=(*prefix, sys.executable))


def raise_file_limit():
    """How many files this process may open; the hub inherits it."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return hard
