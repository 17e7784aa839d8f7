package io.lasttab.core.jmx;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Stream;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServer;
import javax.management.NotificationBroadcasterSupport;
import javax.management.ObjectName;
import javax.management.StandardEmitterMBean;

/** An MXBean that tells what the {@link Description}s of its interface say. */
final class DescribedBean<T> extends StandardEmitterMBean {

    private final Class<T> type;
    private volatile boolean registered;

    DescribedBean(T bean, Class<T> type, NotificationBroadcasterSupport notifications) {
        super(bean, type, true, notifications);
        this.type = type;
    }

    @Override
    public ObjectName preRegister(MBeanServer server, ObjectName name) throws Exception {
        registered = true;
        return super.preRegister(server, name);
    }

    /**
     * Bare until it is registered. The server asks for the class name first, while the container starts or a request waits;
     * to read all annotations for that costs many times what is left to do.
     */
    @Override
    public MBeanInfo getMBeanInfo() {
        return registered
                ? super.getMBeanInfo()
                : new MBeanInfo(getImplementationClass().getName(), null, null, null, null, null);
    }

    @Override
    protected String getDescription(MBeanInfo info) {
        Description description = type.getAnnotation(Description.class);
        return description == null ? super.getDescription(info) : description.value();
    }

    @Override
    protected String getDescription(MBeanAttributeInfo attribute) {
        return method((attribute.isIs() ? "is" : "get") + attribute.getName())
                .map(getter -> getter.getAnnotation(Description.class))
                .map(Description::value)
                .orElseGet(() -> super.getDescription(attribute));
    }

    @Override
    protected String getDescription(MBeanOperationInfo operation) {
        return method(operation.getName())
                .map(method -> method.getAnnotation(Description.class))
                .map(Description::value)
                .orElseGet(() -> super.getDescription(operation));
    }

    @Override
    protected String getDescription(MBeanOperationInfo operation, MBeanParameterInfo parameter, int index) {
        return parameter(operation, index)
                .map(Description::value)
                .orElseGet(() -> super.getDescription(operation, parameter, index));
    }

    @Override
    protected String getParameterName(MBeanOperationInfo operation, MBeanParameterInfo parameter, int index) {
        return parameter(operation, index)
                .map(Description::name)
                .orElseGet(() -> super.getParameterName(operation, parameter, index));
    }

    /** No two methods of an interface of ours have the same name. */
    private Optional<Method> method(String name) {
        return Stream.of(type.getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst();
    }

    private Optional<Description> parameter(MBeanOperationInfo operation, int index) {
        return method(operation.getName())
                .map(method -> method.getParameters()[index])
                .map(parameter -> parameter.getAnnotation(Description.class));
    }
}
