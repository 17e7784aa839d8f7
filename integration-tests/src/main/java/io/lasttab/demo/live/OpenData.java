package io.lasttab.demo.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** Turns what an MXBean answers into maps and lists. */
final class OpenData {

    private OpenData() {}

    static Object plain(Object value) {
        if (value instanceof CompositeData row) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (String item : row.getCompositeType().keySet()) {
                map.put(item, plain(row.get(item)));
            }
            return map;
        }
        if (value instanceof CompositeData[] rows) {
            List<Object> list = new ArrayList<>();
            for (CompositeData row : rows) {
                list.add(plain(row));
            }
            return list;
        }
        if (value instanceof TabularData table) {
            // The shape that an MXBean gives to a Map: rows of "key" and "value".
            Map<String, Object> map = new LinkedHashMap<>();
            for (Object each : table.values()) {
                CompositeData row = (CompositeData) each;
                map.put(String.valueOf(row.get("key")), plain(row.get("value")));
            }
            return map;
        }
        return value;
    }
}
