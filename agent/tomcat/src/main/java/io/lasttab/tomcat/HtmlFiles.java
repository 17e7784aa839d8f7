package io.lasttab.tomcat;

import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Request;
import org.apache.tomcat.util.buf.CharChunk;

/**
 * Sees to it that static HTML passes through the output buffer: a large file would go from disk to socket by sendfile,
 * unseen ({@code DefaultServlet.checkSendfile}). All other files keep sendfile.
 */
final class HtmlFiles {

    private HtmlFiles() {}

    /** @param fetchDest the request's {@code Sec-Fetch-Dest}; null for none */
    static void keepFromSendfile(Request request, Context context, String fetchDest) {
        org.apache.coyote.Request coyote = request.getCoyoteRequest();
        if (coyote.getSendfile()
                && isDefaultServlet(request)
                && mayBeHtml(coyote.decodedURI().getCharChunk(), context)
                && isNavigation(request, fetchDest)) {
            coyote.setSendfile(false);
        }
    }

    /** By its name in {@code conf/web.xml}; others have no files, or hand them over as they please. */
    private static boolean isDefaultServlet(Request request) {
        Wrapper servlet = request.getWrapper();
        return servlet != null && "default".equals(servlet.getName());
    }

    /** By the same mapping that the default servlet goes by; what has no extension may be a directory's welcome file. */
    private static boolean mayBeHtml(CharChunk path, Context context) {
        char[] chars = path.getBuffer();
        for (int i = path.getEnd() - 1; i >= path.getStart() && chars[i] != '/'; i--) {
            if (chars[i] == '.') {
                String type = context.findMimeMapping(new String(chars, i + 1, path.getEnd() - i - 1));
                return type != null && (type.startsWith("text/html") || type.startsWith("application/xhtml"));
            }
        }
        return true;
    }

    private static boolean isNavigation(Request request, String fetchDest) {
        if (fetchDest != null) {
            return fetchDest.equals("document") || fetchDest.endsWith("frame");
        }
        String accepted = request.getHeader("Accept");
        return accepted != null && accepted.contains("text/html");
    }
}
