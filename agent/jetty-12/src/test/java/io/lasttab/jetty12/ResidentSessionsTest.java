package io.lasttab.jetty12;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.session.DefaultSessionCache;
import org.eclipse.jetty.session.NullSessionCache;
import org.eclipse.jetty.session.SessionCache;
import org.eclipse.jetty.session.SessionHandler;
import org.junit.jupiter.api.Test;

class ResidentSessionsTest {

    private final SessionCache cache = new DefaultSessionCache(new SessionHandler());

    @Test
    void stay_where_none_is_evicted_or_only_idle_ones() {
        assertThat(ResidentSessions.stayIn(cache)).isTrue();
        cache.setEvictionPolicy(600);
        assertThat(ResidentSessions.stayIn(cache)).isTrue();
    }

    @Test
    void do_not_stay_where_each_is_evicted_after_its_request() {
        cache.setEvictionPolicy(SessionCache.EVICT_ON_SESSION_EXIT);
        assertThat(ResidentSessions.stayIn(cache)).isFalse();
    }

    @Test
    void do_not_stay_where_there_is_no_memory() {
        assertThat(ResidentSessions.stayIn(new NullSessionCache(new SessionHandler())))
                .isFalse();
    }
}
