package io.lasttab.core.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "UTF-8",
                "utf8",
                " utf-8 ",
                "US-ASCII",
                "ISO-8859-1",
                "latin1",
                "ISO-8859-2",
                "ISO-8859-5",
                "ISO-8859-6",
                "ISO-8859-7",
                "ISO-8859-8",
                "ISO-8859-9",
                "ISO-8859-13",
                "ISO-8859-15",
                "windows-1250",
                "windows-1251",
                "windows-1252",
                "windows-1253",
                "windows-1254",
                "windows-1255",
                "windows-1256",
                "windows-1257",
                "windows-1258",
                "windows-874",
                "TIS-620",
                "KOI8-R",
                "KOI8-U",
                "IBM866",
                "Shift_JIS",
                "windows-31j",
                "EUC-JP",
                "EUC-KR",
                "x-windows-949",
                "GB2312",
                "GBK",
                "GB18030",
                "Big5",
                "Big5-HKSCS",
                "x-MacRoman",
                "x-MacCyrillic",
                "IBM437",
                "IBM850",
                "CESU-8"
            })
    void readsMarkupInCharsetsThatExtendAscii(String name) {
        assertThat(Encoding.of(name)).isEqualTo(Encoding.ASCII_LIKE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-32",
                "UTF-32LE",
                "UTF-32BE",
                "X-UTF-32BE-BOM",
                "UTF-7",
                "IBM037",
                "Cp1047",
                "IBM01140",
                "IBM273",
                "IBM500",
                "x-IBM930",
                "x-IBM939",
                "ISO-2022-JP",
                "ISO-2022-JP-2",
                "ISO-2022-KR",
                "ISO-2022-CN",
                "x-ISO-2022-CN-GB",
                "x-windows-50220",
                "x-windows-50221",
                "x-windows-iso2022jp",
                "HZ",
                "SCSU",
                "BOCU-1",
                "x-Johab",
                "x-JIS0208",
                "x-COMPOUND_TEXT",
                "no-such-charset",
                "",
                "utf 8",
                "\"utf-8\""
            })
    void leavesAllOthersAlone(String name) {
        assertThat(Encoding.of(name)).isEqualTo(Encoding.UNFIT);
    }

    @Test
    void takesUtf16WithoutAMarkForLittleEndianLikeBrowsers() {
        assertThat(Encoding.of("UTF-16")).isEqualTo(Encoding.UTF_16LE);
        assertThat(Encoding.of("utf-16le")).isEqualTo(Encoding.UTF_16LE);
        assertThat(Encoding.of("x-UTF-16LE-BOM")).isEqualTo(Encoding.UTF_16LE);
        assertThat(Encoding.of("UTF-16BE")).isEqualTo(Encoding.UTF_16BE);
    }

    @Test
    void everyCharsetThatPassesCanCarryTheTag() {
        String tag = "<script src=\"/a/__lasttab/0.js\" async=\"\"></script>";
        for (Charset charset : Charset.availableCharsets().values()) {
            Encoding encoding = Encoding.of(charset.name());
            if (encoding == Encoding.ASCII_LIKE) {
                assertThat(new String(encoding.encode(tag), charset))
                        .as(charset.name())
                        .isEqualTo(tag);
            }
        }
    }

    @Test
    void classifiesMoreNamesThanItRemembers() {
        for (int i = 0; i < 1000; i++) {
            assertThat(Encoding.of("no-such-charset-" + i)).isEqualTo(Encoding.UNFIT);
        }
        assertThat(Encoding.of("x-MacGreek")).isEqualTo(Encoding.ASCII_LIKE);
    }
}
