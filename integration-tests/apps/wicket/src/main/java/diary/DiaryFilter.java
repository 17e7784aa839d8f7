package diary;

import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebInitParam;
import org.apache.wicket.protocol.http.WicketFilter;

/** Wicket for all addresses but those of the event log and the icon. */
@WebFilter(
        urlPatterns = "/*",
        initParams = {
            @WebInitParam(name = "applicationClassName", value = "diary.DiaryApplication"),
            @WebInitParam(name = "filterMappingUrlPattern", value = "/*"),
            @WebInitParam(name = "ignorePaths", value = "events,icon.svg"),
            @WebInitParam(name = "configuration", value = "deployment")
        })
public class DiaryFilter extends WicketFilter {}
