package io.lasttab.core.jmx;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an operator reads in the JMX client about an MBean, an attribute (on its getter), an operation or one of its
 * parameters.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@interface Description {

    /** One or two sentences. */
    String value();

    /** The name of a parameter; it is not in the byte code. */
    String name() default "";
}
