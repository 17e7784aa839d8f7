package io.lasttab.weave;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;

/** Loads classes from memory. */
final class BytesLoader extends ClassLoader {

    private final Map<String, byte[]> classes;

    BytesLoader(Map<String, byte[]> classes, ClassLoader parent) {
        super(parent);
        this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** Any address: it is only asked whether there is one. */
    @Override
    public URL getResource(String name) {
        boolean known = classes.containsKey(name.replace(".class", "").replace('/', '.'));
        return known ? BytesLoader.class.getResource("BytesLoader.class") : super.getResource(name);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        byte[] bytes = classes.get(name.replace(".class", "").replace('/', '.'));
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }
}
