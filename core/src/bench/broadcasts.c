/*
 * Makes a hub broadcast: a thin client sends requests at a steady rate to a thin plugin, which answers each. So two
 * messages of about 400 bytes are broadcast for each request.
 *
 *     broadcasts PORT COUNT RATE      PORT is the hub's query port; COUNT and RATE are broadcasts, and a second
 *
 * Prints how many were broadcast, and in which time.
 */
#define main round_trips
#include "round_trips.c"
#undef main
#include <poll.h>

#define TEXT_BYTES 700
#define MAX_UNANSWERED 4000
#define BASE64 "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

/* Writes {"n":NUMBER} in Base64. */
static void put_data(char *out, long number) {
    char json[32];
    int size = sprintf(json, "{\"n\":%010ld}", 1000000000 + number); /* 16 bytes */
    for (int i = 0; i < size; i += 3) {
        unsigned char *p = (unsigned char *) json + i;
        unsigned bits = p[0] << 16 | (i + 1 < size ? p[1] << 8 : 0) | (i + 2 < size ? p[2] : 0);
        for (int k = 0; k < 4; k++) *out++ = i + k > size ? '=' : BASE64[bits >> (18 - 6 * k) & 63];
    }
    *out = 0;
}

static int write_message(char *text, const char *source, const char *target, const char *type, const char *content,
                         const char *session, long number) {
    char data[40];
    put_data(data, number);
    return sprintf(text, "{\"header\":{\"msg_id\":\"0123456789abcdef0123456789%06ld\",\"session\":\"%s\","
                         "\"date\":\"2026-01-01T00:00:00.123456+00:00\",\"source\":\"%s\",\"target\":\"%s\","
                         "\"msg_type\":\"%s\",\"version\":\"0.4\"},\"content\":{%s\"data\":\"%s\","
                         "\"metadata\":{\"mime_type\":\"application/json\",\"transfer_encoding\":\"BASE64\"}}}",
                   number % 1000000, session, source, target, type, content, data);
}

_Noreturn static void *answer_all(void *argument) {
    peer_t *peer = argument;
    char text[TEXT_BYTES], session[SESSION_DIGITS + 1] = "";
    int size;
    for (long number = 0;; number++) {
        char *body = take(peer, 1, &size);
        memcpy(session, (char *) memmem(body, size, "\"session\":\"", 11) + 11, SESSION_DIGITS);
        size = write_message(text, "bench-echo", "bench-client", "execute_reply",
                             "\"command\":\"echo\",\"status\":\"ok\",\"execution_count\":1,", session, number);
        put_message(peer, "bench-client", text, size);
    }
}

int main(int count, char **arguments) {
    if (count != 4) return fprintf(stderr, "see the head of broadcasts.c\n"), 2;
    int port = atoi(arguments[1]), command, publish, size;
    long requests = atol(arguments[2]) / 2, sent = 0, answered = 0;
    double rate = atof(arguments[3]) / 2;
    char text[TEXT_BYTES], session[32];
    connect_request(port, "bench-echo", &command, &publish);
    connect_request(port, "bench-client", &command, &publish);
    peer_t echo_peer = join(command, "DEALER", "bench-echo"), client = join(command, "DEALER", "bench-client");
    pthread_t thread;
    pthread_create(&thread, NULL, answer_all, &echo_peer);
    struct pollfd readable = {.fd = client.socket, .events = POLLIN};
    usleep(300000);
    double start = now();
    while (answered < requests) {
        double due = (now() - start) * rate;
        while (sent < requests && sent < due && sent - answered < MAX_UNANSWERED) {
            sprintf(session, "%0*ld", SESSION_DIGITS, sent);
            size = write_message(text, "bench-client", "bench-echo", "execute_request", "\"command\":\"echo\",",
                                 session, sent++);
            put_message(&client, "bench-echo", text, size);
        }
        flush(&client);
        if (poll(&readable, 1, 1) > 0) more(&client);
        for (char *body = take(&client, 0, &size); body; body = take(&client, 0, &size)) {
            if (memmem(body, size, "\"error\"", 7)) return fprintf(stderr, "unexpected: %.*s\n", size, body), 1;
            answered++;
        }
    }
    double seconds = now() - start;
    printf("%ld broadcasts in %.2f s\n", answered * 2, seconds);
    return 0;
}
