package io.lasttab.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One agent after the other may use it. */
class BridgeTest {

    private static final class Woven {}

    private final List<String> heard = new ArrayList<>();

    private Hook[] hooks(String name) {
        return new Hook[] {
            new Hook() {
                @Override
                public void event(Object self, Object detail) {
                    heard.add(name);
                }

                @Override
                public boolean intercept(Object self, Object first, Object second, Object third) {
                    return true;
                }
            }
        };
    }

    @AfterEach
    void unlink() {
        Bridge.unlink(Woven.class);
    }

    @Test
    void answersAsWithoutTheAgentBeforeItIsLinkedAndAfter() {
        Bridge.unlink(Woven.class);
        Bridge.linkBy(type -> hooks("one"));
        Bridge.link(Woven.class);
        assertThat(Bridge.intercept(Woven.class, 0, this, null, null, null)).isTrue();
        Bridge.unlink(Woven.class);
        assertThat(Bridge.intercept(Woven.class, 0, this, null, null, null)).isFalse();
        assertThat(Bridge.replace(Woven.class, 100, this, "value", String.class))
                .isEqualTo("value");
        Bridge.event(Woven.class, 0, this, null);
        assertThat(heard).isEmpty();
    }

    @Test
    void takesTheHooksOfTheNextAgent() {
        Bridge.linkBy(type -> hooks("one"));
        Bridge.event(Woven.class, 0, this, null);
        Bridge.unlink(Woven.class);
        Bridge.event(Woven.class, 0, this, null); // a method that was running when its class got its own code back
        Bridge.linkBy(type -> hooks("two"));
        Bridge.link(Woven.class);
        Bridge.event(Woven.class, 0, this, null);
        assertThat(heard).containsExactly("one", "two");
    }
}
