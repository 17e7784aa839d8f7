package io.lasttab.tomcat;

import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;

/**
 * Sees to it that static HTML passes through the output buffer: a large file would go from disk to socket by sendfile,
 * unseen ({@code DefaultServlet.checkSendfile}). All other files keep sendfile.
 */
final class HtmlFiles {

    private HtmlFiles() {}

    static void keepFromSendfile(Request request, Context context) {
        org.apache.coyote.Request coyote = request.getCoyoteRequest();
        if (coyote.getSendfile() && mayBeHtml(coyote.decodedURI().toString(), context) && isNavigation(request)) {
            coyote.setSendfile(false);
        }
    }

    /** By the same mapping that the default servlet goes by; a directory may lead to a welcome file. */
    private static boolean mayBeHtml(String path, Context context) {
        int name = path.lastIndexOf('/') + 1;
        int dot = path.lastIndexOf('.');
        if (dot < name) {
            return true;
        }
        String type = context.findMimeMapping(path.substring(dot + 1));
        return type != null && (type.startsWith("text/html") || type.startsWith("application/xhtml"));
    }

    private static boolean isNavigation(Request request) {
        String destination = request.getHeader("Sec-Fetch-Dest");
        if (destination != null) {
            return destination.equals("document") || destination.endsWith("frame");
        }
        String accepted = request.getHeader("Accept");
        return accepted != null && accepted.contains("text/html");
    }
}
