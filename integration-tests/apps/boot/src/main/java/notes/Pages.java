package notes;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.HtmlUtils;

/** What users see. The notes stand in the session. */
@Controller
class Pages {
    private static final String NOTES = "notes";

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String login(HttpSession session, CsrfToken token) {
        return page(
                "Login",
                session,
                form(
                        "login",
                        token,
                        "<input id=\"username\" name=\"username\"><input id=\"password\" name=\"password\" type=\"password\">"));
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String notes(HttpSession session, CsrfToken token) {
        StringBuilder list = new StringBuilder("<ul id=\"notes\">");
        for (String note : notes(session)) {
            list.append("<li>").append(HtmlUtils.htmlEscape(note)).append("</li>");
        }
        return page("Notes", session, list.append("</ul>") + form("note", token, "<input id=\"text\" name=\"text\">"));
    }

    @PostMapping("/note")
    String note(HttpSession session, @RequestParam("text") String text) {
        List<String> more = new ArrayList<>(notes(session));
        more.add(text);
        session.setAttribute(NOTES, more);
        return "redirect:/";
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String live(HttpSession session, @RequestAttribute(ContentPolicy.NONCE) String nonce) {
        return page("Live", session, """
                <p id="heard"></p>
                <script nonce="%s">
                const socket = new WebSocket(location.href.replace(/^http/, 'ws').replace(/live$/, 'echo'));
                socket.onmessage = message => {
                  document.getElementById('heard').textContent = message.data;
                  setTimeout(() => socket.send(message.data), 500);
                };
                socket.onopen = () => socket.send('tick');
                </script>
                """.formatted(nonce));
    }

    @SuppressWarnings("unchecked")
    private static List<String> notes(HttpSession session) {
        Object notes = session.getAttribute(NOTES);
        return notes == null ? List.of() : (List<String>) notes;
    }

    private static String form(String action, CsrfToken token, String inputs) {
        return "<form action=\"" + action + "\" method=\"post\"><input type=\"hidden\" name=\""
                + token.getParameterName() + "\" value=\"" + token.getToken() + "\">" + inputs + "<button id=\""
                + action + "-send\">send</button></form>";
    }

    private static String page(String title, HttpSession session, String body) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<title>" + title
                + "</title>\n<link rel=\"icon\" href=\"data:,\">\n</head>\n<body>\n<p id=\"session\">"
                + session.getId() + "</p>\n" + body + "\n</body>\n</html>\n";
    }
}
