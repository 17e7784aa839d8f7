package io.lasttab.it.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A scenario that real browsers are driven through, each against each server; a row of the table that the run writes. It
 * may ask for the {@code Server}, a {@code Browser}, the {@code Engine}, a {@code Visitor} and the {@link Witness}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(EveryEngine.class)
@Execution(ExecutionMode.CONCURRENT)
@interface Scenario {
    int number();

    /** What happens. */
    String when();

    /** What must follow. */
    String promised();

    NotDriven[] notDriven() default {};
}
