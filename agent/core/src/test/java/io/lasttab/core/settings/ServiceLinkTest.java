package io.lasttab.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables that begin like ours, but are there because a service is called {@code lasttab}. */
class ServiceLinkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LASTTAB_SERVICE_HOST",
                "LASTTAB_SERVICE_PORT",
                "LASTTAB_SERVICE_PORT_HTTP",
                "LASTTAB_SERVICE_PORT_HTTP_ADMIN",
                "LASTTAB_PORT",
                "LASTTAB_PORT_8080_TCP",
                "LASTTAB_PORT_8080_TCP_PROTO",
                "LASTTAB_PORT_8080_TCP_PORT",
                "LASTTAB_PORT_8080_TCP_ADDR",
                "LASTTAB_PORT_53_UDP_ADDR",
                "LASTTAB_PORT_9_SCTP",
                "LASTTAB_SHOP_SERVICE_HOST",
                "LASTTAB_SHOP_2_PORT_8080_TCP_ADDR"
            })
    void areIgnored(String variable) {
        Map<String, String> environment = new HashMap<>();
        environment.put(variable, "tcp://10.0.0.11:8080");
        environment.put("LASTTAB_MODE", "observe");
        Settings settings = Settings.load(null, new Properties(), environment);
        assertThat(settings.forContext("/").mode()).isEqualTo(Mode.OBSERVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LASTTAB_HOST",
                "LASTTAB_PORTS",
                "LASTTAB_PORT_8080",
                "LASTTAB_PORT_TCP",
                "LASTTAB_PORT_8080_HTTP",
                "LASTTAB_PORT_8080_TCP_X",
                "LASTTAB_SERVICE_PORT_",
                "LASTTAB_SERVICE_HOSTS",
                "LASTTAB_XPORT"
            })
    void areNotTakenForOneWhereTheyAreNone(String variable) {
        assertThatThrownBy(() -> Settings.load(null, new Properties(), Map.of(variable, "1")))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("unknown environment variable " + variable);
    }

    @Test
    void areReadWhereTheyAreAKeyOfAnApplicationThatIsCalledLikeThat() {
        Map<String, String> environment = Map.of("LASTTAB_APP_SERVICE_PORT_MODE", "observe");
        Settings settings = Settings.load(null, new Properties(), environment);
        assertThat(settings.forContext("/service-port").mode()).isEqualTo(Mode.OBSERVE);
    }

    @Test
    void areNoneInTheFileAndInSystemProperties() {
        Properties properties = new Properties();
        properties.setProperty("lasttab.service.host", "10.0.0.11");
        assertThatThrownBy(() -> Settings.load(null, properties, Map.of())).isInstanceOf(SettingsException.class);
    }
}
