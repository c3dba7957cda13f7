"""Recorded messages, and variations of them by chance: of their JSON, of their bytes, of their frames."""
import json
import pathlib

GOLDEN = pathlib.Path(__file__).resolve().parents[2] / 'golden'

# As texts: a value that stands in a message may be changed itself.
VALUES = [json.dumps(value) for value in (
    None, True, False, 0, -7, 1.5, float('nan'), float('-inf'), 2 ** 70, '', 'x', '0.6', '0.2', 'ok', 'hub', 'good', 'echo',
    'client', 'connect_request', 'connect_reply', 'execute_request', 'execute_reply', 'register', 'ping',
    'caf\u00e9 \U0001f600', '\u202e', '\ud800', [], ['line'], {}, {'ename': 'E'}, {'ename': None, 'evalue': 1},
    {'mime_type': 1})]
SPECIALS = b'{}[]",:\\\x00\xff\xc0'
NESTED = b'[' * 100_000
LARGE = 1 << 20


def recorded():
    """The texts that hubs received: {'query': […], 'command': […]}, each without doubles."""
    texts = {'query': {}, 'command': {}}
    for path in sorted(GOLDEN.glob('[0-9ABC]*.json')):
        for event in json.loads(path.read_text('utf-8'))['events']:
            if event['process'] == 'hub' and event['direction'] == 'in' and event['socket'] in texts:
                text = event['frames'][-1]
                if isinstance(text, str) and is_object(text):
                    texts[event['socket']][text] = None
    return {socket: list(each) for socket, each in texts.items()}


def is_object(text):
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False


def mutated(text, random):
    """A payload: the text with one to three changes, or with damaged bytes; seldom something very large."""
    chance = random.random()
    if chance < 0.0005:
        return NESTED
    if chance < 0.001:
        return text.encode().replace(b'"ping"', b'"' + b'p' * LARGE + b'"')
    if chance < 0.4:
        return damaged(text.encode(), random)
    message = json.loads(text)
    for _ in range(random.randint(1, 3)):
        change(message, random)
    return json.dumps(message).encode()


def change(message, random):
    """Replace, remove or add one part at a place of the generator's choice."""
    place = message
    while True:
        key = random.choice(list(place)) if place else 'unknown'
        if isinstance(place.get(key), dict) and random.random() < 0.8:
            place = place[key]
            continue
        chance = random.random()
        if chance < 0.25:
            place.pop(key, None)
        else:
            place[key if chance < 0.9 else 'unknown'] = json.loads(random.choice(VALUES))
        return


def damaged(payload, random):
    changed = bytearray(payload)
    if random.random() < 0.25:
        del changed[random.randrange(len(changed)):]
    for _ in range(random.randrange(5)):
        at = random.randrange(len(changed) + 1)
        byte = random.choice(SPECIALS) if random.random() < 0.5 else random.randrange(256)
        if random.random() < 0.3:
            changed.insert(at, byte)
        elif changed:
            changed[at % len(changed)] = byte
    return bytes(changed)


def misframed(payload, random):
    """The payload in frames of any number."""
    frames = [b'', payload]
    for _ in range(random.randint(1, 3)):
        if random.random() < 0.5 and len(frames) > 1:
            frames.pop(random.randrange(len(frames)))
        else:
            frames.insert(random.randint(0, len(frames)), random.choice((b'', b'hub', b'\xff', payload[:100])))
    return frames
