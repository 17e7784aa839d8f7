package io.lasttab.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One agent after the other may use it. */
class BridgeTest {

    private static final class Woven {}

    private final List<String> heard = new ArrayList<>();

    private Hook[] hooks(String name) {
        return new Hook[] {
            new Hook(Woven.class) {
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

    @Test
    void asksTheHookOfTheClassThatCalls() {
        Bridge.linkBy(type -> new Hook[] {
            new Hook(type) {
                @Override
                public void event(Object self, Object detail) {
                    heard.add(type.getSimpleName());
                }
            }
        });
        for (int i = 0; i < 2; i++) {
            Bridge.event(Woven.class, 0, this, null);
            Bridge.event(BridgeTest.class, 0, this, null);
        }
        Bridge.unlink(Woven.class, BridgeTest.class);
        assertThat(heard).containsExactly("Woven", "BridgeTest", "Woven", "BridgeTest");
    }

    @Test
    void forgetsAHookThatWasUnlinkedWhileItWasFound() {
        Bridge.linkBy(type -> {
            Hook[] found = hooks("one");
            Bridge.unlink(Woven.class);
            return found;
        });
        Bridge.event(Woven.class, 0, this, null); // by a thread that was just about to run it
        Bridge.linkBy(type -> hooks("two"));
        Bridge.link(Woven.class);
        Bridge.event(Woven.class, 0, this, null);
        assertThat(heard).endsWith("two");
    }

    @Test
    void holdsNoHookOfAClassThatIsGone() throws ReflectiveOperationException {
        Bridge.linkBy(type -> new Hook[] {new Hook(type) {}});
        WeakReference<Class<?>> gone = new WeakReference<>(called());

        await().atMost(1, TimeUnit.MINUTES).until(() -> {
            System.gc();
            return gone.get() == null;
        });
    }

    /** Woven code of a class of another loader has run. */
    private static Class<?> called() throws ReflectiveOperationException {
        Class<?> proxy = Proxy.newProxyInstance(
                        new ClassLoader(null) {}, new Class<?>[] {Runnable.class}, (a, b, c) -> null)
                .getClass();
        Bridge.event(proxy, 0, null, null);
        return proxy;
    }
}
