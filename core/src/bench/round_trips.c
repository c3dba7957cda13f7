/*
 * Round trips through a server: a thin client sends requests of 600 bytes to thin echo plugins, to each in its turn, and
 * always has the same number of them outstanding. Raw sockets, so that the server is what is measured. bin/bench calls it.
 *
 *     round_trips KIND PORT PUBLISH_PORT PID OUTSTANDING PLUGINS SUBSCRIBERS WARM_UP SECONDS
 *
 * KIND is
 *     hub          a hub; PORT is that of its query socket, PUBLISH_PORT is not used
 *     forwarder    a ROUTER that sends each message to the peer that its second frame names; its PUB has PUBLISH_PORT
 *     nats         a NATS server, without PUBLISH_PORT
 *     splicer      copies bytes between each two connections; for one plugin without subscribers
 *     cluster      two hubs of one cluster: the client is at PORT, and the plugins are at PUBLISH_PORT, a query socket, too
 *     flood        a hub, flooded: OUTSTANDING requests at once, and again when all of them have ended, for SECONDS
 *
 * The figures are taken for SECONDS, after a second and WARM_UP round trips, or after a minute. Prints: p50 and
 * p99 in microseconds, round trips a second, processor microseconds of the process PID a round trip, and the messages
 * that a subscriber got for each round trip in the same time. A flood prints its requests, the replies that are results,
 * and those that are errors.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

#define REQUEST_BYTES 600
#define BUFFER_BYTES (1 << 20)
#define MAX_LATENCIES 8000000
#define SESSION_DIGITS 12
#define PLUGIN_DIGITS 5
#define MIN_WARM_UP_SECONDS 1
#define MAX_WARM_UP_SECONDS 60
#define MAX_EXTRA_SECONDS 30
#define MAX_EVENTS 64

typedef struct {
    int socket;
    int start, end; /* of what was read and not taken */
    int unsent;
    char *in, *out;
} peer_t;

static enum { HUB, FORWARDER, NATS, SPLICER, FLOOD, CLUSTER } kind;
/* A flood runs beside other requests of the same hub. */
static const char *client_name = "bench-client", *echo_name = "bench-echo-";
static char request[REQUEST_BYTES + 1], reply[REQUEST_BYTES + 1];
static int request_session, reply_session, reply_source;
static int plugins;
static volatile long broadcasts;

static void die(const char *what) {
    perror(what);
    exit(1);
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static peer_t dial(int port) {
    peer_t peer = {.socket = socket(AF_INET, SOCK_STREAM, 0), .in = malloc(BUFFER_BYTES), .out = malloc(BUFFER_BYTES)};
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(peer.socket, (struct sockaddr *) &address, sizeof address)) die("connect");
    int yes = 1;
    setsockopt(peer.socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    return peer;
}

static void flush(peer_t *peer) {
    for (int sent = 0; sent < peer->unsent;) {
        ssize_t n = write(peer->socket, peer->out + sent, peer->unsent - sent);
        if (n <= 0) die("write");
        sent += n;
    }
    peer->unsent = 0;
}

static void put(peer_t *peer, const void *bytes, int size) {
    if (peer->unsent + size > BUFFER_BYTES) flush(peer);
    memcpy(peer->out + peer->unsent, bytes, size);
    peer->unsent += size;
}

static void more(peer_t *peer) {
    if (peer->start > 0) {
        memmove(peer->in, peer->in + peer->start, peer->end - peer->start);
        peer->end -= peer->start;
        peer->start = 0;
    }
    ssize_t n = read(peer->socket, peer->in + peer->end, BUFFER_BYTES - peer->end);
    if (n <= 0) die("the server has closed the connection");
    peer->end += n;
}

static void put_frame(peer_t *peer, int flags, const void *body, int size) {
    unsigned char header[9] = {flags, size};
    if (size > 255) {
        header[0] |= 2;
        header[1] = 0;
        for (int i = 0; i < 4; i++) header[8 - i] = size >> 8 * i;
    }
    put(peer, header, size > 255 ? 9 : 2);
    put(peer, body, size);
}

/* Takes the next frame if it is whole; returns its flags, or -1. */
static int take_frame(peer_t *peer, char **body, int *size) {
    unsigned char *p = (unsigned char *) peer->in + peer->start;
    int have = peer->end - peer->start, header = have > 0 && (p[0] & 2) ? 9 : 2;
    if (have < header) return -1;
    *size = header == 2 ? p[1] : p[5] << 24 | p[6] << 16 | p[7] << 8 | p[8];
    if (have < header + *size) return -1;
    *body = (char *) p + header;
    peer->start += header + *size;
    return p[0];
}

/* Takes the next message, waiting for it only if there is none and wait is set; returns its last frame, or NULL. */
static char *take(peer_t *peer, int wait, int *size) {
    char *body;
    while (1) {
        int mark = peer->start, flags;
        if (kind == NATS) {
            char *line = peer->in + peer->start, *end = memchr(line, '\n', peer->end - peer->start);
            if (end && !strncmp(line, "PING", 4)) {
                put(peer, "PONG\r\n", 6);
                peer->start += end + 1 - line;
                continue;
            }
            if (end && strncmp(line, "MSG", 3)) {
                peer->start += end + 1 - line;
                continue;
            }
            if (end) {
                *size = atoi((char *) memrchr(line, ' ', end - line));
                if (end + 1 + *size + 2 <= peer->in + peer->end) {
                    peer->start += end + 1 + *size + 2 - line;
                    return end + 1;
                }
            }
        } else {
            do {
                flags = take_frame(peer, &body, size);
            } while (flags != -1 && (flags & 1));
            if (flags != -1 && !(flags & 4)) return body;
            if (flags != -1 && *size >= 7 && !memcmp(body + 1, "PING", 4)) {
                char pong[32] = "\4PONG";
                memcpy(pong + 5, body + 7, *size - 7);
                put_frame(peer, 4, pong, *size - 2);
            }
            if (flags != -1) continue;
        }
        peer->start = mark;
        if (!wait) return NULL;
        flush(peer);
        more(peer);
    }
}

static void put_message(peer_t *peer, const char *target, const char *body, int size) {
    if (kind == NATS) {
        char line[64];
        put(peer, line, sprintf(line, "PUB %s %d\r\n", target, size));
        put(peer, body, size);
        put(peer, "\r\n", 2);
    } else {
        put_frame(peer, 1, target, kind == FORWARDER ? strlen(target) : 0);
        put_frame(peer, 0, body, size);
    }
}

static peer_t join(int port, const char *type, const char *name) {
    peer_t peer = dial(port);
    if (kind == SPLICER) return peer;
    if (kind == NATS) {
        char line[128];
        put(&peer, line, sprintf(line, "CONNECT {\"verbose\":false,\"pedantic\":false}\r\nSUB %s 1\r\n", name));
        flush(&peer);
        return peer;
    }
    char greeting[64] = {(char) 0xff, [8] = 1, [9] = 0x7f, [10] = 3, [11] = 1, [12] = 'N', 'U', 'L', 'L'};
    char ready[256], *body;
    int size, lengths[] = {strlen(type), strlen(name)};
    put(&peer, greeting, 64);
    size = sprintf(ready, "\5READY\13Socket-Type%c%c%c%c%s", 0, 0, 0, lengths[0], type);
    size += sprintf(ready + size, "\10Identity%c%c%c%c%s", 0, 0, 0, lengths[1], name);
    put_frame(&peer, 4, ready, size);
    flush(&peer);
    while (peer.end < 64) more(&peer);
    peer.start = 64;
    while (take_frame(&peer, &body, &size) == -1) more(&peer);
    return peer;
}

/* Asks the hub for a port of its own, which registers the name. */
static void connect_request(int port, const char *name, int *command, int *publish) {
    char text[512], *body;
    int size;
    peer_t peer = join(port, "DEALER", "");
    size = sprintf(text, "{\"header\":{\"msg_id\":\"1\",\"session\":\"1\",\"date\":\"2026-01-01T00:00:00+00:00\","
                         "\"source\":\"%s\",\"target\":\"hub\",\"msg_type\":\"connect_request\",\"version\":\"0.4\"}}",
                   name);
    put_message(&peer, "", text, size);
    body = take(&peer, 1, &size);
    char *copy = strndup(body, size);
    char *content = strstr(copy, "\"content\"");
    if (!content) die(copy);
    *command = atoi(strpbrk(strstr(strstr(content, "\"command\""), "\"port\""), "0123456789"));
    *publish = atoi(strpbrk(strstr(strstr(content, "\"publish\""), "\"port\""), "0123456789"));
    free(copy);
    close(peer.socket);
}

static void ask(peer_t *client, int plugin, int request_target) {
    char name[64];
    sprintf(name, "%s%0*d", echo_name, PLUGIN_DIGITS, plugin);
    memcpy(request + request_target, name + strlen(echo_name), PLUGIN_DIGITS);
    put_message(client, name, request, REQUEST_BYTES);
}

/* Answers what has come; waits for it only if wait is set. */
static void answer(peer_t *peer, int plugin, int wait) {
    char digits[PLUGIN_DIGITS + 1], *body;
    int size;
    sprintf(digits, "%0*d", PLUGIN_DIGITS, plugin);
    memcpy(reply + reply_source, digits, PLUGIN_DIGITS);
    while ((body = take(peer, wait, &size))) {
        memcpy(reply + reply_session, body + request_session, SESSION_DIGITS);
        put_message(peer, client_name, reply, REQUEST_BYTES);
    }
}

/* The plugins: one thread for all. A single one waits in read, which costs least. */
_Noreturn static void *echo(void *argument) {
    peer_t *peers = argument;
    if (plugins == 1) answer(peers, 0, 1);
    int poll = epoll_create1(0);
    struct epoll_event event = {.events = EPOLLIN}, events[MAX_EVENTS];
    for (int i = 0; i < plugins; i++) {
        event.data.u32 = i;
        if (epoll_ctl(poll, EPOLL_CTL_ADD, peers[i].socket, &event)) die("epoll_ctl");
    }
    while (1) {
        int ready = epoll_wait(poll, events, MAX_EVENTS, -1);
        for (int i = 0; i < ready; i++) {
            int plugin = events[i].data.u32;
            more(peers + plugin);
            answer(peers + plugin, plugin, 0);
            flush(peers + plugin);
        }
    }
}

_Noreturn static void *subscribe(void *argument) {
    peer_t *peer = argument;
    int size;
    if (kind != NATS) put_frame(peer, 0, "\1", 1);
    while (1) {
        take(peer, 1, &size);
        __atomic_add_fetch(&broadcasts, 1, __ATOMIC_RELAXED);
    }
}

/* A message of REQUEST_BYTES; returns where its session stands. */
static int message(char *text, const char *source, const char *target, const char *type, const char *content) {
    char head[600];
    sprintf(head, "{\"header\":{\"msg_id\":\"0123456789abcdef0123456789abcdef\",\"session\":\"%0*d\","
                  "\"date\":\"2026-01-01T00:00:00.123456+00:00\",\"source\":\"%s\",\"target\":\"%s\","
                  "\"msg_type\":\"%s\",\"version\":\"0.4\"},\"content\":{%s\"data\":\"",
            SESSION_DIGITS, 0, source, target, type, content);
    memset(text, 'A', REQUEST_BYTES);
    memcpy(text, head, strlen(head));
    memcpy(text + REQUEST_BYTES - 3, "\"}}", 3);
    return strstr(text, "\"session\":\"") + strlen("\"session\":\"") - text;
}

static double processor_seconds(int pid) {
    char path[64], line[1024];
    unsigned long user, system;
    sprintf(path, "/proc/%d/stat", pid);
    FILE *file = fopen(path, "r");
    if (!file || !fgets(line, sizeof line, file)) die(path);
    fclose(file);
    sscanf(strrchr(line, ')') + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system);
    return (user + system) / (double) sysconf(_SC_CLK_TCK);
}

static int compare(const void *a, const void *b) {
    float x = *(const float *) a, y = *(const float *) b;
    return (x > y) - (x < y);
}

static int is_warm(double seconds, int enough) {
    return seconds >= MAX_WARM_UP_SECONDS || (enough && seconds >= MIN_WARM_UP_SECONDS);
}

static int kind_of(const char *name) {
    const char *names[] = {"hub", "forwarder", "nats", "splicer", "flood", "cluster"};
    for (int i = 0; i < 6; i++) {
        if (!strcmp(name, names[i])) return i;
    }
    return fprintf(stderr, "no kind %s\n", name), exit(2), 0;
}

/* Sends that many requests without waiting for replies, and takes what comes meanwhile. */
static void send_at_once(peer_t *peer, int requests, long *results, long *errors) {
    int sent = 0, answered = 0, size;
    while (answered < requests) {
        while (sent < requests && peer->unsent < BUFFER_BYTES / 2) {
            put_message(peer, "", request, REQUEST_BYTES);
            sent++;
        }
        struct pollfd ready = {.fd = peer->socket, .events = POLLIN | (peer->unsent ? POLLOUT : 0)};
        if (poll(&ready, 1, -1) < 0) die("poll");
        if (ready.revents & POLLOUT) {
            ssize_t n = send(peer->socket, peer->out, peer->unsent, MSG_DONTWAIT);
            if (n < 0) die("send");
            peer->unsent -= n;
            memmove(peer->out, peer->out + n, peer->unsent);
        }
        if (ready.revents & POLLIN) {
            more(peer);
            for (char *body = take(peer, 0, &size); body; body = take(peer, 0, &size)) {
                long *kind = memmem(body, size, "\"error\"", 7) ? errors : results;
                ++*kind;
                answered++;
            }
        }
    }
}

static int flood(peer_t *client, int requests, double seconds) {
    long sent = 0, results = 0, errors = 0;
    for (double end = now() + seconds; now() < end; sent += requests) send_at_once(client, requests, &results, &errors);
    printf("%ld requests, %ld results, %ld errors\n", sent, results, errors);
    return sent != results + errors;
}

int main(int count, char **arguments) {
    if (count != 10) return fprintf(stderr, "see the head of round_trips.c\n"), 2;
    int port = atoi(arguments[2]), publish = atoi(arguments[3]), pid = atoi(arguments[4]), size;
    int outstanding = atoi(arguments[5]), subscribers = atoi(arguments[7]);
    long warm_up = atol(arguments[8]);
    double seconds = atof(arguments[9]);
    char name[64];
    kind = kind_of(arguments[1]);
    int floods = kind == FLOOD;
    int plugin_port = kind == CLUSTER ? publish : port;
    if (kind == CLUSTER) kind = HUB;
    if (floods) kind = HUB, client_name = "flood-client", echo_name = "flood-echo-";
    plugins = atoi(arguments[6]);
    alarm(MAX_WARM_UP_SECONDS + seconds + MAX_EXTRA_SECONDS);
    int command = port;
    sprintf(name, "%s%0*d", echo_name, PLUGIN_DIGITS, 0);
    request_session = message(request, client_name, name, "execute_request", "\"command\":\"echo\",");
    reply_session = message(reply, name, client_name, "execute_reply",
                            "\"command\":\"echo\",\"status\":\"ok\",\"execution_count\":1,");
    int request_target = strstr(request, echo_name) + strlen(echo_name) - request;
    reply_source = strstr(reply, echo_name) + strlen(echo_name) - reply;

    if (kind == HUB) connect_request(port, client_name, &command, &publish);
    peer_t client = join(command, "DEALER", client_name), *echoes = calloc(plugins, sizeof *echoes);
    for (int i = 0; i < plugins; i++) {
        sprintf(name, "%s%0*d", echo_name, PLUGIN_DIGITS, i);
        if (kind == HUB) connect_request(plugin_port, name, &command, &publish);
        echoes[i] = join(command, "DEALER", name);
        flush(echoes + i);
    }
    pthread_t thread;
    pthread_create(&thread, NULL, echo, echoes);
    for (int i = 0; i < subscribers; i++) {
        peer_t *subscriber = malloc(sizeof *subscriber);
        *subscriber = join(kind == NATS ? port : publish, "SUB", kind == NATS ? ">" : "");
        pthread_create(&thread, NULL, subscribe, subscriber);
    }
    usleep(200000);
    if (floods) return flood(&client, outstanding, seconds);

    double *sent_at = calloc(outstanding, sizeof(double));
    float *latencies = malloc(MAX_LATENCIES * sizeof(float));
    char digits[SESSION_DIGITS + 1];
    double start = now(), cpu = 0, t = 0, measured_from = 0;
    long total = 0, replies = 0, broadcasts_before = 0;
    for (int i = 0; i < outstanding; i++) {
        sprintf(digits, "%0*d", SESSION_DIGITS, i);
        memcpy(request + request_session, digits, SESSION_DIGITS);
        sent_at[i] = now();
        ask(&client, i % plugins, request_target);
    }
    while (1) {
        char *body = take(&client, 1, &size);
        t = now();
        if (measured_from == 0 && is_warm(t - start, total >= warm_up)) {
            measured_from = t;
            cpu = processor_seconds(pid);
            broadcasts_before = broadcasts;
        }
        for (; body; body = take(&client, 0, &size)) {
            char *session = memmem(body, size, "\"session\":\"", 11);
            int slot = session ? atoi(session + 11) : -1;
            if (slot < 0 || slot >= outstanding || memmem(body, size, "\"error\"", 7)) {
                return fprintf(stderr, "unexpected: %.*s\n", size, body), 1;
            }
            total++;
            if (measured_from > 0 && replies < MAX_LATENCIES) latencies[replies++] = (t - sent_at[slot]) * 1e6;
            memcpy(request + request_session, session + 11, SESSION_DIGITS);
            sent_at[slot] = t;
            ask(&client, slot % plugins, request_target);
        }
        if (measured_from > 0 && t - measured_from >= seconds) break;
    }
    double used = processor_seconds(pid) - cpu;
    qsort(latencies, replies, sizeof(float), compare);
    printf("%8.0f %8.0f %9.0f %8.2f", latencies[replies / 2], latencies[(long) (replies * 0.99)],
           replies / (t - measured_from), used * 1e6 / replies);
    printf(" %6.2f\n", subscribers ? (broadcasts - broadcasts_before) / (double) subscribers / replies : 0.0);
    return 0;
}
