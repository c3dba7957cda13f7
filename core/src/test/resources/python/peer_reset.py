"""A plugin that joins as those in the field do, and resets itself in the same way.

Usage: peer_reset.py HUB NAME TIMES

It renews its query socket, asks to connect while its last command socket is still open, replaces that one, registers,
and then pings the hub. Its line has the error of each registration, null for none.
"""
import sys

import zmq

import peer_schema as schema


class Plugin:
    def __init__(self, hub_uri, name):
        self.hub_uri = hub_uri
        self.name = name
        self.context = zmq.Context()
        self.query = None
        self.command = None

    def reset(self):
        self.query = self.context.socket(zmq.REQ)
        self.query.connect(self.hub_uri)
        reply = self.ask(schema.connect_request(self.name))
        hub = reply['header']['source']
        self.command = None
        self.command = self.context.socket(zmq.ROUTER)
        self.command.setsockopt(zmq.IDENTITY, self.name.encode('utf-8'))
        self.command.connect('%s:%d' % (self.hub_uri.rsplit(':', 1)[0], reply['content']['command']['port']))
        error = self.ask(schema.execute_request(self.name, hub, 'register'))['content'].get('error')
        if error is None:
            self.ping(hub)
        return error

    def ask(self, request):
        self.query.send(schema.dumps(request))
        return schema.loads(self.query.recv())

    def ping(self, hub):
        for _ in range(200):
            request = schema.execute_request(self.name, hub, 'ping', schema.encode({}), silent=True)
            self.command.send_multipart([hub.encode('utf-8'), b'', schema.dumps(request)])
            if self.command.poll(50):
                self.command.recv_multipart()
                return
        raise TimeoutError('the hub does not answer on its command socket')


def main():
    schema.die_with_stdin()
    plugin = Plugin(sys.argv[1], sys.argv[2])
    errors = [plugin.reset() for _ in range(int(sys.argv[3]))]
    schema.say(ready=True, query_uri=sys.argv[1], errors=errors)
    while True:
        plugin.command.recv_multipart()


if __name__ == '__main__':
    main()
