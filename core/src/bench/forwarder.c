/* A dumb forwarder on libzmq: a ROUTER that passes each message on unread, from the client to the echo and back. */
#include <stdio.h>
#include <string.h>
#include <zmq.h>

int main(int count, char **arguments) {
    if (count < 2) return fprintf(stderr, "forwarder PORT\n"), 2;
    char address[64];
    void *context = zmq_ctx_new(), *router = zmq_socket(context, ZMQ_ROUTER);
    int no_limit = 0;
    zmq_setsockopt(router, ZMQ_SNDHWM, &no_limit, sizeof no_limit);
    zmq_setsockopt(router, ZMQ_RCVHWM, &no_limit, sizeof no_limit);
    sprintf(address, "tcp://127.0.0.1:%s", arguments[1]);
    if (zmq_bind(router, address)) return perror("bind"), 1;
    zmq_msg_t source, delimiter, body;
    zmq_msg_init(&source), zmq_msg_init(&delimiter), zmq_msg_init(&body);
    while (1) {
        zmq_msg_recv(&source, router, 0);
        zmq_msg_recv(&delimiter, router, 0);
        zmq_msg_recv(&body, router, 0);
        int from_echo = !memcmp(zmq_msg_data(&source), "bench-e", 7);
        const char *target = from_echo ? "bench-client" : "bench-echo";
        zmq_send(router, target, strlen(target), ZMQ_SNDMORE);
        zmq_msg_send(&delimiter, router, ZMQ_SNDMORE);
        zmq_msg_send(&body, router, 0);
    }
}
