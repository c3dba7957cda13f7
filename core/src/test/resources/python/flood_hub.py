"""A hub that floods: asked for flood, it broadcasts as many requests as asked, at the rate that was asked for.

Usage: flood_hub.py

The command flood takes count and rate, and answers at once; when all are sent a line says how long that took. What it
broadcasts looks like requests of "flooder" to "sink" with the arguments {"n": 1}, {"n": 2}, … Nothing is dropped here:
what a subscriber cannot take waits in this process.
"""
import base64
import json
import time

import zmq

import peer_schema as schema

NAME = 'flood'
FORM = ('{"header":{"msg_id":"m%d","session":"s%d","date":"2026-01-01T00:00:00.000000+00:00","source":"flooder",'
        '"target":"sink","msg_type":"execute_request","version":"0.4"},"parent_header":{},"metadata":{},"content":'
        '{"command":"do_thing","data":"%s","metadata":{"mime_type":"application/json"},"silent":false,'
        '"stop_on_error":false}}')


class FloodHub:
    def __init__(self):
        context = zmq.Context()
        self.query = context.socket(zmq.REP)
        self.port = self.query.bind_to_random_port('tcp://127.0.0.1')
        self.command = context.socket(zmq.ROUTER)
        self.command.setsockopt(zmq.IDENTITY, NAME.encode())
        self.command_port = self.command.bind_to_random_port('tcp://127.0.0.1')
        self.publish = context.socket(zmq.PUB)
        self.publish.set_hwm(0)
        self.publish_port = self.publish.bind_to_random_port('tcp://127.0.0.1')
        self.count = self.sent = 0
        self.rate = self.start = 0.0

    def run(self):
        poller = zmq.Poller()
        poller.register(self.query, zmq.POLLIN)
        poller.register(self.command, zmq.POLLIN)
        while True:
            ready = dict(poller.poll(1 if self.sent < self.count else 100))
            if self.query in ready:
                self.on_query(schema.loads(self.query.recv()))
            if self.command in ready:
                source, _, frame = self.command.recv_multipart()
                reply = self.execute(schema.loads(frame))
                self.command.send_multipart([source, b'', schema.dumps(reply)])
            if self.sent < self.count:
                self.pour()

    def on_query(self, request):
        if request['header']['msg_type'] == 'connect_request':
            reply = schema.connect_reply(request, NAME, {
                'command': {'uri': uri(self.command_port), 'port': self.command_port, 'name': NAME},
                'publish': {'uri': uri(self.publish_port), 'port': self.publish_port},
            })
        else:
            reply = self.execute(request)
        self.query.send(schema.dumps(reply))

    def execute(self, request):
        command = request['content']['command']
        if command == 'register':
            return schema.execute_reply(request, 1, schema.encode({'flooder': 'flooder', 'sink': 'sink'}))
        if command == 'ping':
            return schema.execute_reply(request, 1, schema.encode('pong'))
        if command == 'flood':
            arguments = json.loads(base64.b64decode(request['content']['data']))
            self.count, self.rate = arguments['count'], float(arguments['rate'])
            self.sent, self.start = 0, time.monotonic()
            return schema.execute_reply(request, 1, schema.encode('as you wish'))
        return schema.execute_reply(request, 1, error='Unrecognized command: %s' % command)

    def pour(self):
        due = min(self.count, int((time.monotonic() - self.start) * self.rate), self.sent + 2000)
        for n in range(self.sent + 1, due + 1):
            data = base64.b64encode(b'{"n":%d}' % n).decode()
            self.publish.send_multipart([b'flooder', b'sink', b'execute_request', (FORM % (n, n, data)).encode()])
        self.sent = max(due, self.sent)
        if self.sent == self.count:
            schema.say(sent=self.sent, seconds=round(time.monotonic() - self.start, 3))


def uri(port):
    return 'tcp://127.0.0.1:%d' % port


if __name__ == '__main__':
    hub = FloodHub()
    schema.die_with_stdin()
    schema.say(ready=True, query_uri=uri(hub.port), name=NAME)
    hub.run()
