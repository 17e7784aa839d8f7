package io.lasttab.dist.child;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;

/** The {@link TomcatServer} in a class loader that does not hang below the system's, as in a bundle of an OSGi framework. */
public final class ServerApart {

    private ServerApart() {}

    public static void main(String[] args) throws Exception {
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                // The JVM has put the agent there, which such a server does not see.
                .filter(path -> !path.contains("lasttab-agent"))
                .map(ServerApart::url)
                .toArray(URL[]::new);
        try (URLClassLoader apart = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(apart);
            apart.loadClass(TomcatServer.class.getName())
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        }
    }

    private static URL url(String path) {
        try {
            return new File(path).toURI().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
