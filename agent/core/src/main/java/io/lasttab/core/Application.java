package io.lasttab.core;

import io.lasttab.core.endpoint.Endpoint;
import io.lasttab.core.html.ContentSecurityPolicy;
import io.lasttab.core.html.Injection;
import io.lasttab.core.html.Mark;
import io.lasttab.core.html.Redirect;
import io.lasttab.core.html.ResponseHead;
import io.lasttab.core.html.Skip;
import io.lasttab.core.html.Tag;
import io.lasttab.core.session.Policy;
import io.lasttab.core.session.Reaper;
import io.lasttab.core.session.RequestSessions;
import io.lasttab.core.session.SessionStore;
import io.lasttab.core.session.SessionTracker;
import io.lasttab.core.settings.ApplicationSettings;
import io.lasttab.core.settings.Grace;
import io.lasttab.core.settings.Key;
import io.lasttab.core.settings.Mode;
import io.lasttab.core.settings.SettingsException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One web application as the adapters and operators meet it: its sessions, its endpoint, its tag and its settings, which
 * can change while it runs. Holds nothing of the container's. Safe for use by many threads.
 */
public final class Application {

    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    private final String host;
    private final String context;
    private final SessionTracker sessions;
    private final Endpoint endpoint;
    private final String script;
    private final Tag tag;
    private final FirstPages firstPages = new FirstPages();
    private final Map<Skip, LongAdder> skipped = new EnumMap<>(Skip.class);
    private final LongAdder injected = new LongAdder();
    private final Map<Key, String> byHand = new EnumMap<>(Key.class); // guarded by this
    private final AtomicBoolean policyTold = new AtomicBoolean();
    private final AtomicBoolean trialTold = new AtomicBoolean();
    private volatile ApplicationSettings settings;
    private volatile boolean givenUp;
    private volatile boolean forgotten;
    private volatile String leftAlone = "";

    /**
     * Makes what is known of an application.
     *
     * @param host the name of its virtual host
     * @param context its context's name as operators know it, such as {@code /shop}; {@code /} for the root
     * @param path its context path as it stands in addresses, percent-encoded; empty for the root
     */
    Application(
            String host, String context, String path, SessionStore store, Reaper reaper, ApplicationSettings settings) {
        this.host = host;
        this.context = context;
        this.settings = settings;
        this.sessions = new SessionTracker(reaper, store, policyOf(settings), settings.mode() == Mode.OBSERVE);
        this.sessions.nameApplication(context + " on " + host);
        this.sessions.switchOff(!settings.enabled());
        this.endpoint = new Endpoint(sessions, settings.aliveMillis());
        this.script = endpoint.scriptPath(settings.publicPath(path));
        this.tag = new Tag(script);
        for (Skip skip : Skip.values()) {
            skipped.put(skip, new LongAdder());
        }
    }

    private static Policy policyOf(ApplicationSettings settings) {
        return new Policy(
                settings.graceMillis(Grace.CLOSED),
                settings.graceMillis(Grace.LEFT),
                settings.graceMillis(Grace.SENT_AWAY),
                settings.graceMillis(Grace.LOST),
                settings.graceMillis(Grace.BOOT),
                settings::isOwnHost);
    }

    /** Whether Lasttab does anything for this application at the moment. */
    public boolean isOn() {
        return settings.enabled() && !givenUp;
    }

    /**
     * Whether its pages are answered: also while it is switched off, as those that are open go on speaking. Their words must
     * not reach the application, where each would be a request that starts the idle time anew.
     */
    public boolean answersPages() {
        return !givenUp;
    }

    /** The application's sessions. */
    public SessionTracker sessions() {
        return sessions;
    }

    /** Lasttab's own addresses in this application. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /**
     * A response begins: tells the sessions of its request if it leads the user to another site, and decides whether it may
     * get the tag. To be called once for a response, before its head is committed.
     *
     * @param sessions those that the request uses
     * @return to be told to {@link #injectionOver} in the end
     */
    public Injection begins(ResponseHead head, RequestSessions sessions) {
        if (Redirect.is(head.status())) {
            String host = Redirect.otherHost(head);
            if (host != null) {
                sessions.redirectedTo(host);
            }
        }
        Injection injection = Injection.decide(head, tag);
        if (!isOn()) {
            injection.giveUp(Skip.AGENT_OFF); // since the request began; no page must be asked to speak to nobody
        }
        if (injection.isTaggedCopy()) {
            sessions.documentServed(injection.address());
        }
        if (injection.skip() == Skip.POLICY) {
            tellOfPolicy(head);
        } else if (injection.isSeeking() && !trialTold.get()) {
            tellOfTrial(head);
        }
        return injection;
    }

    /** Once: it is the application's own, and {@link #skipped} counts the rest. */
    private void tellOfPolicy(ResponseHead head) {
        if (!policyTold.get() && policyTold.compareAndSet(false, true)) {
            LOG.warn(
                    "{} on {} has pages that get no tag, as their Content-Security-Policy would keep it from speaking; their"
                            + " sessions keep the idle timeout. To change that, {}",
                    context,
                    host,
                    ContentSecurityPolicy.remedy(head));
        }
    }

    /** A policy that only reports keeps nothing from running, but browsers will report the tag. */
    private void tellOfTrial(ResponseHead head) {
        String remedy = ContentSecurityPolicy.remedyOfTrial(head);
        if (!remedy.isEmpty() && trialTold.compareAndSet(false, true)) {
            LOG.info(
                    "{} on {} has pages whose Content-Security-Policy-Report-Only will report the tag. To change that, {}",
                    context,
                    host,
                    remedy);
        }
    }

    /** The mark of documents that have this application's tag. */
    public Mark mark() {
        return tag.mark();
    }

    /** Counts what became of one response's body. */
    public void injectionOver(Injection injection) {
        if (injection.isPlaced()) {
            injected.increment();
            if (injection.isTaggedPage()
                    && firstPages.areToBeLookedAt()
                    && firstPages.areUnheard(endpoint.isKnownToPages(), System.nanoTime())) {
                LOG.warn(
                        "{} on {}: of {} pages or more none has asked for {}, and no session is ended early without."
                                + " If a proxy shows the application under another path, set public.path for it",
                        context,
                        host,
                        FirstPages.ENOUGH,
                        script);
            }
        } else if (injection.skip() != null) {
            skipped.get(injection.skip()).increment();
        }
    }

    /** A hook failed: what it should have noted is lost, so nothing is certain for a while. */
    void hookFailed() {
        sessions.hookFailed();
    }

    /**
     * Leaves the application as it is without the agent, for good. Told once, whatever the threads that find it out.
     *
     * @param reason one line, for operators
     */
    public synchronized void leaveAlone(String reason) {
        if (!leftAlone.isEmpty()) {
            return;
        }
        leftAlone = reason;
        givenUp();
        LOG.warn("{} on {} is left alone: {}", context, host, reason);
    }

    /** Why the application is left alone; empty if it is not. */
    public String leftAlone() {
        return leftAlone;
    }

    /** The container is given up: nothing new is begun, and no session is ended. */
    void givenUp() {
        givenUp = true;
        sessions.holdForEver();
    }

    /** The container's context is gone, or was stopped: if it comes again, it is another application. */
    void forget() {
        forgotten = true;
    }

    /** Whether the application's context is gone or was stopped, so that this must not be used for new requests. */
    public boolean isForgotten() {
        return forgotten;
    }

    /** The settings in force. */
    public ApplicationSettings settings() {
        return settings;
    }

    /**
     * Sets one key by hand, at once and for countdowns that run too.
     *
     * @throws SettingsException if the value is not valid for it; nothing has changed then
     */
    public synchronized void change(Key key, String value) {
        take(settings.with(key, value));
        byHand.put(key, settings.text(key));
    }

    /** What was set by hand; the caller's own copy. */
    public synchronized Map<Key, String> setByHand() {
        return new EnumMap<>(byHand);
    }

    /** Lets what was set by hand count no more from the next {@link #follow} on; returns what that was. */
    synchronized Map<Key, String> undoByHand() {
        Map<Key, String> undone = setByHand();
        byHand.clear();
        return undone;
    }

    /** Takes over, at once, what is set for this application; what was set by hand stays. */
    synchronized void follow(LiveSettings latest) {
        ApplicationSettings following =
                latest.inForce().forContext(context); // asked in here: the latest must come last
        for (Map.Entry<Key, String> set : byHand.entrySet()) {
            following = following.with(set.getKey(), set.getValue());
        }
        take(following);
    }

    /**
     * What keeps sessions comes before what gives them up, and so does the policy in between: at no moment may one be ended
     * that is kept by the settings as they were and by those that they become.
     */
    private void take(ApplicationSettings changed) {
        boolean observing = changed.mode() == Mode.OBSERVE;
        if (observing) {
            sessions.observe(true);
        }
        if (!changed.enabled()) {
            sessions.switchOff(true);
        }
        sessions.changePolicy(policyOf(changed));
        sessions.observe(observing);
        sessions.switchOff(!changed.enabled()); // before it is on: this holds all for a while
        settings = changed;
    }

    /** Counts from zero again: ends, false expiries, injections, beacons. What is counted of what is there now stays. */
    public void resetCounters() {
        sessions.resetCounters();
        endpoint.outcomes().values().forEach(LongAdder::reset);
        skipped.values().forEach(LongAdder::reset);
        injected.reset();
    }

    /** The name of the virtual host. */
    public String host() {
        return host;
    }

    /** The context's name, {@code /} for the root. */
    public String context() {
        return context;
    }

    /** How many documents got the tag. */
    public long injected() {
        return injected.sum();
    }

    /** How many responses did not get the tag, by reason; every reason is there. */
    public Map<Skip, LongAdder> skipped() {
        return Collections.unmodifiableMap(skipped);
    }
}
