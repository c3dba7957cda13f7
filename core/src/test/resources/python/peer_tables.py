"""A plugin that replies with every value of tables.py, and judges what it gets back.

Usage: peer_tables.py --hub URI [--name NAME] [--pickle-protocol N]
"""
import peer_plugin
import peer_schema as schema
import tables


class Handlers(peer_plugin.Handlers):
    def names(self):
        return list(tables.values())

    def get(self, name):
        return tables.values()[name]

    def judge(self, name, value):
        return tables.difference(tables.values()[name], value) or 'the same'

    def kind(self, value):
        return type(value).__name__

    def twins(self):
        import pandas as pd
        frame = pd.DataFrame([[1, 2, 3, 4]], columns=['a', 'a', 0, '0'])
        frame.index.name = 'a'
        return frame

    def states(self):
        return {'states': tables.values()['frames: floats'], 'n': 1}

    @peer_plugin.mime(schema.JSON)
    def describe(self):
        return {'commands': {'kind': {'arguments': {'value': {'type': 'Series'}}}}}


peer_plugin.Handlers = Handlers
peer_plugin.main()
