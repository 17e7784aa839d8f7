package io.lasttab.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @TempDir
    Path folder;

    private Path file;
    private final Properties properties = new Properties();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void nameFile() {
        file = folder.resolve("lasttab.properties");
    }

    private Settings load(String... lines) {
        write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        return Settings.load(file.toString(), properties, environment);
    }

    private void write(byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String errorOf(String... lines) {
        return errorOf(() -> load(lines));
    }

    private static String errorOf(Runnable runnable) {
        SettingsException e = catchThrowableOfType(SettingsException.class, runnable::run);
        assertThat(e).as("expected an error").isNotNull();
        assertThat(e.getMessage()).doesNotContainPattern("\\R");
        return e.getMessage();
    }

    private String in(int line) {
        return " in " + file + " (line " + line + ")";
    }

    @Nested
    class WithoutAnythingSet {

        @Test
        void theDefaultsHoldEverywhere() {
            ApplicationSettings root =
                    Settings.load(null, properties, environment).forContext("");
            assertThat(root.enabled()).isTrue();
            assertThat(root.mode()).isEqualTo(Mode.ENFORCE);
            assertThat(root.graceMillis(Grace.CLOSED)).isEqualTo(10_000);
            assertThat(root.graceMillis(Grace.LEFT)).isEqualTo(10_000);
            assertThat(root.graceMillis(Grace.SENT_AWAY)).isEqualTo(900_000);
            assertThat(root.graceMillis(Grace.LOST)).isEqualTo(600_000);
            assertThat(root.isOwnHost("pay.example")).isFalse();
            assertThat(root.graceMillis(Grace.BOOT)).isEqualTo(30_000);
            assertThat(root.aliveMillis()).isEqualTo(60_000);
        }

        @Test
        void theSourceSaysDefaults() {
            assertThat(Settings.defaults().source()).isEqualTo("defaults");
            assertThat(Settings.load("  ", properties, environment).source()).isEqualTo("defaults");
        }

        @Test
        void otherPropertiesAndVariablesAreIgnored() {
            properties.setProperty("lasttabs.mode", "x");
            properties.setProperty("mode", "x");
            properties.put("lasttab.number", 7);
            properties.put(7, "lasttab.mode");
            environment.put("LASTTABMODE", "x");
            environment.put("lasttab_mode", "x");
            assertThat(load("").forContext("/").mode()).isEqualTo(Mode.ENFORCE);
        }
    }

    @Nested
    class Sources {

        @Test
        void theFileIsNamedAsTheSource() {
            assertThat(load("mode=observe").source()).isEqualTo(file.toString());
        }

        @Test
        void environmentBeatsFileAndSystemPropertyBeatsBoth() {
            String[] lines = {"grace.closed=1s", "grace.left=1s", "grace.boot=1s"};
            environment.put("LASTTAB_GRACE_LEFT", "2s");
            environment.put("LASTTAB_GRACE_BOOT", "2s");
            properties.setProperty("lasttab.grace.boot", "3s");
            ApplicationSettings shop = load(lines).forContext("/shop");
            assertThat(shop.graceMillis(Grace.CLOSED)).isEqualTo(1000);
            assertThat(shop.graceMillis(Grace.LEFT)).isEqualTo(2000);
            assertThat(shop.graceMillis(Grace.BOOT)).isEqualTo(3000);
        }

        @Test
        void systemPropertiesMayComeFromTheirDefaults() {
            properties.setProperty("lasttab.mode", "observe");
            Settings settings = Settings.load(null, new Properties(properties), environment);
            assertThat(settings.forContext("").mode()).isEqualTo(Mode.OBSERVE);
        }

        @Test
        void whiteSpaceAroundValuesAndTheCaseOfWordsDoNotMatter() {
            ApplicationSettings root = load("mode = Observe  \t", "enabled: FALSE ", "grace.closed 7s ")
                    .forContext("");
            assertThat(root.mode()).isEqualTo(Mode.OBSERVE);
            assertThat(root.enabled()).isFalse();
            assertThat(root.graceMillis(Grace.CLOSED)).isEqualTo(7000);
        }

        @Test
        void theFileMayHaveAByteOrderMarkCommentsContinuationsAndAnyLineEnd() {
            Settings settings =
                    load("\uFEFF# größer \\\r", "\r! x=y\rgrace.clo\\\r", "   sed=\\\n  2s\r", "grace.left=\\u0033s");
            assertThat(settings.forContext("").graceMillis(Grace.CLOSED)).isEqualTo(2000);
            assertThat(settings.forContext("").graceMillis(Grace.LEFT)).isEqualTo(3000);
        }

        @ParameterizedTest
        @CsvSource({"500ms,500", "5s,5000", "007s,7000", "2m,120000", "1h,3600000"})
        void everyUnitIsUnderstood(String text, long millis) {
            assertThat(DurationText.isDuration(text)).isTrue();
            assertThat(DurationText.millis(text)).isEqualTo(millis);
        }
    }

    @Nested
    class OneApplication {

        @ParameterizedTest
        @ValueSource(strings = {"shop", "/shop", "shop/"})
        void mayBeNamedWithOrWithoutSlash(String context) {
            Settings settings = load("app." + context + ".mode=observe");
            assertThat(settings.forContext("/shop").mode()).isEqualTo(Mode.OBSERVE);
            assertThat(settings.forContext("/shop2").mode()).isEqualTo(Mode.ENFORCE);
            assertThat(settings.forContext("/SHOP").mode()).isEqualTo(Mode.ENFORCE);
            assertThat(settings.forContext("").mode()).isEqualTo(Mode.ENFORCE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "/", "##7", "/ROOT", "ROOT##7"})
        void theRootIsNamedRoot(String context) {
            assertThat(load("app.ROOT.mode=observe").forContext(context).mode()).isEqualTo(Mode.OBSERVE);
            properties.setProperty("lasttab.app./.mode", "enforce");
            assertThat(load("").forContext(context).mode()).isEqualTo(Mode.ENFORCE);
        }

        @Test
        void aMissingContextCountsAsTheRoot() {
            assertThat(load("app.ROOT.enabled=false").forContext(null).enabled())
                    .isFalse();
        }

        @Test
        void itsNameMayHoldDotsSlashesAndWordsThatAreKeys() {
            Settings settings =
                    load("app.a/b.v1.2.grace.closed=3s", "app.mode.mode=observe", "app.grace.enabled=false");
            assertThat(settings.forContext("/a/b.v1.2").graceMillis(Grace.CLOSED))
                    .isEqualTo(3000);
            assertThat(settings.forContext("/mode").mode()).isEqualTo(Mode.OBSERVE);
            assertThat(settings.forContext("/grace").enabled()).isFalse();
        }

        @Test
        void itsValueBeatsTheGeneralOneWhateverTheSources() {
            properties.setProperty("lasttab.grace.closed", "9s");
            environment.put("LASTTAB_GRACE_CLOSED", "8s");
            Settings settings = load("app.shop.grace.closed=3s");
            assertThat(settings.forContext("/shop").graceMillis(Grace.CLOSED)).isEqualTo(3000);
            assertThat(settings.forContext("/else").graceMillis(Grace.CLOSED)).isEqualTo(9000);
        }

        @Test
        void amongItsOwnValuesTheLaterSourceWins() {
            properties.setProperty("lasttab.app.shop.grace.boot", "3s");
            environment.put("LASTTAB_APP_SHOP_GRACE_BOOT", "2s");
            environment.put("LASTTAB_APP_SHOP_GRACE_LEFT", "2s");
            Settings settings = load("app.shop.grace.boot=1s", "app.shop.grace.left=1s");
            assertThat(settings.forContext("/shop").graceMillis(Grace.BOOT)).isEqualTo(3000);
            assertThat(settings.forContext("/shop").graceMillis(Grace.LEFT)).isEqualTo(2000);
        }

        @ParameterizedTest
        @CsvSource({"LASTTAB_APP_MY_SHOP_2_MODE,/my-shop/2", "LASTTAB_APP_Shop_MODE,/sHOP", "LASTTAB_APP_ROOT_MODE,''"})
        void isFoundFromTheEnvironmentByItsNameInUpperCase(String variable, String context) {
            environment.put(variable, "observe");
            Settings settings = load("");
            assertThat(settings.forContext(context).mode()).isEqualTo(Mode.OBSERVE);
            assertThat(settings.forContext("/other").mode()).isEqualTo(Mode.ENFORCE);
        }

        @Test
        void withAVersionFallsBackToTheNameWithout() {
            environment.put("LASTTAB_APP_SHOP_GRACE_BOOT", "5s");
            Settings settings = load("app.shop.mode=observe", "app.shop.grace.left=4s", "app.shop##2.grace.left=2s");
            ApplicationSettings second = settings.forContext("/shop##2");
            assertThat(second.mode()).isEqualTo(Mode.OBSERVE);
            assertThat(second.graceMillis(Grace.LEFT)).isEqualTo(2000);
            assertThat(second.graceMillis(Grace.BOOT)).isEqualTo(5000);
            assertThat(settings.forContext("/shop##3").graceMillis(Grace.LEFT)).isEqualTo(4000);
            assertThat(settings.forContext("/shop").graceMillis(Grace.LEFT)).isEqualTo(4000);
        }
    }

    @Nested
    class UnreadableFile {

        @Test
        void missingIsSaidWithPathAndReason() {
            assertThat(errorOf(() -> Settings.load(file.toString(), properties, environment)))
                    .startsWith("cannot read the settings file " + file + ", ")
                    // The reason is in the language of the system.
                    .matches(".*: [^():]+");
        }

        @Test
        void relativePathIsShownWithItsFolder() {
            assertThat(errorOf(() -> Settings.load("not/there", properties, environment)))
                    .contains(Path.of("not/there").toAbsolutePath().toString());
        }

        @Test
        void directoryIsRefused() {
            assertThat(errorOf(() -> Settings.load(folder.toString(), properties, environment)))
                    .contains(folder.toString())
                    .endsWith("it is a directory, not a file");
        }

        @Test
        void pathWithLineBreaksStaysOneLine() {
            assertThat(errorOf(() -> Settings.load("a\nb\u0000c", properties, environment)))
                    .contains("a?b?c");
        }

        @Test
        void otherEncodingIsRefused() {
            write(new byte[] {'#', (byte) 0xE4, '\n'});
            assertThat(errorOf(() -> Settings.load(file.toString(), properties, environment)))
                    .contains(file.toString())
                    .contains("not UTF-8");
        }

        @Test
        void hugeFileIsNotReadToItsEnd() {
            write(new byte[3_000_000]);
            assertThat(errorOf(() -> Settings.load(file.toString(), properties, environment)))
                    .contains(file.toString())
                    .contains("too large");
        }

        @Test
        void brokenEscapeIsSaidWithItsLine() {
            assertThat(errorOf("#", "mode=\\u12x4"))
                    .startsWith("broken \\u escape" + in(2))
                    .contains("four");
        }

        @Test
        void keyThatIsThereTwiceIsSaidWithBothLines() {
            assertThat(errorOf("mode=observe", "", "mode=enforce"))
                    .isEqualTo("mode=enforce" + in(3) + " repeats mode=observe" + in(1) + ": keep one of them");
        }

        @Test
        void twoSpellingsOfOneApplicationAreTheSameKey() {
            assertThat(errorOf("app.shop.mode=observe", "app./shop.mode=observe"))
                    .contains("repeats");
        }

        @Test
        void valueWithoutKeyIsRefused() {
            assertThat(errorOf("=10s")).startsWith("value without a key" + in(1));
        }
    }

    @Nested
    class UnknownKey {

        @ParameterizedTest
        @CsvSource({
            "grace.close,grace.closed",
            "grace_closed,grace.closed",
            "graceClosed,grace.closed",
            "lasttab.mode,mode",
            "Mode,mode",
            "MDOE,mode",
            "app.shop.grace.close,app.shop.grace.closed",
            "app.a.b.Mode,app.a.b.mode",
            "app.mode,app.<context>.mode",
            "app.shop.alvie,alive",
            "app..mode,app.<context>.mode",
            "app.grace.closed,app.<context>.grace.closed",
        })
        void isSaidWithTheNearest(String wrong, String right) {
            assertThat(errorOf(wrong + "=1s"))
                    .isEqualTo("unknown key " + wrong + in(1) + ": did you mean " + right + "?");
        }

        @Test
        void inASystemPropertyIsSaidAsItWasTyped() {
            properties.setProperty("lasttab.grace.close", "10s");
            assertThat(errorOf(""))
                    .isEqualTo("unknown system property -Dlasttab.grace.close: did you mean -Dlasttab.grace.closed?");
        }

        @ParameterizedTest
        @CsvSource({
            "LASTTAB_GRACE_CLOSE,LASTTAB_GRACE_CLOSED",
            "LASTTAB_APP_SHOP_MODUS,LASTTAB_APP_SHOP_MODE",
            "LASTTAB_APP_MODE,LASTTAB_APP_<context>_MODE",
        })
        void inTheEnvironmentIsSaidAsItWasTyped(String wrong, String right) {
            environment.put(wrong, "10s");
            assertThat(errorOf(""))
                    .isEqualTo("unknown environment variable " + wrong + ": did you mean " + right + "?");
        }

        @Test
        void farFromEveryKeyListsThemAll() {
            assertThat(errorOf("server.port=80"))
                    .startsWith("unknown key server.port" + in(1) + ": valid are enabled, mode, grace.closed, ")
                    .endsWith(", exits.keep, and app.<context>.<key>");
        }

        @Test
        void thatIsLongOrHasControlCharactersStaysReadable() {
            assertThat(errorOf("a\\nb\\u001b[2J" + "x".repeat(100_000) + "=1"))
                    .startsWith("unknown key a?b?[2Jxxx")
                    .hasSizeLessThan(500);
        }
    }

    @Nested
    class BadValue {

        private static final String FORMS = "such as 10s (500ms, 10s, 15m, 2h; 1s to 24h)";

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "10 | a duration needs a unit, ",
                    "ten | not a duration: write a whole number and its unit without a space, ",
                    "10 s | not a duration: write a whole number and its unit without a space, ",
                    "1.5s | not a duration: write a whole number and its unit without a space, ",
                    "-1s | not a duration: write a whole number and its unit without a space, ",
                    "10S | not a duration: write a whole number and its unit without a space, ",
                    "'' | no value: write a duration, ",
                })
        void thatIsNoDurationIsSaidWithExamples(String value, String reason) {
            assertThat(errorOf("grace.closed=" + value + "  "))
                    .isEqualTo("grace.closed=" + value + in(1) + ": " + reason.stripTrailing() + " " + FORMS);
        }

        @ParameterizedTest
        @ValueSource(strings = {"0s", "999ms", "25h", "86400001ms", "99999999999999999999h", "9223372036854775807h"})
        void outOfRangeIsSaidWithTheRange(String value) {
            assertThat(errorOf("grace.closed=" + value))
                    .isEqualTo("grace.closed=" + value + in(1) + ": out of range: 1s to 24h is allowed");
        }

        @ParameterizedTest
        @CsvSource({"grace.closed,1s", "grace.closed,24h", "grace.boot,10m", "alive,5s"})
        void atTheEndOfARangeIsNone(String key, String value) {
            assertThat(load(key + "=" + value)).isNotNull();
        }

        @Test
        void thatIsNoneOfTheWordsIsSaidWithThem() {
            assertThat(errorOf("mode=kill")).isEqualTo("mode=kill" + in(1) + ": it must be enforce or observe");
            assertThat(errorOf("enabled")).isEqualTo("enabled=" + in(1) + ": no value: it must be true or false");
        }

        @Test
        void namesTheSystemProperty() {
            properties.setProperty("lasttab.app.shop.enabled", "yes");
            assertThat(errorOf(""))
                    .isEqualTo("system property -Dlasttab.app.shop.enabled=yes: it must be true or false");
        }

        @Test
        void namesTheEnvironmentVariable() {
            environment.put("LASTTAB_MODE", "yes");
            assertThat(errorOf("")).isEqualTo("environment variable LASTTAB_MODE=yes: it must be enforce or observe");
        }

        @Test
        void isRefusedEvenWhereAnotherSourceBeatsIt() {
            properties.setProperty("lasttab.mode", "observe");
            assertThat(errorOf("mode=kill")).startsWith("mode=kill" + in(1));
        }

        @Test
        void isShownShortAndInOneLine() {
            assertThat(errorOf("mode=a\\nb\\u2028c\\u001b[31m" + "\uD83D\uDE00".repeat(100)))
                    .startsWith("mode=a?b?c?[31m\uD83D\uDE00")
                    .contains("\uD83D\uDE00..." + in(1))
                    .hasSizeLessThan(120 + in(1).length());
        }

        @Test
        void forOneApplicationIsRefusedWhereTheKeyIsForTheServer() {
            assertThat(errorOf("app.shop.alive=5s"))
                    .isEqualTo("app.shop.alive=5s" + in(1)
                            + ": this key is for the whole server, not for one application: write alive");
        }

        @Test
        void severalAreCountedBehindTheFirst() {
            assertThat(errorOf("mode=a", "enabled=b")).endsWith("enforce or observe (and 1 more problem)");
            assertThat(errorOf("mode=a", "enabled=b", "x=")).endsWith(" (and 2 more problems)");
        }
    }

    @Nested
    class AliveAndLost {

        @Test
        void aliveMustBeShorter() {
            assertThat(errorOf("grace.lost=1m"))
                    .isEqualTo("alive=60s (default) must be shorter than grace.lost=1m" + in(1)
                            + ": lower alive or raise grace.lost");
        }

        @Test
        void itMustBeForEveryApplication() {
            properties.setProperty("lasttab.alive", "5m");
            assertThat(errorOf("app.shop.grace.lost=4m"))
                    .startsWith(
                            "system property -Dlasttab.alive=5m must be shorter than app.shop.grace.lost=4m" + in(1));
        }

        @Test
        void bothMayBeShortForTests() {
            ApplicationSettings root = load("alive=5s", "grace.lost=6s").forContext("");
            assertThat(root.aliveMillis()).isEqualTo(5000);
            assertThat(root.graceMillis(Grace.LOST)).isEqualTo(6000);
        }
    }

    @Nested
    class AtRunTime {

        @Test
        void aNewValueMakesNewSettingsForOneApplication() {
            ApplicationSettings before =
                    load("mode=observe", "app.shop.grace.left=3s").forContext("/shop");
            ApplicationSettings after = before.with(Key.GRACE_CLOSED, " 20s ");
            assertThat(after.graceMillis(Grace.CLOSED)).isEqualTo(20_000);
            assertThat(after.graceMillis(Grace.LEFT)).isEqualTo(3000);
            assertThat(after.mode()).isEqualTo(Mode.OBSERVE);
            assertThat(before.graceMillis(Grace.CLOSED)).isEqualTo(10_000);
        }

        @Test
        void theSameErrorsHold() {
            ApplicationSettings settings = Settings.defaults().forContext("");
            assertThat(errorOf(() -> settings.with(Key.GRACE_CLOSED, "10")))
                    .isEqualTo("grace.closed=10: a duration needs a unit, " + BadValue.FORMS)
                    .isEqualTo(errorOf(() -> Key.GRACE_CLOSED.parseMillis("10")));
            assertThat(errorOf(() -> settings.with(Key.MODE, null)))
                    .isEqualTo("mode=: no value: it must be enforce or observe");
            assertThat(errorOf(() -> settings.with(Key.GRACE_LOST, "30s")))
                    .isEqualTo(
                            "alive=60s (default) must be shorter than grace.lost=30s: lower alive or raise grace.lost");
        }

        @Test
        void whatNeedsARestartSaysSo() {
            assertThat(errorOf(() -> Settings.defaults().forContext("").with(Key.ALIVE, "20s")))
                    .isEqualTo("alive=20s: this key is read at start only: set it and restart the server");
        }

        @Test
        void durationsAreReadAlone() {
            assertThat(Key.GRACE_LEFT.parseMillis("15m")).isEqualTo(900_000);
            assertThat(errorOf(() -> Key.GRACE_LEFT.parseMillis(null))).startsWith("grace.left=: no value");
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> Key.MODE.parseMillis("1s"));
        }
    }
}
