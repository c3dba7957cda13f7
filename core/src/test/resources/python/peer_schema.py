"""What peers of a plugin hub say: messages and the encoding of their data.

Shared by peer_hub, peer_plugin and peer_client. Python 3.9 or newer, pyzmq only. The peers behave as the ones in the
field do, including their quirks, so that the tests meet on the wire what users will meet.
"""
import base64
import datetime
import json
import os
import pickle
import threading
import uuid

PICKLE = 'application/python-pickle'
JSON = 'application/json'
TEXT = 'text/plain'
BYTES = 'application/octet-stream'

VERSIONS = ('0.2', '0.3', '0.4', '0.5')
HEADER_KEYS = ('msg_id', 'session', 'date', 'source', 'target', 'msg_type', 'version')
TYPES = ('connect_request', 'connect_reply', 'execute_request', 'execute_reply')


def header(source, target, msg_type, session=None):
    """A header with fresh identifiers; a reply passes the session of its request."""
    return {
        'msg_id': str(uuid.uuid4()),
        'session': session or str(uuid.uuid4()),
        'date': datetime.datetime.now(datetime.timezone.utc).isoformat(),
        'source': source,
        'target': target,
        'msg_type': msg_type,
        'version': '0.4',
    }


def connect_request(source, target='hub'):
    """Peers in the field address the hub as "hub", whatever it is called."""
    return {'header': header(source, target, 'connect_request')}


def connect_reply(request, source, content):
    return _reply(request, 'connect_reply', content, source=source)


def execute_request(source, target, command, content=None, silent=False):
    """Without content (see encode) there is neither data nor metadata, as in a register request."""
    body = {'command': command, 'silent': silent, 'stop_on_error': False}
    body.update(content or {})
    return {'header': header(source, target, 'execute_request'), 'content': body}


def execute_reply(request, count, content=None, error=None):
    """The status is ok even when there is an error, and silent is null where the request left it out."""
    body = {
        'execution_count': count,
        'status': 'ok',
        'command': request['content']['command'],
        'silent': request['content'].get('silent'),
    }
    body.update(content or {})
    if error is not None:
        body['error'] = error
    return _reply(request, 'execute_reply', body)


def _reply(request, msg_type, content, source=None):
    asked = request['header']
    return {
        'header': header(source or asked['target'], asked['source'], msg_type, asked['session']),
        'parent_header': asked,
        'content': content,
    }


def validate(message):
    """Raise ValueError where the published schema would refuse the message; return the message."""
    _require(isinstance(message, dict), 'not an object')
    head = message.get('header')
    _require(isinstance(head, dict), 'no header')
    for key in HEADER_KEYS:
        _require(isinstance(head.get(key), str), 'header.%s is not a string' % key)
    _require(head['version'] in VERSIONS, 'unknown version %r' % head['version'])
    _require(head['msg_type'] in TYPES, 'unknown msg_type %r' % head['msg_type'])
    if head['msg_type'].endswith('_reply'):
        _require(isinstance(message.get('parent_header'), dict), 'a reply has no parent_header')
    content = message.get('content', {})
    _require(isinstance(content, dict), 'content is not an object')
    if head['msg_type'] == 'execute_reply':
        for key in ('command', 'status', 'execution_count'):
            _require(key in content, 'content.%s is missing' % key)
    _require(isinstance(content.get('silent', False), bool), 'content.silent is not a boolean')
    _require(isinstance(content.get('metadata', {}), dict), 'content.metadata is not an object')
    error = content.get('error')
    _require(not isinstance(error, dict) or 'ename' in error, 'content.error has no ename')
    return message


def _require(condition, text):
    if not condition:
        raise ValueError('invalid message: ' + text)


def encode(value, mime=PICKLE, protocol=2):
    """The part of a message's content that carries a value; None is carried by leaving it out."""
    if value is None:
        return {}
    if mime == PICKLE:
        raw = pickle.dumps(value, protocol=protocol)
    elif mime == JSON:
        raw = json.dumps(value).encode('utf-8')
    elif isinstance(value, str):
        raw = value.encode('utf-8')
    else:
        raw = bytes(value)
    return {'data': base64.b64encode(raw).decode('ascii'), 'metadata': {'mime_type': mime}}


def decode(message):
    """The value that a message carries; raises RuntimeError with the error's text when it carries an error."""
    content = validate(message)['content']
    if content.get('error') is not None:
        raise RuntimeError(content['error'])
    raw = content.get('data')
    if raw is None:
        return None
    metadata = content.get('metadata', {})
    if metadata.get('transfer_encoding', 'BASE64') == 'BASE64':
        raw = base64.b64decode(raw)
    mime = metadata.get('mime_type', PICKLE)
    if mime == PICKLE:
        return pickle.loads(raw)
    if mime == JSON:
        return json.loads(raw)
    if mime == TEXT:
        return raw.decode('utf-8') if isinstance(raw, bytes) else raw
    if mime == BYTES:
        return raw
    raise ValueError('Unrecognized mime-type: %s' % mime)


def dumps(message):
    return json.dumps(message).encode('utf-8')


def loads(frame):
    return validate(json.loads(frame.decode('utf-8')))


def say(**line):
    """One line of JSON on stdout: the only thing that the tests read."""
    print(json.dumps(line), flush=True)


def die_with_stdin():
    """End this process when its stdin closes, so that no peer outlives the test that started it."""

    def wait():
        # Not sys.stdin: its lock, held by this thread, would abort the interpreter when the main thread ends.
        while os.read(0, 4096):
            pass
        os._exit(0)

    threading.Thread(target=wait, daemon=True).start()
