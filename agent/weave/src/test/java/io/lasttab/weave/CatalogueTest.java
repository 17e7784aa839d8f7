package io.lasttab.weave;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    @Test
    void readsEveryContainersSection() throws IOException {
        List<Plan> plans = read("""
                container One Server
                anchor a.Anchor
                adapter io.lasttab.one.OneAdapter
                needs a.B c:I
                # a word on why
                hook a.B run (I)V start if this.on unless this.off event this this.list:Ljava/util/List;

                container Two
                adapter io.lasttab.two.TwoAdapter
                hook a.C ok ()Z return intercept this
                """);
        assertThat(plans).extracting(plan -> plan.container).containsExactly("One Server", "Two");
        Plan one = plans.get(0);
        assertThat(one.anchor).isEqualTo("a.Anchor");
        assertThat(one.adapterPackage()).isEqualTo("io.lasttab.one.");
        assertThat(one.hookNames()).containsExactly("B.run");
        assertThat(one.weaves("a.B")).isTrue();
        assertThat(one.weaves("a.C")).isFalse();
        assertThat(one.needs).singleElement().satisfies(need -> assertThat(need.member)
                .isEqualTo("c:I"));
        assertThat(one.hooks.get(0).fields()).containsExactly("on:Z", "off:Z", "list:Ljava/util/List;");
        assertThat(plans.get(1).hooksInto("a/C", "ok()Z")).hasSize(1);
    }

    @Test
    void refusesALineThatItDoesNotKnow() {
        assertThatThrownBy(() -> read("hooks a.B run ()V"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("hooks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sometimes event this",
                "start shout this",
                "start event this this this this this",
                "start event result",
                "start event nothing",
                "start if on event this",
                "start replace this this",
                "return if this.on event this",
                "return replace this arg0",
                "return intercept this result",
            })
    void refusesACallThatCannotBeWoven(String call) {
        assertThatThrownBy(() -> read("container One\nhook a.B run (I)Z " + call))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static List<Plan> read(String text) throws IOException {
        return Catalogue.read(new ClassLoader(null) {
            @Override
            public InputStream getResourceAsStream(String name) {
                return new ByteArrayInputStream(text.getBytes(UTF_8));
            }
        });
    }
}
