package io.lasttab.core.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.core.session.ExitInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.Notification;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescribedBeanTest {

    /** As a client of an MBean server sees it. */
    static MBeanInfo info(Class<?> type) {
        MBeanServer server = MBeanServerFactory.newMBeanServer();
        try {
            ObjectName name = new ObjectName("test:type=Described");
            server.registerMBean(bean(type), name);
            return server.getMBeanInfo(name);
        } catch (JMException fault) {
            throw new AssertionError(fault);
        }
    }

    private static DescribedBean<?> bean(Class<?> type) {
        if (type == AgentMXBean.class) {
            AgentBean bean = new AgentBean(null, List.of(), null, null, null);
            return new DescribedBean<>(bean, AgentMXBean.class, Notifications.ofFaults());
        }
        return new DescribedBean<>(new ApplicationBean(null, null), ApplicationMXBean.class, Notifications.ofExits());
    }

    @ParameterizedTest
    @ValueSource(classes = {AgentMXBean.class, ApplicationMXBean.class})
    void describesEveryAttributeOperationAndParameter(Class<?> type) {
        MBeanInfo info = info(type);
        assertThat(info.getDescription()).endsWith(".");
        assertThat(info.getNotifications()).isNotEmpty();
        for (MBeanAttributeInfo attribute : info.getAttributes()) {
            assertThat(attribute.getDescription()).as(attribute.getName()).contains(" ");
        }
        for (MBeanOperationInfo operation : info.getOperations()) {
            assertThat(operation.getDescription()).as(operation.getName()).contains(" ");
            for (MBeanParameterInfo parameter : operation.getSignature()) {
                assertThat(parameter.getDescription()).as(operation.getName()).contains(" ");
                assertThat(parameter.getName()).as(operation.getName()).doesNotMatch("p\\d+");
            }
        }
    }

    /** What a scraper shows without a rule of its own, and a client without a class of ours. */
    @ParameterizedTest
    @ValueSource(classes = {AgentMXBean.class, ApplicationMXBean.class})
    void hasTypesOfTheJdkAlone(Class<?> type) {
        MBeanInfo info = info(type);
        assertThat(info.getDescriptor().getFieldValue("mxbean")).isEqualTo("true");
        List<String> types = new ArrayList<>();
        for (MBeanAttributeInfo attribute : info.getAttributes()) {
            types.add(attribute.getType());
        }
        for (MBeanOperationInfo operation : info.getOperations()) {
            types.add(operation.getReturnType());
            for (MBeanParameterInfo parameter : operation.getSignature()) {
                types.add(parameter.getType());
            }
        }
        assertThat(types)
                .isNotEmpty()
                .allMatch(
                        name -> name.matches(
                                "void|boolean|int|long|(\\[L)?(java\\.lang\\.(String|Long|Boolean)|javax\\.management\\.openmbean\\.\\w+);?"));
    }

    @ParameterizedTest
    @ValueSource(classes = {AgentMXBean.class, ApplicationMXBean.class})
    void saysTheUnitOfATimeInItsName(Class<?> type) {
        for (MBeanAttributeInfo attribute : info(type).getAttributes()) {
            boolean words = attribute.getType().equals(String.class.getName());
            if (!words && attribute.getDescription().matches("(?i).*\\b(how long|when|(milli)?seconds)\\b.*")) {
                assertThat(attribute.getName()).matches(".*(Millis|Seconds)");
            }
        }
    }

    @Test
    void notifiesOfAnExitInTypesOfTheJdk() throws JMException {
        Notifications notifications = Notifications.ofExits();
        List<Notification> received = new ArrayList<>();
        notifications.addNotificationListener((notification, handback) -> received.add(notification), null, null);
        ObjectName source = new ObjectName("io.lasttab:type=Application,host=localhost,context=/shop");

        notifications.exit(source, new ExitInfo(7, "…A1B2", "ORPHANED_LOST", 2, 50, true, 40, "LOST", 1_000));
        notifications.exit(source, new ExitInfo(8, "…A1B2", "ORPHANED_LOST", 2, 51, false, 41, "LOST", 1_000));

        assertThat(received)
                .extracting(Notification::getType)
                .containsExactly("io.lasttab.exit", "io.lasttab.would-have-exited");
        assertThat(received.get(0).getSource()).isEqualTo(source);
        assertThat(received.get(0).getTimeStamp()).isEqualTo(7);
        assertThat(received.get(0).getUserData())
                .isEqualTo(Map.of(
                        "maskedId",
                        "…A1B2",
                        "cause",
                        "ORPHANED_LOST",
                        "ended",
                        true,
                        "lifetimeMillis",
                        50L,
                        "pages",
                        2,
                        "idleMillis",
                        40L,
                        "departure",
                        "LOST",
                        "wouldHaveEndedAtMillis",
                        1_000L));
    }
}
