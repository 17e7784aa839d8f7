package io.lasttab.weave;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The parents and members of one class of a container, read from its class file.
 *
 * <p>By hand, as the fit check looks at some fifty classes in the midst of a server's start, when all code is still
 * interpreted: ASM takes several times as long, as it decodes names char by char, and all that a member has besides.
 */
final class ClassMembers {

    /** The newest class files that ASM can weave; what is newer must not be found out with half of a container woven. */
    static final int NEWEST = 71; // of Java 27

    private static final int MAGIC = 0xCAFEBABE;
    private static final int UTF8 = 1;

    private final byte[] file;
    private int at;
    private int[] constants; // where the bytes of each begin, behind its tag

    /** Internal names: the parent, if any, then the interfaces. */
    final List<String> parents = new ArrayList<>();
    /** As {@link #keyOf} has them. */
    final Set<String> members = new HashSet<>();

    /** @throws IllegalArgumentException if it is no class file that is understood */
    ClassMembers(byte[] file) {
        this.file = file;
        try {
            read();
        } catch (IndexOutOfBoundsException cutOff) {
            throw new IllegalArgumentException("no whole class file", cutOff);
        }
    }

    private void read() {
        if (u4(0) != MAGIC) {
            throw new IllegalArgumentException("no class file");
        }
        int version = u2(6);
        if (version > NEWEST) {
            throw new IllegalArgumentException("class files of version " + version + " are not known");
        }
        constants = new int[u2(8)];
        at = 10;
        readConstants();
        readParents();
        readMembers(":");
        readMembers("");
    }

    /** How a member is known: by name and type, that of the class itself behind {@code static}. */
    static String keyOf(boolean isStatic, String member) {
        return isStatic ? "static " + member : member;
    }

    /** All that a stream holds. */
    static byte[] bytes(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(1024, in.available()));
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            bytes.write(buffer, 0, n);
        }
        return bytes.toByteArray();
    }

    private void readConstants() {
        for (int i = 1; i < constants.length; i++) {
            int tag = file[at];
            constants[i] = at + 1;
            switch (tag) {
                case UTF8:
                    at += 3 + u2(at + 1);
                    break;
                case 7: // class
                case 8: // string
                case 16: // method type
                case 19: // module
                case 20: // package
                    at += 3;
                    break;
                case 15: // method handle
                    at += 4;
                    break;
                case 3: // int
                case 4: // float
                case 9: // field
                case 10: // method
                case 11: // method of an interface
                case 12: // name and type
                case 17: // dynamic
                case 18: // invokedynamic
                    at += 5;
                    break;
                case 5: // long
                case 6: // double
                    at += 9;
                    i++; // takes two places
                    break;
                default:
                    throw new IllegalArgumentException("not a constant of a class file: " + tag);
            }
        }
    }

    private void readParents() {
        int parent = u2(at + 4);
        if (parent != 0) {
            parents.add(utf8(u2(constants[parent])));
        }
        int interfaces = u2(at + 6);
        at += 8;
        for (int i = 0; i < interfaces; i++) {
            parents.add(utf8(u2(constants[u2(at)])));
            at += 2;
        }
    }

    private void readMembers(String separator) {
        int count = u2(at);
        at += 2;
        for (int i = 0; i < count; i++) {
            boolean isStatic = (u2(at) & Modifier.STATIC) != 0;
            members.add(keyOf(isStatic, utf8(u2(at + 2)) + separator + utf8(u2(at + 4))));
            int attributes = u2(at + 6);
            at += 8;
            for (int a = 0; a < attributes; a++) {
                int length = u4(at + 2);
                if (length < 0) {
                    throw new IllegalArgumentException(
                            "an attribute of " + Integer.toUnsignedString(length) + " bytes");
                }
                at += 6 + length;
            }
        }
    }

    private int u2(int offset) {
        return (file[offset] & 0xff) << 8 | (file[offset + 1] & 0xff);
    }

    private int u4(int offset) {
        return u2(offset) << 16 | u2(offset + 2);
    }

    private String utf8(int constant) {
        int offset = constants[constant];
        return new String(file, offset + 2, u2(offset), StandardCharsets.UTF_8);
    }
}
