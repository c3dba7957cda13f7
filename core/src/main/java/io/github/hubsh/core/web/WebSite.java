package io.github.hubsh.core.web;

import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Clock;

/** What there is to see of a hub. On the loop of HTTP. */
final class WebSite {
    private final WatchedHub hub;
    private final HostCheck host;
    private final WebPage page;
    private final HealthProbe health;
    private final EventClients events;

    WebSite(WatchedHub hub, HostCheck host, Clock clock, WebCounter counter) {
        this.hub = hub;
        this.host = host;
        this.page = WebPage.load();
        this.health = new HealthProbe(hub);
        this.events = new EventClients(hub, clock, counter);
    }

    HostCheck host() {
        return host;
    }

    WebPage page() {
        return page;
    }

    HealthProbe health() {
        return health;
    }

    EventClients events() {
        return events;
    }

    HttpResponse metrics() {
        try {
            String text = HubMetrics.render(hub.snapshot(), events.counts());
            return WebReplies.whole(HttpResponseStatus.OK, PrometheusText.CONTENT_TYPE, text);
        } catch (IllegalStateException e) {
            return WebReplies.line(HttpResponseStatus.SERVICE_UNAVAILABLE, "the hub does not run");
        }
    }
}
