package io.lasttab.tomcat;

import io.lasttab.bridge.Hook;
import io.lasttab.core.Application;
import io.lasttab.core.endpoint.Endpoint;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.tomcat.util.buf.MessageBytes;

/**
 * A request is parsed: answers the endpoint's own, and notes that the session of any other is in use. Woven into the end of
 * {@code CoyoteAdapter.postParseRequest}: the context is mapped and the session id parsed, but no valve, filter or listener has
 * run. If it says {@code false}, Tomcat finishes the exchange without them.
 */
final class RequestParsedHook extends Hook {

    private final Contexts contexts;

    RequestParsedHook(Contexts contexts) {
        this.contexts = contexts;
    }

    @Override
    public boolean intercept(Object connectorRequest, Object connectorResponse, Object unused, Object unusedToo) {
        Request request = (Request) connectorRequest;
        Context context = request.getContext();
        if (context == null) {
            return false;
        }
        RequestState state = RequestNotes.of(request.getCoyoteRequest());
        KnownContext known = state.lastContext();
        if (known == null || !known.isOf(context)) {
            known = contexts.of(context);
        }
        Application application = known.application();
        if (!application.answersPages()) {
            return false;
        }
        MessageBytes uri = request.getCoyoteRequest().decodedURI();
        int endOfContext = context.getPath().length();
        if (uri.startsWithIgnoreCase(Endpoint.PREFIX, endOfContext)) {
            String name = uri.toString().substring(endOfContext + Endpoint.PREFIX.length());
            application.endpoint().serve(name, new TomcatExchange(request, (Response) connectorResponse));
            return true;
        }
        if (application.isOn()) {
            begin(request, context, state, known);
        }
        return false;
    }

    private static void begin(Request request, Context context, RequestState state, KnownContext known) {
        String id = request.getRequestedSessionId();
        Session session = known.resident(id);
        boolean tooLate = !state.begin(known, session);
        if (tooLate) {
            // The session is being ended at this moment. Tomcat would hand it out until its listeners have all run; the
            // request is better served like one that comes a moment later, which finds no session.
            request.setRequestedSessionId(null);
        }
        if (id != null && (session == null || tooLate)) {
            known.application().sessions().missed(id);
        }
        HtmlFiles.keepFromSendfile(request, context, state.fetchDest());
    }
}
