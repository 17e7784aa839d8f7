package io.lasttab.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lasttab.core.session.Reaper;
import io.lasttab.core.settings.Grace;
import io.lasttab.core.settings.Key;
import io.lasttab.core.settings.Mode;
import io.lasttab.core.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSettingsTest {

    @TempDir
    private Path folder;

    private final Properties properties = new Properties();
    private Path file;
    private LiveSettings settings;
    private Application shop;
    private Application root;

    @BeforeEach
    void start() throws IOException {
        file = folder.resolve("lasttab.properties");
        write("grace.closed=20s", "app.shop.mode=observe");
        settings = new LiveSettings(file.toString(), properties, Map.of());
        shop = application("/shop");
        root = application("/");
    }

    private void write(String... lines) throws IOException {
        Files.writeString(file, String.join("\n", lines));
    }

    private Application application(String context) {
        Application application = new Application(
                "localhost", context, "", null, new Reaper(), settings.inForce().forContext(context));
        settings.add(application);
        return application;
    }

    private static long closedMillis(Application application) {
        return application.settings().graceMillis(Grace.CLOSED);
    }

    @Test
    void areReadAgainForEveryApplicationAndThoseToCome() throws IOException {
        write("grace.closed=30s", "app.shop.grace.closed=40s");
        assertThat(settings.reload())
                .isEqualTo("The settings were read again from " + file
                        + ": grace.closed=30s (was 20s), app.shop.grace.closed=40s (was not set),"
                        + " app.shop.mode is not set any more (was observe)");

        assertThat(closedMillis(shop)).isEqualTo(40_000);
        assertThat(shop.settings().mode()).isEqualTo(Mode.ENFORCE);
        assertThat(closedMillis(root)).isEqualTo(30_000);
        assertThat(closedMillis(application("/later"))).isEqualTo(30_000);
        assertThat(settings.lastReload()).endsWith(" is not set any more (was observe)");
    }

    @Test
    void sayThatNoneHasChanged() {
        assertThat(settings.lastReload()).isEmpty();
        assertThat(settings.reload()).endsWith(": none has changed");
    }

    @Test
    void stayAsTheyAreIfOneIsWrong() throws IOException {
        write("grace.closed=30s", "grace.left=10");
        assertThatThrownBy(settings::reload)
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("grace.left=10 in " + file + " (line 2): a duration needs a unit");

        assertThat(closedMillis(root)).isEqualTo(20_000);
        assertThat(closedMillis(application("/later"))).isEqualTo(20_000);
        assertThat(settings.lastReload()).contains("The settings stay as they are: grace.left=10 in ");
    }

    @Test
    void nameWhatOnlyARestartChangesForOneApplication() throws IOException {
        write("grace.closed=30s", "app.shop.public.path=/outside");
        assertThat(settings.reload())
                .endsWith("; only a restart changes app.shop.public.path=/outside (not set until then)")
                .doesNotContain("/outside (was");
    }

    @Test
    void nameWhatOnlyARestartChanges() throws IOException {
        write("grace.closed=30s", "alive=30s", "exits.file=/var/log/exits.jsonl");
        String answer = settings.reload();
        assertThat(answer)
                .contains(": grace.closed=30s (was 20s)")
                .endsWith("; only a restart changes exits.file=/var/log/exits.jsonl (none until then),"
                        + " alive=30s (60s until then)");
        assertThat(closedMillis(root)).isEqualTo(30_000);
        assertThat(root.settings().aliveMillis()).isEqualTo(60_000);
        assertThat(settings.reload()).as("again").contains(": none has changed; only a restart changes exits.file=");
    }

    @Test
    void nameWhatOnlyARestartChangesForOneApplicationUntilTheRestart() throws IOException {
        write("grace.closed=20s", "app.shop.mode=observe", "app.shop.public.path=/store");
        for (int i = 0; i < 2; i++) {
            assertThat(settings.reload())
                    .endsWith(
                            ": none has changed; only a restart changes app.shop.public.path=/store (not set until then)");
        }
        assertThat(settings.inForce().forContext("/shop").text(Key.PUBLIC_PATH)).isEqualTo("same");
        LiveSettings restarted = new LiveSettings(file.toString(), properties, Map.of());

        write("grace.closed=20s", "app.shop.mode=observe");
        for (int i = 0; i < 2; i++) {
            assertThat(restarted.reload())
                    .endsWith(": none has changed; only a restart changes app.shop.public.path, not set any more"
                            + " (/store until then)");
        }
        assertThat(restarted.inForce().forContext("/shop").text(Key.PUBLIC_PATH))
                .isEqualTo("/store");
    }

    /** Pages in the browsers go on speaking once a minute: they would be taken for lost. */
    @Test
    void areRefusedIfALostGraceIsOnlyLongerThanTheAliveOfTheNextStart() throws IOException {
        write("alive=5s", "app.shop.grace.lost=50s", "grace.closed=30s");
        assertThatThrownBy(settings::reload)
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "app.shop.grace.lost=50s in " + file + " (line 2) must be longer than alive, which is 60s until"
                                + " the server is restarted: raise grace.lost, or restart the server");
        assertThat(closedMillis(root)).isEqualTo(20_000);
        assertThat(shop.settings().graceMillis(Grace.LOST)).isEqualTo(600_000);
    }

    @Test
    void areUndoneByHandOnlyByAReloadByHand() throws IOException {
        shop.change(Key.GRACE_CLOSED, "5000ms");
        shop.change(Key.MODE, "enforce");
        write("grace.closed=30s", "app.shop.mode=observe", ""); // longer: its time may be the same as that of the first
        awaitChange();
        assertThat(closedMillis(root)).isEqualTo(30_000);
        assertThat(closedMillis(shop)).isEqualTo(5_000);
        assertThat(shop.settings().mode()).isEqualTo(Mode.ENFORCE);
        assertThat(settings.lastReload())
                .endsWith("; what was set by JMX stays: mode=enforce of /shop, grace.closed=5000ms of /shop");
        assertThat(shop.setByHand()).containsOnlyKeys(Key.MODE, Key.GRACE_CLOSED);

        assertThat(settings.reload())
                .endsWith(": none has changed; undone is what was set by JMX: mode=enforce of /shop,"
                        + " grace.closed=5000ms of /shop");
        assertThat(closedMillis(shop)).isEqualTo(30_000);
        assertThat(shop.settings().mode()).isEqualTo(Mode.OBSERVE);
        assertThat(shop.setByHand()).isEmpty();
    }

    private void awaitChange() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            settings.reloadIfChanged();
            return !settings.lastReload().isEmpty();
        });
    }

    @Test
    void stayAsTheyAreIfTheFileIsEmptied() throws IOException {
        write("");
        awaitChange();
        assertThat(settings.lastReload()).endsWith("The settings stay as they are: " + file + " is empty");
        assertThat(closedMillis(root)).isEqualTo(20_000);
        assertThat(shop.settings().mode()).isEqualTo(Mode.OBSERVE);
    }

    @Test
    void areNotReadAgainBecauseTheFileIsWrongStill() throws IOException {
        write("mode=kill");
        awaitChange();
        String first = settings.lastReload();
        assertThat(first).contains("mode=kill");
        settings.reloadIfChanged();
        assertThat(settings.lastReload()).isEqualTo(first);
        assertThat(root.settings().mode()).isEqualTo(Mode.ENFORCE);
    }

    @Test
    void comeFromSystemPropertiesToo() {
        LiveSettings withoutFile = new LiveSettings(null, properties, Map.of());
        assertThat(withoutFile.isFromFile()).isFalse();
        properties.setProperty("lasttab.app./.mode", "observe");
        assertThat(withoutFile.reload())
                .isEqualTo("The settings were read again from the system properties, as there is no settings file:"
                        + " -Dlasttab.app.ROOT.mode=observe (was not set)");
        assertThat(withoutFile.inForce().forContext("").mode()).isEqualTo(Mode.OBSERVE);
    }

    @Test
    void leaveApplicationsAloneThatAreGone() throws IOException {
        settings.remove(shop);
        write("grace.closed=30s");
        settings.reload();
        assertThat(closedMillis(shop)).isEqualTo(20_000);
    }
}
