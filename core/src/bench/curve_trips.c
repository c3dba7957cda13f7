/*
 * Round trips of 600 bytes between two DEALER sockets of libzmq through a server, in one process, with or without CURVE.
 *
 *     curve_trips hub|forwarder PORT PID OUTSTANDING SECONDS [SERVER_PUBLIC PUBLIC SECRET]
 *
 * PORT is where the server takes commands. Prints round trips a second, and the processor time of PID for each, in
 * microseconds. The first third of the time is for warming up.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>
#include <zmq.h>

enum { BYTES = 600, DIGITS = 10 };

static int is_hub;
static char **keys;

static double seconds(void) {
    struct timeval now;
    gettimeofday(&now, NULL);
    return now.tv_sec + now.tv_usec / 1e6;
}

static double processor_seconds(const char *pid) {
    char path[64], line[1024];
    unsigned long user, system;
    sprintf(path, "/proc/%s/stat", pid);
    FILE *file = fopen(path, "r");
    if (!file || !fgets(line, sizeof line, file)) perror(path), exit(1);
    fclose(file);
    sscanf(strrchr(line, ')') + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system);
    return (user + system) / (double) sysconf(_SC_CLK_TCK);
}

static void *connected(void *context, const char *name, const char *port) {
    char address[64];
    int timeout = 10000, none = 0, immediate = 1;
    void *socket = zmq_socket(context, ZMQ_DEALER);
    zmq_setsockopt(socket, ZMQ_IDENTITY, name, strlen(name));
    zmq_setsockopt(socket, ZMQ_RCVTIMEO, &timeout, sizeof timeout);
    zmq_setsockopt(socket, ZMQ_LINGER, &none, sizeof none);
    zmq_setsockopt(socket, ZMQ_IMMEDIATE, &immediate, sizeof immediate);
    if (keys) {
        zmq_setsockopt(socket, ZMQ_CURVE_SERVERKEY, keys[0], 40);
        zmq_setsockopt(socket, ZMQ_CURVE_PUBLICKEY, keys[1], 40);
        zmq_setsockopt(socket, ZMQ_CURVE_SECRETKEY, keys[2], 40);
    }
    snprintf(address, sizeof address, "tcp://127.0.0.1:%s", port);
    zmq_connect(socket, address);
    return socket;
}

/* A message of BYTES; returns where its session stands. */
static int message(char *text, const char *source, const char *target, const char *type, const char *content) {
    char head[500];
    sprintf(head, "{\"header\":{\"msg_id\":\"0123456789abcdef0123456789abcdef\",\"session\":\"%0*d\","
                  "\"date\":\"2026-01-01T00:00:00.123456+00:00\",\"source\":\"%s\",\"target\":\"%s\","
                  "\"msg_type\":\"%s\",\"version\":\"0.4\"},\"content\":{%s\"data\":\"",
            DIGITS, 0, source, target, type, content);
    memset(text, 'A', BYTES);
    memcpy(text, head, strlen(head));
    memcpy(text + BYTES - 3, "\"}}", 3);
    return strstr(text, "\"session\":\"") + strlen("\"session\":\"") - text;
}

static void send_to(void *socket, const char *target, const char *text) {
    zmq_send(socket, is_hub ? "" : target, is_hub ? 0 : strlen(target), ZMQ_SNDMORE);
    zmq_send(socket, text, BYTES, 0);
}

static void take(void *socket, char *text) {
    char first[64];
    if (zmq_recv(socket, first, sizeof first, 0) < 0 || zmq_recv(socket, text, 2 * BYTES, 0) < 0) {
        fprintf(stderr, "no message in time\n");
        exit(1);
    }
}

static void echo(void *argument) {
    char request[2 * BYTES], reply[BYTES + 1];
    int session = message(reply, "pump", "asker", "execute_reply",
                          "\"command\":\"echo\",\"status\":\"ok\",\"execution_count\":1,");
    while (1) {
        take(argument, request);
        memcpy(reply + session, strstr(request, "\"session\":\"") + strlen("\"session\":\""), DIGITS);
        send_to(argument, "asker", reply);
    }
}

static void ask(void *socket, char *request, int session, int number) {
    char digits[DIGITS + 1];
    sprintf(digits, "%0*d", DIGITS, number);
    memcpy(request + session, digits, DIGITS);
    send_to(socket, "pump", request);
}

int main(int count, char **arguments) {
    if (count != 6 && count != 9) return fprintf(stderr, "see the comment of curve_trips.c\n"), 2;
    is_hub = !strcmp(arguments[1], "hub");
    keys = count == 9 ? arguments + 6 : NULL;
    int outstanding = atoi(arguments[4]), sent = 0, done = 0;
    double length = atof(arguments[5]);
    void *context = zmq_ctx_new();
    zmq_ctx_set(context, ZMQ_IO_THREADS, 2);
    void *pump = connected(context, "pump", arguments[2]), *asker = connected(context, "asker", arguments[2]);
    sleep(1);
    zmq_threadstart(echo, pump);
    char request[BYTES + 1], reply[2 * BYTES];
    int session = message(request, "asker", "pump", "execute_request", "\"command\":\"echo\",\"silent\":true,");
    for (; sent < outstanding; sent++) ask(asker, request, session, sent);
    double start = seconds(), from = start + length / 3, processor = -1;
    int counted = 0;
    while (seconds() < start + length) {
        take(asker, reply);
        done++;
        ask(asker, request, session, sent++);
        if (processor < 0 && seconds() >= from) {
            processor = processor_seconds(arguments[3]);
            from = seconds();
            counted = done;
        }
    }
    double took = seconds() - from;
    printf("%.0f %.2f\n", (done - counted) / took,
           (processor_seconds(arguments[3]) - processor) / (done - counted) * 1e6);
    fflush(stdout);
    _exit(0);
}
