package io.lasttab.jetty9;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedIdsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/shop/page;jsessionid=node0a.node0",
                "/shop/page;x=y;jsessionid=node0a.node0;z=1",
                "/shop;jsessionid=node0a.node0/page",
                "/shop/page;jsessionid=node0a.node0?q=1",
                "/shop/page;jsessionid=node0a.node0#here"
            })
    void readsTheIdOutOfThePath(String uri) {
        assertThat(RequestedIds.inPath(uri, ";jsessionid=")).isEqualTo("node0a.node0");
    }

    @Test
    void findsNoneWhereThereIsNone() {
        assertThat(RequestedIds.inPath("/shop/page?jsessionid=a", ";jsessionid="))
                .isNull();
        assertThat(RequestedIds.inPath(null, ";jsessionid=")).isNull();
    }
}
