package io.lasttab.cli;

import java.util.Map;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;

/** A map of counts as it comes by JMX. */
final class JmxCounts {

    private JmxCounts() {}

    static TabularDataSupport of(Map<String, Long> counts) throws OpenDataException {
        String[] keys = {"key", "value"};
        CompositeType row =
                new CompositeType("row", "a count", keys, keys, new OpenType<?>[] {SimpleType.STRING, SimpleType.LONG});
        TabularDataSupport table =
                new TabularDataSupport(new TabularType("counts", "counts", row, new String[] {"key"}));
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            table.put(new CompositeDataSupport(row, keys, new Object[] {count.getKey(), count.getValue()}));
        }
        return table;
    }
}
