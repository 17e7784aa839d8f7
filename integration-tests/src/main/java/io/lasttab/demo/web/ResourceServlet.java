package io.lasttab.demo.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** Serves one class-path resource, so that the demo needs no web application folder on disk. */
public final class ResourceServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final Class<?> anchor;
    private final String name;
    private final String contentType;

    /** Serves the resource {@code name} that lies beside {@code anchor}. */
    public ResourceServlet(Class<?> anchor, String name, String contentType) {
        this.anchor = anchor;
        this.name = name;
        this.contentType = contentType;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (InputStream resource = anchor.getResourceAsStream(name)) {
            if (resource == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType(contentType);
            // Files change while the demo is worked on; nothing here is worth a stale copy.
            response.setHeader("Cache-Control", "no-cache");
            resource.transferTo(response.getOutputStream());
        }
    }
}
