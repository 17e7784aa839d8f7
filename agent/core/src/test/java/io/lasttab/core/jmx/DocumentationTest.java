package io.lasttab.core.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.lasttab.core.endpoint.Outcome;
import io.lasttab.core.html.Skip;
import io.lasttab.core.session.ExitCause;
import io.lasttab.core.session.ExitInfo;
import io.lasttab.core.session.SinceEnd;
import io.lasttab.core.session.TrackedSession;
import io.lasttab.core.settings.Grace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.management.openmbean.ArrayType;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/jmx.md says of every attribute, operation, notification and name what the code does. */
class DocumentationTest {

    private static final MBeanInfo AGENT = DescribedBeanTest.info(AgentMXBean.class);
    private static final MBeanInfo APPLICATION = DescribedBeanTest.info(ApplicationMXBean.class);

    private static List<String> lines() throws IOException {
        return Files.readAllLines(
                Path.of(System.getProperty("basedir", ""), "..", "..").resolve("docs/jmx.md"));
    }

    /** The rows of the tables with that head, without their lines. */
    private static List<String> rows(String section, String head) throws IOException {
        return lines().stream()
                .dropWhile(line -> !line.startsWith(section))
                .dropWhile(line -> !line.startsWith("| " + head))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Agent", "Application"})
    void hasEveryAttributeAsItIs(String type) throws IOException {
        List<String> wanted = new ArrayList<>();
        for (MBeanAttributeInfo attribute : info(type).getAttributes()) {
            OpenType<?> open = openType(attribute);
            wanted.add("| `" + attribute.getName() + "` | " + word(open) + " | "
                    + (attribute.isWritable() ? "yes" : "no") + " | " + attribute.getDescription() + " |");
        }
        assertThat(rows("## io.lasttab:type=" + type, "attribute")).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Agent", "Application"})
    void hasEveryOperationAsItIs(String type) throws IOException {
        List<String> wanted = new ArrayList<>();
        for (MBeanOperationInfo operation : info(type).getOperations()) {
            String names = Stream.of(operation.getSignature())
                    .map(MBeanParameterInfo::getName)
                    .collect(Collectors.joining(", "));
            String meanings = Stream.of(operation.getSignature())
                    .map(parameter -> " *" + parameter.getName() + "*: " + parameter.getDescription() + ".")
                    .collect(Collectors.joining());
            OpenType<?> open = openType(operation);
            wanted.add("| `" + operation.getName() + "(" + names + ")` |"
                    + (open.equals(SimpleType.VOID) ? "" : " " + word(open)) + " | " + operation.getDescription()
                    + meanings
                    + " |");
        }
        assertThat(rows("## io.lasttab:type=" + type, "operation")).containsExactlyInAnyOrderElementsOf(wanted);
    }

    /** What an attribute is, or what an operation gives. */
    private static OpenType<?> openType(MBeanFeatureInfo feature) {
        return (OpenType<?>) feature.getDescriptor().getFieldValue("openType");
    }

    private static MBeanInfo info(String type) {
        return type.equals("Agent") ? AGENT : APPLICATION;
    }

    private static String word(OpenType<?> type) {
        if (type instanceof TabularType table) {
            OpenType<?> value = table.getRowType().getType("value");
            return value.equals(SimpleType.STRING) ? "texts by name" : "numbers by name";
        }
        if (type instanceof ArrayType<?> array) {
            return array.getElementOpenType() instanceof CompositeType ? "rows" : "texts";
        }
        return type.equals(SimpleType.STRING) ? "text" : type.equals(SimpleType.BOOLEAN) ? "true or false" : "number";
    }

    /** The names in the first cells of a table. */
    private static List<String> names(String head) throws IOException {
        return rows("### ", head).stream()
                .map(row -> row.split("\\|")[1])
                .flatMap(cell -> Stream.of(cell.split(",")))
                .map(name -> name.replace("`", "").trim())
                .toList();
    }

    private static List<String> constants(Enum<?>... constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }

    @Test
    void explainsEveryNameThatFiguresStandUnder() throws IOException {
        assertThat(names("`SessionsByState`")).isEqualTo(constants(TrackedSession.State.values()));
        assertThat(names("`Exits`")).isEqualTo(constants(ExitCause.values()));
        assertThat(names("`FalseExpiries`")).isEqualTo(constants(SinceEnd.values()));
        assertThat(names("`Beacons`")).containsExactlyInAnyOrderElementsOf(constants(Outcome.values()));
        List<String> injections = new ArrayList<>(List.of("INJECTED"));
        injections.addAll(constants(Skip.values()));
        assertThat(names("`Injections`")).isEqualTo(injections);
        assertThat(unbroken()).contains("`GracesMillis` has " + listed(constants(Grace.values())) + ".");
    }

    @Test
    void namesTheClassesOfTheHistograms() throws IOException {
        ExitFigures figures = new ExitFigures();
        assertThat(unbroken())
                .contains("`ExitsByLifetimeSeconds` has "
                        + listed(List.copyOf(figures.lifetimeSeconds().keySet())) + ";")
                .contains("`ExitsByPages` has "
                        + listed(List.copyOf(figures.pages().keySet())) + ".");
    }

    private static String unbroken() throws IOException {
        return String.join(" ", lines());
    }

    private static String listed(List<String> names) {
        String all = names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        int last = all.lastIndexOf(", ");
        return all.substring(0, last) + " and" + all.substring(last + 1);
    }

    @Test
    void explainsEveryFieldOfARow() throws IOException {
        assertThat(names("field of `list`")).containsExactlyInAnyOrderElementsOf(fields(operation("list")));
        assertThat(names("field of `RecentExits`")).containsExactlyInAnyOrderElementsOf(fields(attribute()));
    }

    private static OpenType<?> operation(String name) {
        return Stream.of(APPLICATION.getOperations())
                .filter(operation -> operation.getName().equals(name))
                .findAny()
                .map(DocumentationTest::openType)
                .orElseThrow();
    }

    private static OpenType<?> attribute() {
        return Stream.of(APPLICATION.getAttributes())
                .filter(attribute -> attribute.getName().equals("RecentExits"))
                .findAny()
                .map(DocumentationTest::openType)
                .orElseThrow();
    }

    private static List<String> fields(OpenType<?> rows) {
        return List.copyOf(((CompositeType) ((ArrayType<?>) rows).getElementOpenType()).keySet());
    }

    /** What is measured in time says so in its name. */
    @Test
    void hasUnitsInTheNamesOfFields() {
        for (OpenType<?> rows : List.of(operation("list"), attribute())) {
            CompositeType row = (CompositeType) ((ArrayType<?>) rows).getElementOpenType();
            for (String field : row.keySet()) {
                if (row.getType(field).equals(SimpleType.LONG) && !field.equals("number")) {
                    assertThat(field).endsWith("Millis");
                }
            }
        }
    }

    @Test
    void hasEveryNotificationWithItsUserData() throws IOException, JMException {
        Notifications exits = Notifications.ofExits();
        Notifications faults = Notifications.ofFaults();
        List<Notification> sent = new ArrayList<>();
        exits.addNotificationListener((notification, handback) -> sent.add(notification), null, null);
        faults.addNotificationListener((notification, handback) -> sent.add(notification), null, null);
        ObjectName source = new ObjectName("io.lasttab:type=Agent");
        exits.exit(source, new ExitInfo(7, "?", "LOGOUT", 2, 50, true, 40, null, -1));
        exits.exit(source, new ExitInfo(7, "?", "ORPHANED_LOST", 2, 50, false, 40, "LOST", 1));
        faults.firstFault(source, "Tomcat", "A.b");

        List<String> rows = rows("## Notifications", "type");
        assertThat(rows).hasSameSizeAs(sent);
        for (int i = 0; i < rows.size(); i++) {
            String[] cells = rows.get(i).split(" \\| ");
            assertThat(cells[0]).isEqualTo("| `" + sent.get(i).getType() + "`");
            String fields = ((Map<?, ?>) sent.get(i).getUserData())
                    .keySet().stream().map(key -> "`" + key + "`").collect(Collectors.joining(", "));
            assertThat(cells[2].equals("the same") ? rows.get(i - 1).split(" \\| ")[2] : cells[2])
                    .isEqualTo(fields);
        }
        assertThat(unbroken()).contains("`lasttab-notifications`", "20,000");
    }
}
