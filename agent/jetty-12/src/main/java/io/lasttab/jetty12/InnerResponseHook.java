package io.lasttab.jetty12;

import io.lasttab.bridge.Hook;
import org.eclipse.jetty.server.Response;

/** A request gets to the servlets: sees to it that the tag goes in above handlers inside the context, such as gzip. */
final class InnerResponseHook extends Hook {

    @Override
    public Object replace(Object handler, Object value) {
        Response response = (Response) value;
        TaggedResponse outer = TaggedResponse.find(response);
        return outer == null || isNext(response, outer) ? response : outer.inside(response);
    }

    /** Whether there is nothing in between but the context's own response, which only enters the context's scope. */
    private static boolean isNext(Response response, TaggedResponse outer) {
        return response == outer || (response instanceof Response.Wrapper wrapper && wrapper.getWrapped() == outer);
    }
}
