/*
 * A dumb forwarder on libzmq: a ROUTER that passes each message on unread, to the peer that its second frame names. With
 * a PUBLISH_PORT it also publishes each message once.
 *
 *     zmq_forwarder PORT [PUBLISH_PORT]
 *
 * With a secret key in FORWARDER_SECRET it speaks CURVE, and lets every key in.
 */
#include <stdio.h>
#include <stdlib.h>
#include <zmq.h>

static void *bound(void *context, int type, const char *port) {
    char address[64];
    int no_limit = 0;
    void *socket = zmq_socket(context, type);
    zmq_setsockopt(socket, ZMQ_SNDHWM, &no_limit, sizeof no_limit);
    zmq_setsockopt(socket, ZMQ_RCVHWM, &no_limit, sizeof no_limit);
    const char *secret = getenv("FORWARDER_SECRET");
    int server = 1;
    if (secret) {
        zmq_setsockopt(socket, ZMQ_CURVE_SERVER, &server, sizeof server);
        zmq_setsockopt(socket, ZMQ_CURVE_SECRETKEY, secret, 40);
    }
    snprintf(address, sizeof address, "tcp://127.0.0.1:%s", port);
    if (zmq_bind(socket, address)) perror("bind");
    return socket;
}

static void publish(void *publisher, zmq_msg_t *source, zmq_msg_t *body) {
    zmq_msg_t topic, copy;
    zmq_msg_init(&topic), zmq_msg_init(&copy);
    zmq_msg_copy(&topic, source), zmq_msg_copy(&copy, body);
    zmq_msg_send(&topic, publisher, ZMQ_SNDMORE);
    zmq_msg_send(&copy, publisher, 0);
}

int main(int count, char **arguments) {
    if (count < 2) return fprintf(stderr, "zmq_forwarder PORT [PUBLISH_PORT]\n"), 2;
    void *context = zmq_ctx_new(), *router = bound(context, ZMQ_ROUTER, arguments[1]);
    void *publisher = count > 2 ? bound(context, ZMQ_PUB, arguments[2]) : NULL;
    zmq_msg_t source, target, body;
    zmq_msg_init(&source), zmq_msg_init(&target), zmq_msg_init(&body);
    while (1) {
        zmq_msg_recv(&source, router, 0);
        zmq_msg_recv(&target, router, 0);
        zmq_msg_recv(&body, router, 0);
        if (publisher) publish(publisher, &source, &body);
        zmq_msg_send(&target, router, ZMQ_SNDMORE);
        zmq_msg_send(&source, router, ZMQ_SNDMORE);
        zmq_msg_send(&body, router, 0);
    }
}
