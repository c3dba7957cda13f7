"""The servers that bin/bench compares, as processes that are started once and ended together."""
import glob
import os
import shutil
import socket
import subprocess
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
START_SECONDS = 60.0
STOP_SECONDS = 10.0
COMPILE_SECONDS = 60.0


class Missing(Exception):
    """Something that a part of the comparison needs is not on this machine."""


class Failed(Exception):
    """A measurement went wrong."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def java():
    """The Java that bin/hubsh is asked to use, or the one of the path."""
    for home in ("HUBSH_JAVA_HOME", "JAVA_HOME"):
        if os.environ.get(home):
            return os.path.join(os.environ[home], "bin/java")
    return require("java")


def require(program):
    if not shutil.which(program):
        raise Missing(f"{program} is not installed")
    return program


def class_path(checkout):
    return ":".join([f"{checkout}/shell/target/hubsh.jar", *sorted(glob.glob(f"{checkout}/shell/target/lib/*.jar"))])


class Kit:
    """Compiles the small programs in a folder of its own, starts servers, and ends all of them."""

    def __init__(self, folder):
        self.folder = folder
        self.started = []
        self.programs = {}

    def program(self, source, *libraries):
        """Returns the path of a compiled C program."""
        if source not in self.programs:
            target = os.path.join(self.folder, source.replace(".c", ""))
            command = [require("gcc"), "-O2", "-Wall", "-o", target, os.path.join(HERE, source), *libraries]
            done = subprocess.run(command, capture_output=True, text=True, timeout=COMPILE_SECONDS)
            if done.returncode:
                raise Missing(f"{source} does not compile: {done.stderr.strip().splitlines()[0]}")
            self.programs[source] = target
        return self.programs[source]

    def start(self, name, command, port, environment=None):
        """Starts a server, and waits until it listens at the port."""
        log = os.path.join(self.folder, f"{name}.log")
        with open(log, "w") as output:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                env={**os.environ, **(environment or {})})
        self.started.append(process)
        deadline = time.monotonic() + START_SECONDS
        while process.poll() is None and time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                return process
            except OSError:
                time.sleep(0.05)
        with open(log) as text:
            raise Missing(f"{name} does not listen: {text.read().strip()[-300:]}")

    def close(self):
        for process in self.started:
            process.terminate()
        for process in self.started:
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


class Server:
    """A server of one kind: `kind` is what round_trips.c calls it."""

    def __init__(self, name, kind, command):
        self.name = name
        self.kind = kind
        self.command = command
        self.running = {}

    def can_do(self, plugins, subscribers):
        return self.kind != "splicer" or (plugins == 1 and subscribers == 0)

    def address(self, kit, subscribers):
        """Starts it if need be; returns its port, the one where it publishes, and its process."""
        publishes = self.kind == "forwarder" and subscribers > 0
        if publishes not in self.running:
            port, publish_port = free_port(), free_port() if publishes else 0
            command, environment = self.command(kit, port, publish_port)
            process = kit.start(f"{self.name}-{port}", command, port, environment)
            self.running[publishes] = (port, publish_port, process.pid)
        return self.running[publishes]


def hub(name, checkout, *more):
    def command(kit, port, publish_port):
        # A hub that runs long gains nothing from an archive of classes, and its making would disturb the measurement.
        state = {"HUBSH_ARCHIVE": "off", "XDG_STATE_HOME": os.path.join(kit.folder, f"state-{name}")}
        return [f"{checkout}/bin/hubsh", "hub", f"tcp://127.0.0.1:{port}", "--name", name if more else "bench", *more], state

    return Server(name, "hub", command)


def with_publish_port(command, port, publish_port):
    return [*command, str(port), *([str(publish_port)] if publish_port else [])], None


def libzmq():
    return Server("libzmq", "forwarder", lambda kit, port, publish_port: with_publish_port(
        [kit.program("zmq_forwarder.c", "-lzmq")], port, publish_port))


def jeromq():
    source = os.path.join(HERE, "JeroMqForwarder.java")
    return Server("jeromq", "forwarder", lambda kit, port, publish_port: with_publish_port(
        [java(), "-cp", class_path(TOP), source], port, publish_port))


def nats():
    return Server("nats", "nats", lambda kit, port, publish_port: (
        [require("nats-server"), "-a", "127.0.0.1", "-p", str(port)], None))


def splicer():
    return Server("splicer", "splicer", lambda kit, port, publish_port: (
        [kit.program("splicer.c"), str(port)], None))
