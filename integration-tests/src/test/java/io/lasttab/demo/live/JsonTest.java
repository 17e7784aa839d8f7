package io.lasttab.demo.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void writesEveryKindOfValue() {
        assertThat(Json.of(Map.of("a", Arrays.asList(1, -2L, true, null, "x", List.of(), Map.of()))))
                .isEqualTo("{\"a\":[1,-2,true,null,\"x\",[],{}]}");
    }

    @Test
    void escapesWhatWouldEndAString() {
        assertThat(Json.of("a\"b\\c\n…")).isEqualTo("\"a\\\"b\\\\c\\u000a…\"");
    }

    @Test
    void writesWhatAnMxBeanAnswers() throws Exception {
        Object memory = ManagementFactory.getPlatformMBeanServer()
                .getAttribute(new ObjectName("java.lang:type=Memory"), "HeapMemoryUsage");
        Object properties = ManagementFactory.getPlatformMBeanServer()
                .getAttribute(new ObjectName("java.lang:type=Runtime"), "SystemProperties");

        assertThat(Json.of(OpenData.plain(memory))).contains("\"used\":");
        assertThat(Json.of(OpenData.plain(properties))).contains("\"java.specification.version\":\"");
    }
}
