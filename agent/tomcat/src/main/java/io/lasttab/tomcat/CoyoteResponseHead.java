package io.lasttab.tomcat;

import io.lasttab.core.html.DocumentAddress;
import io.lasttab.core.html.ResponseHead;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.http.MimeHeaders;

/** A response's head as Coyote has it. */
final class CoyoteResponseHead implements ResponseHead {

    /** Null if it cannot be read. */
    private static final MethodHandle CONTENT_TYPE = contentTypeField();

    private final Request request;
    private final RequestState state;

    CoyoteResponseHead(Request request, RequestState state) {
        this.request = request;
        this.state = state;
    }

    private static MethodHandle contentTypeField() {
        try {
            Field field = Response.class.getDeclaredField("contentType");
            field.setAccessible(true);
            return field.getType() == String.class ? MethodHandles.lookup().unreflectGetter(field) : null;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError elsewhere) {
            return null;
        }
    }

    @Override
    public String method() {
        return request.method().toString();
    }

    @Override
    public int status() {
        return request.getResponse().getStatus();
    }

    /** From where Coyote keeps it, without the charset that {@code Response.getContentType} adds anew each time. */
    @Override
    public String contentType() {
        Response response = request.getResponse();
        if (CONTENT_TYPE == null) {
            return response.getContentType();
        }
        try {
            return (String) CONTENT_TYPE.invokeExact(response);
        } catch (Throwable unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    @Override
    public String charset() {
        return request.getResponse().getCharacterEncoding();
    }

    @Override
    public String header(String name) {
        MimeHeaders headers = request.getResponse().getMimeHeaders();
        String value = null;
        for (int i = headers.findHeader(name, 0); i >= 0; i = headers.findHeader(name, i + 1)) {
            String next = headers.getValue(i).toString();
            value = value == null ? next : value + ", " + next;
        }
        return value;
    }

    @Override
    public String requestHeader(String name) {
        return request.getHeader(name);
    }

    @Override
    public String serverName() {
        return request.serverName().toString();
    }

    @Override
    public int serverPort() {
        return request.getServerPort();
    }

    /** Coyote's own, which a forward does not change. */
    @Override
    public int addressHash() {
        int path = with(0, request.requestURI());
        MessageBytes query = request.queryString();
        return query.isNull() ? path : with(DocumentAddress.with(path, "?"), query);
    }

    /** From the bytes where they are still there, without a string made of them. */
    private static int with(int before, MessageBytes piece) {
        if (piece.getType() != MessageBytes.T_BYTES) {
            return DocumentAddress.with(before, piece.toString());
        }
        ByteChunk bytes = piece.getByteChunk();
        return DocumentAddress.with(before, bytes.getBuffer(), bytes.getStart(), bytes.getEnd());
    }

    @Override
    public boolean isSecure() {
        return request.scheme().equals("https");
    }

    @Override
    public void setHeader(String name, String value) {
        request.getResponse().setHeader(name, value);
    }

    @Override
    public String markedCopy() {
        return state.markedCopy();
    }

    @Override
    public String fetchDest() {
        return state.fetchDest();
    }

    @Override
    public String purpose() {
        return state.purpose();
    }
}
