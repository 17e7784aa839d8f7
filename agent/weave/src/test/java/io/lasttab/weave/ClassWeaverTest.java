package io.lasttab.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lasttab.bridge.Bridge;
import io.lasttab.bridge.Hook;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClassWeaverTest {

    private static final String CATALOGUE = """
            container Sample
            hook io.lasttab.weave.Sample loop (I)V start if this.on unless this.off event this arg0
            hook io.lasttab.weave.Sample find (Z)Ljava/lang/Object; return event this result
            hook io.lasttab.weave.Sample parse (J*[I)Z return intercept this arg1 arg2
            hook io.lasttab.weave.Sample handle (Ljava/lang/String;)Z start intercept this arg0 this.log:Ljava/lang/StringBuilder;
            hook io.lasttab.weave.Sample write (DLjava/lang/String;)I start replace this.log:Ljava/lang/StringBuilder; arg1
            hook io.lasttab.weave.Sample join (Ljava/lang/String;I)Ljava/lang/String; start event arg0 arg1
            hook io.lasttab.weave.Sample handle (Ljava/lang/String;)Z start replace this arg0
            """;

    private final List<List<Object>> calls = new ArrayList<>();
    private Hook hook = new Recorder();
    private Object sample;
    private Class<?> woven;

    /** Notes what it is handed, and answers. */
    private final class Recorder extends Hook {
        boolean intercept;
        Object replacement;

        @Override
        public boolean intercept(Object self, Object first, Object second, Object third) {
            calls.add(Arrays.asList(self, first, second, third));
            return intercept;
        }

        @Override
        public Object replace(Object self, Object value) {
            calls.add(Arrays.asList(self, value));
            return replacement == null ? value : replacement;
        }

        @Override
        public void event(Object self, Object detail) {
            calls.add(Arrays.asList(self, detail));
        }
    }

    /** Forgets Sample: a class of its own for each test, checked by the verifier like any that is not the JDK's. */
    private static final class WovenLoader extends ClassLoader {
        WovenLoader() {
            super(ClassWeaverTest.class.getClassLoader());
        }

        Class<?> define(byte[] bytes) {
            return defineClass(null, bytes, 0, bytes.length);
        }
    }

    private static byte[] original() throws IOException {
        try (var in = Sample.class.getResourceAsStream("Sample.class")) {
            return in.readAllBytes();
        }
    }

    private static byte[] weave(String catalogue) throws IOException {
        return ClassWeaver.weave(CatalogueTest.read(catalogue).get(0), "io/lasttab/weave/Sample", original());
    }

    @BeforeEach
    void weave() throws Exception {
        woven = new WovenLoader().define(weave(CATALOGUE));
        sample = woven.getConstructor().newInstance();
        Bridge.linkBy(type -> {
            Hook[] hooks = new Hook[7];
            Arrays.fill(hooks, hook);
            return hooks;
        });
    }

    private Object call(String name, Object... arguments) throws ReflectiveOperationException {
        for (Method method : woven.getMethods()) {
            if (method.getName().equals(name)) {
                return method.invoke(sample, arguments);
            }
        }
        throw new NoSuchMethodException(name);
    }

    private String log() throws ReflectiveOperationException {
        return field("log").get(sample).toString();
    }

    private Field field(String name) throws ReflectiveOperationException {
        Field field = woven.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    @Test
    void callsAtTheStartOnTwoConditions() throws Exception {
        call("loop", 3);
        assertThat(calls).containsExactly(List.of(sample, 3));
        field("off").setBoolean(sample, true);
        call("loop", 1);
        field("off").setBoolean(sample, false);
        field("on").setBoolean(sample, false);
        call("loop", 1);
        assertThat(calls).hasSize(1);
        assertThat(log()).isEqualTo(".....");
    }

    @Test
    void callsAtEveryReturnWithItsResult() throws Exception {
        assertThat(call("find", true)).isEqualTo("found");
        assertThat(call("find", false)).isNull();
        assertThat(calls).containsExactly(List.of(sample, "found"), Arrays.asList(sample, null));
    }

    @Test
    void letsAHookTurnATrueIntoFalse() throws Exception {
        int[] second = {1};
        assertThat(call("parse", 1L, "p", second)).isEqualTo(true);
        ((Recorder) hook).intercept = true;
        assertThat(call("parse", 1L, "p", second)).isEqualTo(false);
        assertThat(call("parse", -1L, "p", second)).isEqualTo(false);
        assertThat(calls).as("not asked of a false").hasSize(2).contains(Arrays.asList(sample, "p", second, null));
        assertThat(log()).isEqualTo("p1p1");
    }

    @Test
    void letsAHookAnswerInTheMethodsPlace() throws Exception {
        assertThat(call("handle", "a")).isEqualTo(false);
        ((Recorder) hook).intercept = true;
        assertThat(call("handle", "b")).isEqualTo(true);
        assertThat(log()).isEqualTo("a");
    }

    @Test
    void letsAHookReplaceAnArgument() throws Exception {
        ((Recorder) hook).replacement = "longer";
        assertThat(call("write", 1.0, "a")).isEqualTo(6);
        assertThat(call("handle", "b")).isEqualTo(false);
        assertThat(log()).isEqualTo("longerlonger");
    }

    @Test
    void keepsAnArgumentForWhichItGetsAnotherType() throws Exception {
        ((Recorder) hook).replacement = new Object();
        assertThat(call("write", 1.0, "a")).isEqualTo(1);
    }

    @Test
    void callsFromStaticMethods() throws Exception {
        assertThat(call("join", "a", 1)).isEqualTo("a1");
        assertThat(calls).containsExactly(List.of("a", 1));
    }

    @Test
    void leavesTheOriginalAloneIfTheHooksThrow() throws Exception {
        hook = new Hook() {
            @Override
            public boolean intercept(Object self, Object first, Object second, Object third) {
                throw new StackOverflowError();
            }

            @Override
            public Object replace(Object self, Object value) {
                throw new IllegalStateException();
            }

            @Override
            public void event(Object self, Object detail) {
                throw new NoClassDefFoundError();
            }
        };
        behavesAsTheOriginal();
    }

    @Test
    void leavesTheOriginalAloneIfThereAreNoHooks() throws Exception {
        Bridge.linkBy(type -> null);
        behavesAsTheOriginal();
    }

    private void behavesAsTheOriginal() throws Exception {
        Sample original = new Sample();
        int[] second = {1};
        original.loop(2);
        call("loop", 2);
        assertThat(call("find", true)).isEqualTo(original.find(true));
        assertThat(call("find", false)).isEqualTo(original.find(false));
        assertThat(call("parse", 1L, "p", second)).isEqualTo(original.parse(1, "p", second));
        assertThat(call("parse", -1L, "p", second)).isEqualTo(original.parse(-1, "p", second));
        assertThat(call("handle", "h")).isEqualTo(original.handle("h"));
        assertThat(call("write", 1.0, "w")).isEqualTo(original.write(1, "w"));
        assertThat(call("join", "a", 1)).isEqualTo(Sample.join("a", 1));
        assertThat(log()).isEqualTo(original.log.toString());
    }

    @Test
    void addsNoMember() {
        assertThat(woven.getDeclaredMethods()).hasSameSizeAs(Sample.class.getDeclaredMethods());
        assertThat(woven.getDeclaredFields()).hasSameSizeAs(Sample.class.getDeclaredFields());
        assertThat(woven.getDeclaredConstructors()).hasSameSizeAs(Sample.class.getDeclaredConstructors());
        assertThat(woven.getInterfaces()).isEmpty();
    }

    @Test
    void refusesWhatItCannotWeave() {
        String type = "container Sample\nhook io.lasttab.weave.Sample ";
        assertThatThrownBy(() -> weave(type + "gone ()V start event this")).hasMessageContaining("Sample.gone");
        assertThatThrownBy(() -> weave(type + "find (Z)Ljava/lang/Object; start intercept this"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> weave(type + "write (DLjava/lang/String;)I start event arg0"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> weave(type + "join (Ljava/lang/String;I)Ljava/lang/String; start event this"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
