/*
 * Round trips through a server: a thin client sends requests of 600 bytes to a thin echo plugin, and always has the
 * same number of them outstanding. Raw sockets, so that the server is what is measured.
 *
 *     round_trips hub PORT PID OUTSTANDING SECONDS [SUBSCRIBERS]      a hub; PORT is its query port
 *     round_trips forwarder PORT PID OUTSTANDING SECONDS              a ROUTER that passes on all it gets
 *     round_trips nats PORT PID OUTSTANDING SECONDS                   a NATS server
 *
 * Prints: p50 and p99 in microseconds, round trips a second, processor microseconds of the process PID a round trip,
 * and with subscribers the broadcasts that one of them got in the same time for each round trip.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define REQUEST_BYTES 600
#define BUFFER_BYTES (1 << 20)
#define MAX_LATENCIES 8000000
#define SESSION_DIGITS 12
#define WARM_UP_SECONDS 4

typedef struct {
    int socket;
    int start, end; /* of what was read and not taken */
    int unsent;
    char *in, *out;
} peer_t;

static int nats;
static char request[REQUEST_BYTES + 1], reply[REQUEST_BYTES + 1];
static int request_session, reply_session;
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
        if (nats) {
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
    if (nats) {
        char line[64];
        put(peer, line, sprintf(line, "PUB %s %d\r\n", target, size));
        put(peer, body, size);
        put(peer, "\r\n", 2);
    } else {
        put_frame(peer, 1, "", 0);
        put_frame(peer, 0, body, size);
    }
}

static peer_t join(int port, const char *type, const char *name) {
    peer_t peer = dial(port);
    if (nats) {
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

_Noreturn static void *echo(void *argument) {
    peer_t *peer = argument;
    int size;
    while (1) {
        char *body = take(peer, 1, &size);
        memcpy(reply + reply_session, body + request_session, SESSION_DIGITS);
        put_message(peer, "bench-client", reply, REQUEST_BYTES);
    }
}

_Noreturn static void *subscribe(void *argument) {
    peer_t *peer = argument;
    int size;
    put_frame(peer, 0, "\1", 1);
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

int main(int count, char **arguments) {
    if (count < 6) return fprintf(stderr, "see the head of round_trips.c\n"), 2;
    int hub = !strcmp(arguments[1], "hub"), port = atoi(arguments[2]), pid = atoi(arguments[3]);
    int outstanding = atoi(arguments[4]), subscribers = count > 6 ? atoi(arguments[6]) : 0, publish = 0, size;
    double seconds = atof(arguments[5]);
    nats = !strcmp(arguments[1], "nats");
    int command = port;
    if (hub) {
        connect_request(port, "bench-echo", &command, &publish);
        connect_request(port, "bench-client", &command, &publish);
    }
    request_session = message(request, "bench-client", "bench-echo", "execute_request", "\"command\":\"echo\",");
    reply_session = message(reply, "bench-echo", "bench-client", "execute_reply",
                            "\"command\":\"echo\",\"status\":\"ok\",\"execution_count\":1,");
    peer_t echo_peer = join(command, "DEALER", "bench-echo"), client = join(command, "DEALER", "bench-client");
    pthread_t thread;
    pthread_create(&thread, NULL, echo, &echo_peer);
    for (int i = 0; i < subscribers; i++) {
        peer_t *subscriber = malloc(sizeof *subscriber);
        *subscriber = join(publish, "SUB", "");
        pthread_create(&thread, NULL, subscribe, subscriber);
    }
    usleep(200000);

    double *sent_at = calloc(outstanding, sizeof(double));
    float *latencies = malloc(MAX_LATENCIES * sizeof(float));
    char digits[SESSION_DIGITS + 1];
    double start = now(), cpu = 0, t = 0, measured_from = 0;
    long replies = 0, broadcasts_before = 0;
    for (int i = 0; i < outstanding; i++) {
        sprintf(digits, "%0*d", SESSION_DIGITS, i);
        memcpy(request + request_session, digits, SESSION_DIGITS);
        sent_at[i] = now();
        put_message(&client, "bench-echo", request, REQUEST_BYTES);
    }
    while (1) {
        char *body = take(&client, 1, &size);
        t = now();
        if (measured_from == 0 && t - start >= WARM_UP_SECONDS) {
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
            if (measured_from > 0 && replies < MAX_LATENCIES) latencies[replies++] = (t - sent_at[slot]) * 1e6;
            memcpy(request + request_session, session + 11, SESSION_DIGITS);
            sent_at[slot] = t;
            put_message(&client, "bench-echo", request, REQUEST_BYTES);
        }
        if (measured_from > 0 && t - measured_from >= seconds) break;
    }
    double used = processor_seconds(pid) - cpu;
    qsort(latencies, replies, sizeof(float), compare);
    printf("%8.0f %8.0f %9.0f %8.2f", latencies[replies / 2], latencies[(long) (replies * 0.99)],
           replies / (t - measured_from), used * 1e6 / replies);
    if (subscribers) printf(" %6.2f", (broadcasts - broadcasts_before) / (double) subscribers / replies);
    printf("\n");
    return 0;
}
