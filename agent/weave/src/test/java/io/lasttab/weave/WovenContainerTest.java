package io.lasttab.weave;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.bridge.Adapter;
import io.lasttab.bridge.ContainerReport;
import io.lasttab.bridge.Hook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WovenContainerTest {

    private final PrintStream standardError = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final TestAdapter adapter = new TestAdapter();
    private final Broken broken = new Broken();
    private ContainerReport report;
    private WovenContainer container;
    private Hook first;
    private Hook second;

    private static final class TestAdapter extends Adapter {
        int failed;
        int givenUp;

        @Override
        public Hook[] hooks() {
            return new Hook[0];
        }

        void failOutsideOfHooks() {
            contained("Response.write", new OutOfMemoryError("on purpose"));
        }

        @Override
        public void hookFailed() {
            failed++;
        }

        @Override
        public void givenUp() {
            givenUp++;
        }
    }

    private static final class Broken extends Hook {
        int calls;

        @Override
        public boolean intercept(Object self, Object a, Object b, Object c) {
            calls++;
            throw new IllegalStateException("broken");
        }

        @Override
        public Object replace(Object self, Object value) {
            calls++;
            throw new StackOverflowError();
        }

        @Override
        public void event(Object self, Object detail) {
            calls++;
            throw new NoClassDefFoundError();
        }
    }

    @BeforeEach
    void find() throws IOException {
        System.setErr(new PrintStream(log, true, UTF_8));
        Plan plan = CatalogueTest.read("""
                        container Server
                        hook a.B run ()V start event this
                        hook a.B stop ()V start event this
                        """).get(0);
        report = new ContainerReport("Server", plan.hookNames());
        container = new WovenContainer(plan, report);
        container.servedBy(adapter);
        first = new ContainedHook(Object.class, adapter, broken, 0, container);
        second = new ContainedHook(Object.class, adapter, broken, 1, container);
    }

    @AfterEach
    void standardError() {
        System.setErr(standardError);
    }

    private long told(String what) {
        return log.toString(UTF_8).lines().filter(line -> line.contains(what)).count();
    }

    @Test
    void answersForABrokenHookAsIfThereWereNone() {
        assertThat(first.intercept(this, null, null, null)).isFalse();
        assertThat(first.replace(this, "value")).isEqualTo("value");
        first.event(this, null);
        assertThat(report.faults().get("B.run").get()).isEqualTo(3);
        assertThat(adapter.failed).isEqualTo(3);
        assertThat(report.state()).isEqualTo(ContainerReport.State.WOVEN);
    }

    @Test
    void reportsTheFirstFaultOfAHookToWhomeverListens() {
        List<String> heard = new ArrayList<>();
        report.onFirstFault(heard::add);
        first.event(this, null);
        first.event(this, null);
        assertThat(heard).containsExactly("B.run");
    }

    @Test
    void countsAndTellsWhatAnAdapterContainsOutsideOfHooksLikeAHook() {
        for (int i = 0; i < 10; i++) {
            adapter.failOutsideOfHooks();
        }
        assertThat(report.faults().get("Response.write").get()).isEqualTo(10);
        assertThat(adapter.failed).isEqualTo(10);
        assertThat(told("A hook in Server failed")).isEqualTo(1);
        assertThat(report.state()).isEqualTo(ContainerReport.State.GIVEN_UP);
        assertThat(adapter.givenUp).isEqualTo(1);
    }

    @Test
    void anAdapterThatNobodyListensToOnlyContains() {
        new TestAdapter().failOutsideOfHooks();
        assertThat(report.faults()).isEmpty();
    }

    @Test
    void aPartOfTheContainerLeavesTheFaultsToTheContainer() {
        new WovenContainer(container.plan(), new ContainerReport("Part", List.of())).servedBy(adapter);
        adapter.failOutsideOfHooks();
        assertThat(report.faults().get("Response.write").get()).isEqualTo(1);
    }

    @Test
    void tellsOnceForEachHook() {
        for (int i = 0; i < 3; i++) {
            first.event(this, null);
            second.event(this, null);
        }
        assertThat(told("A hook in Server failed")).isEqualTo(2);
        assertThat(told("B.run")).isEqualTo(1);
        assertThat(told("B.stop")).isEqualTo(1);
    }

    @Test
    void givesTheWholeContainerUpAfterTenFaultsOfOneHook() {
        for (int i = 0; i < 9; i++) {
            first.event(this, null);
            second.event(this, null);
        }
        assertThat(container.isGivenUp()).isFalse();
        for (int i = 0; i < 5; i++) {
            first.event(this, null);
            second.event(this, null);
            second.intercept(this, null, null, null);
        }
        assertThat(container.isGivenUp()).isTrue();
        assertThat(broken.calls)
                .as("not asked since, but told of events: requests under way have to be seen to end")
                .isEqualTo(18 + 2 * 5);
        assertThat(adapter.givenUp).isEqualTo(1);
        assertThat(report.state()).isEqualTo(ContainerReport.State.GIVEN_UP);
        assertThat(report.reason()).contains("B.run", "10");
        assertThat(told("left alone from now on")).isEqualTo(1);
    }

    @Test
    void goesOnReplacingWhenGivenUp() {
        container.giveUp("a test", new IllegalStateException());
        assertThat(second.replace(this, "value")).isEqualTo("value");
        assertThat(broken.calls)
                .as("a response whose length is corrected must get its tag")
                .isEqualTo(1);
    }

    @Test
    void fallsSilentWithoutAWordWhenTheAgentLeaves() {
        container.fallSilent();
        assertThat(container.isGivenUp()).isTrue();
        assertThat(adapter.givenUp).isEqualTo(1);
        assertThat(log.toString(UTF_8)).isEmpty();
        assertThat(report.state()).isEqualTo(ContainerReport.State.WOVEN);
    }

    @Test
    void tellsAnAdapterThatComesLate() {
        container.giveUp("a test", new IllegalStateException());
        TestAdapter late = new TestAdapter();
        container.servedBy(late);
        assertThat(late.givenUp).isEqualTo(1);
    }
}
