package io.lasttab.it.scenario;

import io.lasttab.it.client.Engine;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Engines that cannot be driven through a scenario: the table shows it, with the reason. */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
@interface NotDriven {
    Engine[] engines();

    String because();
}
