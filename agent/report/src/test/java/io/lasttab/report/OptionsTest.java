package io.lasttab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void areReadInAnyOrder() throws UsageException {
        Options options =
                Options.of("a", "--zone", "UTC", "-o", "page", "-", "--application", "/x", "--application=h/y", "b");
        assertThat(options.logs()).containsExactly("a", "-", "b");
        assertThat(options.output()).isEqualTo("page");
        assertThat(options.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(options.applications()).containsExactly("/x", "h/y");
    }

    @Test
    void haveTheSystemsZoneUnlessAnotherIsSaid() throws UsageException {
        assertThat(Options.of("a", "--output=page").zone()).isEqualTo(ZoneId.systemDefault());
    }

    @Test
    void endWhereItIsSaid() throws UsageException {
        assertThat(Options.of("-o", "page", "--", "-log", "--zone").logs()).containsExactly("-log", "--zone");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-o page                     | of which log? Write: report exits.jsonl -o report.html",
                "a b                         | where to? Write: report a b -o report.html",
                "a -o                        | behind -o must stand a file, such as report.html",
                "a --output=                 | behind --output must stand a file, such as report.html",
                "a -o p -o q                 | -o is given twice",
                "a -o p --zone Mars/Olympus  | there is no time zone Mars/Olympus; write one such as Europe/Berlin, UTC or +01:00",
                "a -o p --application shop   | an application is its context, /shop, or host and context, such as localhost/shop; it is not shop",
                "a -o p --colour red         | there is no option --colour; there are -o, --zone, --application and --help",
                "- - -o p                    | standard input (-) is given twice"
            })
    void sayWhatIsWrongAndWhatWouldBeRight(String arguments, String why) {
        assertThatThrownBy(() -> Options.of(arguments.split(" "))).hasMessage(why);
    }
}
