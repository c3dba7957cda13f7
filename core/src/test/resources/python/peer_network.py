"""A network of plugins with the habits of the field, each a member of its own; all in one process.

Usage: peer_network.py --hub URI

Requests may be pickles or JSON, replies are pickles without a mime type. Every member has `what`, which says what it
got. The members are the classes at the end of this file; the habits of each stand beside its commands.
"""
import argparse
import base64
import threading
import time
import uuid

import numpy as np
import pandas as pd

import peer_plugin
import peer_schema as schema
from peer_link import Link


def whole(handler):
    """Mark a handler that gets the request's message instead of its arguments."""
    handler.whole = True
    return handler


class Member:
    """One method a command; what begins with an underscore is no command."""
    _name = ''

    def __init__(self, link):
        self._link = link

    def _reply(self, reply):
        """The reply as this member sends it: a message, or bytes."""
        return reply

    def ping(self):
        return 'pong'

    def what(self, **arguments):
        return {name: '%s %r' % (type(value).__name__, value) for name, value in arguments.items()}


class Plugin(peer_plugin.Plugin):
    def __init__(self, hub, member):
        super().__init__(Link(hub, member._name), 2)
        self.handlers = member(self.link)

    def execute(self, request):
        handler = getattr(self.handlers, request['content']['command'], None)
        if getattr(handler, 'whole', False):
            reply = schema.execute_reply(request, next(self.counter), schema.encode(handler(request)))
        else:
            reply = super().execute(request)
        reply['content'].pop('metadata', None)
        return self.handlers._reply(reply)


class Potentiostat(Member):
    """Knows its experiments by UUID: the text of one is not found, and an error."""
    _name = 'dstat-interface'

    def __init__(self, link):
        super().__init__(link)
        self._polls = {}

    def run_active_experiment(self):
        experiment_id = uuid.uuid4()
        self._polls[experiment_id] = 0
        return experiment_id

    def acquisition_complete(self, experiment_id):
        self._polls[experiment_id] += 1
        if self._polls[experiment_id] < 3:
            return None
        return {'experiment_id': experiment_id, 'current': pd.Series([0.5, 0.25], index=[1.5, 2.5], name='current')}


class Electrodes(Member):
    """Publishes its states as pickled Series, and takes nothing else."""
    _name = 'microdrop.electrode_controller_plugin'

    def publish(self):
        states = {
            'electrode_states': pd.Series({'electrode043': 1, 'electrode044': 0}),
            'channel_states': pd.Series([1, 0], index=[37, 38]),
        }
        self._link.send(schema.execute_request(self._name, Routes._name, 'show_states', schema.encode(states)))

    def get_channel_states(self):
        return {
            'electrode_states': pd.Series({'electrode043': 1, 'electrode044': 0}),
            'channel_states': pd.Series([1, 0], index=[37, 38]),
        }

    def set_electrode_states(self, electrode_states):
        return int(electrode_states[electrode_states > 0].index[0][-3:])

    def set_channel_states(self, channel_states):
        return int(channel_states.loc[37])


class Routes(Member):
    """Swallows every exception, and then returns nothing."""
    _name = 'droplet_planning_plugin'

    def show_states(self, **states):
        try:
            return sorted(name for name, each in states.items() if len(each.index))
        except Exception:
            return None


class Pump(Member):
    """Is busy for as long as the request says."""
    _name = 'pump'

    def dispense(self, seconds):
        time.sleep(seconds)
        return 'dispensed'


class Camera(Member):
    """Its errors say nothing, each in its own way."""
    _name = 'camera'
    _errors = {'capture': {}, 'focus': '', 'zoom': {'message': 'jammed'}, 'flash': [1], 'reset': {'ename': 'Stop', 'evalue': None}}

    def capture(self):
        pass

    focus = zoom = flash = reset = capture

    def _reply(self, reply):
        command = reply['content']['command']
        if command in self._errors:
            reply['content']['error'] = self._errors[command]
        return reply


class Heater(Member):
    """Its replies break the schema."""
    _name = 'heater'

    def no_status(self):
        return 1

    odd_count = bad_text = no_status

    def _reply(self, reply):
        command = reply['content']['command']
        if command == 'no_status':
            del reply['content']['status']
        elif command == 'odd_count':
            reply['content']['execution_count'] = 'one'
        elif command == 'bad_text':
            return schema.dumps(reply).replace(b'bad_text', b'bad_\xff')
        return reply


class Nulls(Member):
    """Writes null for everything that it does not have."""
    _name = 'step_label_plugin'

    def get_label(self):
        return 'wash'

    def clear_label(self):
        return None

    def _reply(self, reply):
        reply['content'].update(silent=None, metadata=None, stop_on_error=None)
        reply['content'].setdefault('error', None)
        reply['content'].setdefault('data', None)
        return reply


class Device(Member):
    """Lives on Windows."""
    _name = 'device_info_plugin'

    def get_path(self):
        return 'C:\\temp\\new.svg'

    def load(self, path):
        return 'found' if path == 'C:\\temp\\new.svg' else 'no file %s' % path


class Dropbot(Member):
    """Its tables have a column twice, and integers beside texts for names."""
    _name = 'dropbot_plugin'

    def measure(self):
        frame = pd.DataFrame([[1, 2, 3, 4], [5, 6, 7, 8]], columns=['a', 'a', 0, '0'])
        frame.index.name = 'a'
        return frame

    def find_liquid(self):
        return np.array([43, 44], dtype='int32')

    def same(self, frame):
        return 'the same' if frame.equals(self.measure()) and frame.columns.equals(self.measure().columns) else repr(frame)


class Protocol(Member):
    """Reads an argument beside the data."""
    _name = 'microdrop.protocol_controller'

    @whole
    def goto_step(self, request):
        step = request['content'].get('step_number')
        return '%s %r' % (type(step).__name__, step)

    @whole
    def content(self, request):
        return {key: value for key, value in request['content'].items() if key != 'data'}


class Barcode(Member):
    """What it reads is not always text, and not always readable."""
    _name = 'barcode'
    _spoilt = {'broken_pickle': b'\x80\x02X\xff', 'later_pickle': b'\x80\x09N.', 'no_pickle': b'', 'cut_off': b'\x80\x02]q\x00(K\x01'}

    def scan(self):
        return {'code': 'x\ud83dy', 'low\udc00': ['\udfff', '\U0001f600']}

    def one(self):
        return 'x\ud83dy'

    def broken_pickle(self):
        return 1

    later_pickle = no_pickle = cut_off = no_base64 = odd_mime = bad_json = broken_pickle

    def _reply(self, reply):
        content = reply['content']
        command = content['command']
        if command in self._spoilt:
            content['data'] = base64.b64encode(self._spoilt[command]).decode()
        elif command == 'no_base64':
            content['data'] = '*not base64*'
        elif command == 'odd_mime':
            content['metadata'] = {'mime_type': 'image/png'}
        elif command == 'bad_json':
            content.update(data=base64.b64encode(b'{"a": 1').decode(), metadata={'mime_type': schema.JSON})
        return reply


MEMBERS = [
    Potentiostat, Electrodes, Routes, Pump, Camera, Heater, Nulls, Device, Dropbot, Protocol, Barcode,
]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--hub', required=True)
    options = parser.parse_args()
    schema.die_with_stdin()
    plugins = [Plugin(options.hub, member) for member in MEMBERS]
    for plugin in plugins:
        threading.Thread(target=plugin.run, daemon=True).start()
    schema.say(ready=True, query_uri=options.hub, names=[member._name for member in MEMBERS])
    threading.Event().wait()


if __name__ == '__main__':
    main()
