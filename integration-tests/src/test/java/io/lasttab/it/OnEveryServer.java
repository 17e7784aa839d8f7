package io.lasttab.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs on every server of the matrix. It may ask for the {@code Server}, a {@code Visitor} of it and a
 * {@code Browser}. Afterwards neither the server's log nor the browser's console may show a problem.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(EveryServer.class)
public @interface OnEveryServer {}
