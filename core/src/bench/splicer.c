/*
 * Copies bytes unread between each two connections that come: the least that a server between two peers can do.
 *
 *     splicer PORT
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <unistd.h>

#define MAX_CONNECTIONS 1024
#define BUFFER_BYTES (256 << 10)
#define MAX_EVENTS 16

static int other[MAX_CONNECTIONS], waiting;
static char buffer[BUFFER_BYTES];

static void die(const char *what) {
    perror(what);
    exit(1);
}

/* Takes a connection in: it is joined to the one before it that has no other side yet, or waits for the next. */
static void take_in(int listener, int poll) {
    int yes = 1, connection = accept(listener, NULL, NULL);
    if (connection < 0 || connection >= MAX_CONNECTIONS) die("accept");
    setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    struct epoll_event event = {.events = EPOLLIN, .data.fd = connection};
    if (epoll_ctl(poll, EPOLL_CTL_ADD, connection, &event)) die("epoll_ctl");
    if (waiting) other[waiting] = connection, other[connection] = waiting;
    waiting = waiting ? 0 : connection;
}

static void end(int connection) {
    if (connection == waiting) waiting = 0;
    other[connection] = 0;
    close(connection);
}

/* Copies what has come to the other side; whether both are still open. */
static int splice_on(int from) {
    ssize_t got = read(from, buffer, BUFFER_BYTES);
    if (got <= 0) return 0;
    for (ssize_t sent = 0; sent < got;) {
        ssize_t n = write(other[from], buffer + sent, got - sent);
        if (n <= 0) return 0;
        sent += n;
    }
    return 1;
}

int main(int count, char **arguments) {
    if (count != 2) return fprintf(stderr, "splicer PORT\n"), 2;
    int yes = 1, listener = socket(AF_INET, SOCK_STREAM, 0), poll = epoll_create1(0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(arguments[1]))};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(listener, (struct sockaddr *) &address, sizeof address) || listen(listener, 16)) die("bind");
    struct epoll_event event = {.events = EPOLLIN, .data.fd = listener}, events[MAX_EVENTS];
    epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event);
    signal(SIGPIPE, SIG_IGN);
    while (1) {
        int ready = epoll_wait(poll, events, MAX_EVENTS, -1);
        for (int i = 0; i < ready; i++) {
            int from = events[i].data.fd;
            if (from == listener) {
                take_in(listener, poll);
            } else if (!splice_on(from)) {
                if (other[from]) end(other[from]);
                end(from);
            }
        }
    }
}
