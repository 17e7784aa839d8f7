package io.lasttab.gate;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/**
 * Loads the agent's inside from a folder of the agent's own jar where no other class loader looks: applications and the
 * server cannot see it, and it sees of them nothing but the JDK.
 *
 * <p>Its parent is the platform's loader. The bridge and the gate alone come from the loader that the container sees too,
 * so that there is one of each.
 */
public final class AgentLoader extends ClassLoader {

    /** The folder in the agent's jar. */
    static final String PREFIX = "META-INF/inside/";

    static {
        registerAsParallelCapable();
    }

    private final JarFile jar;
    private final String base;
    private final ClassLoader shared;

    AgentLoader(File jar, ClassLoader shared) throws IOException {
        this(jar, shared, ClassLoader.getSystemClassLoader().getParent());
    }

    AgentLoader(File jar, ClassLoader shared, ClassLoader parent) throws IOException {
        super(parent);
        this.jar = new JarFile(jar, false); // stays open as long as the JVM lives
        this.base = "jar:" + jar.toURI() + "!/" + PREFIX;
        this.shared = shared;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("io.lasttab.bridge.") || name.startsWith("io.lasttab.gate.")) {
            return shared.loadClass(name);
        }
        return super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classFile(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length, AgentLoader.class.getProtectionDomain());
    }

    /**
     * The class file of one of the agent's own classes, without loading it.
     *
     * @return null if there is no such class in here
     */
    public byte[] classFile(String name) {
        return file(name.replace('.', '/') + ".class");
    }

    /**
     * One of the agent's own files.
     *
     * @return null if there is no such file in here
     */
    public byte[] file(String name) {
        JarEntry entry = jar.getJarEntry(PREFIX + name);
        if (entry == null) {
            return null;
        }
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = new byte[(int) entry.getSize()];
            for (int read = 0; read < bytes.length; ) {
                int n = in.read(bytes, read, bytes.length - read);
                if (n < 0) {
                    throw new EOFException(name);
                }
                read += n;
            }
            requireSound(name, bytes, entry.getCrc());
            return bytes;
        } catch (IOException unreadable) {
            throw new IllegalStateException("The agent's jar cannot be read any more: was it replaced?", unreadable);
        }
    }

    /** What is stored uncompressed is given out unchecked, and the jar may have been written over since it was opened. */
    private static void requireSound(String name, byte[] bytes, long crc) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, bytes.length);
        if (sum.getValue() != crc) {
            throw new IOException(name + " is another one than before");
        }
    }

    /** Straight from the jar: by way of a URL, it would be opened once more for each of the agent's own files. */
    @Override
    public InputStream getResourceAsStream(String name) {
        byte[] bytes = file(name);
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }

    @Override
    protected URL findResource(String name) {
        try {
            return jar.getJarEntry(PREFIX + name) == null ? null : new URL(base + name);
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL url = findResource(name);
        return url == null ? Collections.<URL>emptyEnumeration() : Collections.enumeration(Collections.singleton(url));
    }
}
