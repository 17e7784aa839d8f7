package io.lasttab.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyTest {

    @ParameterizedTest
    @EnumSource
    void acceptsItsOwnDefault(Key key) {
        assertThat(key.objectionTo(key.defaultText())).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void hasANameThatEverySpellingReadsBack(Key key) {
        assertThat(key.keyName()).matches("[a-z]+([.-][a-z]+)*");
        for (Spelling spelling : Spelling.values()) {
            assertThat(spelling.read(spelling.of(key)).key).isEqualTo(key);
            assertThat(spelling.read(spelling.applicationPrefix + "x" + spelling.separator + spelling.of(key)).key)
                    .isEqualTo(key);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isDescribedForADocumentationTable(Key key) {
        assertThat(key.description()).matches("[^|\\n]{20,}\\.");
        assertThat(key.ring()).isNotNull();
        assertThat(key.range())
                .matches(key.isDuration() ? "\\d+\\w+ to \\d+\\w+" : "\\w+ or \\w+|host names|\\d+\\w* to \\d+\\w*");
        assertThat(key.unit())
                .isEqualTo(key.isDuration() ? "ms, s, m, h" : key == Key.EXITS_MAX_SIZE ? "KB, MB, GB" : "");
    }

    @ParameterizedTest
    @EnumSource
    void everyGraceHasAKeyOfItsOwn(Grace grace) {
        assertThat(grace.key().keyName())
                .isEqualTo("grace." + grace.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
