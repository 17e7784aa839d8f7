package io.lasttab.jetty9;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieHeaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JSESSIONID=node0a.node0",
                "a=b; JSESSIONID=node0a.node0; c=d",
                "a=b;JSESSIONID=node0a.node0",
                "  jsessionid = node0a.node0 ;",
                "JSESSIONID=\"node0a.node0\"",
                "novalue; JSESSIONID=node0a.node0",
                "a=x=y; JSESSIONID=node0a.node0",
                "XJSESSIONID=no; JSESSIONID=node0a.node0; JSESSIONIDX=no"
            })
    void findsTheCookieAmongOthers(String header) {
        assertThat(values(header)).containsExactly("node0a.node0");
    }

    @Test
    void keepsTheOrderOfCookiesThatAreThereForSeveralPaths() {
        assertThat(values("JSESSIONID=inner; JSESSIONID=outer")).containsExactly("inner", "outer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", "=", "JSESSIONID", "JSESSIONID;=x", ";;a=JSESSIONID=1", "=JSESSIONID"})
    void findsNothingWhereThereIsNone(String header) {
        assertThat(values(header)).isEmpty();
    }

    private static List<String> values(String header) {
        List<String> values = new ArrayList<>();
        CookieHeader.values(header, "JSESSIONID", values::add);
        return values;
    }
}
