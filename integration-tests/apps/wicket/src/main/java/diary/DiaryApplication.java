package diary;

import org.apache.wicket.Page;
import org.apache.wicket.protocol.http.WebApplication;

/** With all that Wicket has as it comes, its policy for scripts included: only those that carry a nonce. */
public class DiaryApplication extends WebApplication {
    @Override
    public Class<? extends Page> getHomePage() {
        return DiaryPage.class;
    }
}
