package io.lasttab.it;

import io.lasttab.it.server.JettySetup;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * As {@link OnEveryServer}, but only on Jetty: on all of the matrix, or, with a setup of its own, on one for each of our
 * adapters (on all that it suits with {@code -Pmatrix}).
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(EveryServer.class)
public @interface OnJetty {
    JettySetup[] value() default JettySetup.USUAL;

    /** Only where two environments run side by side: on the newest, on all of them with {@code -Pmatrix}. */
    boolean sideBySide() default false;
}
