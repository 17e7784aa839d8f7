package diary;

import java.util.ArrayList;
import org.apache.wicket.Session;
import org.apache.wicket.ajax.AjaxRequestTarget;
import org.apache.wicket.ajax.markup.html.AjaxLink;
import org.apache.wicket.markup.html.WebPage;
import org.apache.wicket.markup.html.basic.Label;
import org.apache.wicket.markup.html.form.Form;
import org.apache.wicket.markup.html.form.TextField;
import org.apache.wicket.markup.html.list.ListItem;
import org.apache.wicket.markup.html.list.ListView;
import org.apache.wicket.model.Model;
import org.apache.wicket.model.util.ListModel;

/** Entries by a form, and a count by Ajax. */
public class DiaryPage extends WebPage {
    private static final long serialVersionUID = 1;

    private final ListModel<String> entries = new ListModel<>(new ArrayList<>());
    private final Model<String> text = new Model<>("");
    private final Model<Integer> count = new Model<>(0);

    public DiaryPage() {
        Session.get().bind();
        add(new Label("session", Session.get().getId()));
        add(new ListView<>("entries", entries) {
            private static final long serialVersionUID = 1;

            @Override
            protected void populateItem(ListItem<String> item) {
                item.add(new Label("entry", item.getModel()));
            }
        });
        Form<Void> form = new Form<>("form") {
            private static final long serialVersionUID = 1;

            @Override
            protected void onSubmit() {
                entries.getObject().add(text.getObject());
                text.setObject("");
            }
        };
        add(form);
        form.add(new TextField<>("text", text).setMarkupId("text"));
        Label counted = new Label("count", count);
        add(counted.setOutputMarkupId(true).setMarkupId("count"));
        add(
                new AjaxLink<Void>("more") {
                    private static final long serialVersionUID = 1;

                    @Override
                    public void onClick(AjaxRequestTarget target) {
                        count.setObject(count.getObject() + 1);
                        target.add(counted);
                    }
                }.setMarkupId("more"));
    }
}
