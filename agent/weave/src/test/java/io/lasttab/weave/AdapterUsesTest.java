package io.lasttab.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

class AdapterUsesTest {

    /** What an adapter does, with ASM for the container. */
    static final class FakeAdapter {
        Object methodsAndFields(ClassVisitor visitor) {
            visitor.visitEnd();
            return Type.INT_TYPE;
        }

        Supplier<Object> references() {
            return Label::new;
        }

        boolean types(Object value) {
            try {
                return value instanceof Handle[] || value == MethodVisitor.class;
            } catch (ClassTooLargeException caught) {
                return false;
            }
        }

        int others(Type type) {
            return Other.sortOf(type);
        }
    }

    /** Another class of the same package. */
    private static final class Other {
        static int sortOf(Type type) {
            return type.getSort();
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream in = AdapterUsesTest.class.getClassLoader().getResourceAsStream(name + ".class")) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void findsTypesAndMembersInAllClassesOfTheAdapter() {
        assertThat(AdapterUses.of(FakeAdapter.class.getName(), AdapterUsesTest::bytes))
                .isEqualTo("""
                        org/objectweb/asm/ClassTooLargeException
                        org/objectweb/asm/ClassVisitor
                         visitEnd()V
                        org/objectweb/asm/Handle
                        org/objectweb/asm/Label
                         <init>()V
                        org/objectweb/asm/MethodVisitor
                        org/objectweb/asm/Type
                         getSort()I
                         static INT_TYPE:Lorg/objectweb/asm/Type;
                        """);
    }

    @Test
    void missesAClassOfItsOwn() {
        assertThatThrownBy(() -> AdapterUses.of("io.lasttab.fake.FakeAdapter", name -> null))
                .hasMessageContainingAll("io/lasttab/fake/FakeAdapter", "not in its jar");
    }
}
