package io.lasttab.weave;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptorPatternTest {

    @ParameterizedTest
    @CsvSource({
        "run()V, run()V, true",
        "run()V, run()Z, false",
        "run()V, runs()V, false",
        "run()V, run()VV, false",
        "run(*)V, run(I)V, true",
        "run(*)V, run(Ljava/lang/String;)V, true",
        "run(*)V, run([[I)V, true",
        "run(*)V, run([Ljava/lang/String;)V, true",
        "run(*)V, run()V, false",
        "run(*)V, run(II)V, false",
        "run(*)V, run([)V, false",
        "run(**)V, run(ILa/B;)V, true",
        "run(**)V, run(I)V, false",
        "run(La/B;*)V, run(La/B;[J)V, true",
        "run(La/B;*)V, run(La/C;J)V, false",
        "run()*, run()La/B;, true",
        "run()*, run(), false",
    })
    void matchesAnyOneTypeForAStar(String pattern, String member, boolean matches) {
        assertThat(DescriptorPattern.matches(pattern, member)).isEqualTo(matches);
    }
}
