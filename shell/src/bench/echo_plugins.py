"""Plugins that answer each request, whatever its command is, with its arguments; all in one process.

Usage: echo_plugins.py URI NAME…        the hub's query socket, by TCP

Says `ready` when all are registered; ends with stdin. Reads of a request no more than its answer needs.
"""
import json
import os
import sys
import threading

import zmq

DATE = '2026-01-01T00:00:00.000000+00:00'


def header(kind, source, target, session):
    return {'msg_id': '0' * 32, 'session': session, 'date': DATE, 'source': source, 'target': target,
            'msg_type': kind, 'version': '0.4'}


def dealer(context, uri, name):
    socket = context.socket(zmq.DEALER)
    socket.identity = name.encode()
    socket.linger = 0
    socket.connect(uri)
    return socket


def join(context, uri, name):
    """The command socket of a plugin that the hub knows."""
    query = context.socket(zmq.REQ)
    query.connect(uri)
    query.send_string(json.dumps({'header': header('connect_request', name, 'hub', '0'), 'content': {}}))
    port = json.loads(query.recv())['content']['command']['port']
    query.close(0)
    command = dealer(context, '%s:%d' % (uri.rsplit(':', 1)[0], port), name)
    request = {'header': header('execute_request', name, 'hub', '0'), 'content': {'command': 'ping', 'silent': True}}
    command.send_multipart([b'', json.dumps(request).encode()])
    command.recv_multipart()
    return command


def answer(text, name):
    request = json.loads(text)
    head, content = request['header'], request['content']
    reply = {'header': header('execute_reply', name, head['source'], head['session']), 'parent_header': head,
             'content': {'command': content['command'], 'status': 'ok', 'execution_count': 1,
                         'data': content.get('data'), 'metadata': content.get('metadata', {})}}
    return json.dumps(reply).encode()


def main(uri, names):
    context = zmq.Context()
    members = {join(context, uri, name): name for name in names}
    poller = zmq.Poller()
    for socket in members:
        poller.register(socket, zmq.POLLIN)
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    print('ready', flush=True)
    while True:
        for socket, _ in poller.poll():
            socket.send_multipart([b'', answer(socket.recv_multipart()[-1], members[socket])])


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2:])
