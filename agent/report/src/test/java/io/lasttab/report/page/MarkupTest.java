package io.lasttab.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void escapesTextsAndValues() {
        assertThat(new Markup()
                        .open("p", "title", "\"<&>'")
                        .text("</p><script>&")
                        .close("p")
                        .toString())
                .isEqualTo("<p title=\"&quot;&lt;&amp;&gt;'\">&lt;/p&gt;&lt;script&gt;&amp;</p>\n");
    }

    @Test
    void replacesWhatNoDocumentMayHold() {
        assertThat(new Markup().text("a\0\u001b\u0085\uffff\ud800b\udc00 😀").toString())
                .isEqualTo("a\ufffd\ufffd\ufffd\ufffd\ufffdb\ufffd 😀");
    }
}
