package clock;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A count that the server pushes twice a second, and one that the user pushes. */
@Route("")
@PageTitle("Clock")
public class ClockView extends Div {
    private static final long serialVersionUID = 1;
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "clock");
        thread.setDaemon(true);
        return thread;
    });

    private final Span ticks = new Span("0");
    private int ticked;
    private int clicked;
    private transient ScheduledFuture<?> ticking;

    public ClockView() {
        Span session = new Span(VaadinSession.getCurrent().getSession().getId());
        session.setId("session");
        ticks.setId("ticks");
        Span clicks = new Span("0");
        clicks.setId("clicks");
        NativeButton more = new NativeButton("more", event -> clicks.setText(Integer.toString(++clicked)));
        more.setId("more");
        add(session, ticks, clicks, more);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        ticking = TIMER.scheduleWithFixedDelay(() -> tick(ui), 500, 500, TimeUnit.MILLISECONDS);
    }

    private void tick(UI ui) {
        Future<?> unused = ui.access(() -> ticks.setText(Integer.toString(++ticked)));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        ticking.cancel(false);
    }
}
