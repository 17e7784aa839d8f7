package io.lasttab.core.settings;

/**
 * The environment variables that Kubernetes sets in every container for each service of its namespace (enableServiceLinks):
 * a service named {@code lasttab}, or {@code lasttab-shop}, makes them begin like ours. See
 * https://kubernetes.io/docs/tutorials/services/connect-applications-service/ and, for the names of ports,
 * {@code pkg/kubelet/envvars/envvars.go} of Kubernetes.
 */
final class ServiceLink {

    private static final String HOST = "SERVICE_HOST";
    private static final String SERVICE_PORT = "SERVICE_PORT";
    private static final String PORT = "PORT";
    private static final String[] PROTOCOLS = {"TCP", "UDP", "SCTP"};
    private static final String[] PARTS = {"", "_PROTO", "_PORT", "_ADDR"};

    private ServiceLink() {}

    /** @param name of the variable, behind {@code LASTTAB_} */
    static boolean isNamed(String name) {
        // The rest of the service's name comes first, if it has one, and may hold anything: so each end is tried.
        for (int start = 0; start >= 0; start = next(name, start)) {
            String end = name.substring(start);
            if (end.equals(HOST) || end.equals(PORT) || isServicePort(end) || isOnePort(end)) {
                return true;
            }
        }
        return false;
    }

    private static int next(String name, int start) {
        int underscore = name.indexOf('_', start);
        return underscore < 0 ? -1 : underscore + 1;
    }

    /** One for the service, and one for each port that has a name. */
    private static boolean isServicePort(String end) {
        return end.equals(SERVICE_PORT)
                || (end.startsWith(SERVICE_PORT + "_") && end.length() > SERVICE_PORT.length() + 1);
    }

    /** Such as {@code PORT_8080_TCP_ADDR}. */
    private static boolean isOnePort(String end) {
        String prefix = PORT + "_";
        if (!end.startsWith(prefix)) {
            return false;
        }
        int digits = prefix.length();
        while (digits < end.length() && end.charAt(digits) >= '0' && end.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == prefix.length()) {
            return false;
        }
        String behind = end.substring(digits);
        for (String protocol : PROTOCOLS) {
            for (String part : PARTS) {
                if (behind.equals("_" + protocol + part)) {
                    return true;
                }
            }
        }
        return false;
    }
}
