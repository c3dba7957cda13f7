package io.github.hubsh.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RequestOutline;
import io.github.hubsh.core.testkit.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RequestChainTest {
    private final RequestChain chain = new RequestChain();

    @Test
    void an_empty_chain_has_no_first() {
        assertThat(chain.first()).isNull();
        assertThat(chain.all()).isEmpty();
    }

    @Test
    void requests_stay_in_order_whichever_goes() {
        Random random = new Random(20261129);
        List<InFlightRequest> expected = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            if (expected.isEmpty() || random.nextInt(5) < 3) {
                InFlightRequest request = request("s" + i);
                chain.add(request);
                expected.add(request);
            } else {
                chain.remove(expected.remove(random.nextInt(expected.size())));
            }
            assertThat(chain.all()).isEqualTo(expected);
            assertThat(chain.first()).isSameAs(expected.isEmpty() ? null : expected.get(0));
        }
    }

    @Test
    void a_request_that_was_taken_out_can_be_added_again() {
        InFlightRequest one = request("1");
        InFlightRequest other = request("2");
        chain.add(one);
        chain.add(other);
        chain.remove(one);
        chain.add(one);
        assertThat(chain.all()).containsExactly(other, one);
    }

    private static InFlightRequest request(String session) {
        RegisteredPlugin plugin = new RegisteredPlugin("plugin", 0);
        RequestOutline outline =
                RequestOutline.of(new ManualClock().messages().executeRequest("a", "b", "c", Payload.NONE), 0);
        return new InFlightRequest(new InFlightRequest.Key(session, plugin), plugin, outline, 0);
    }
}
