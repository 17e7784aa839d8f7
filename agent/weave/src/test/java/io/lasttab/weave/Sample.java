package io.lasttab.weave;

/** A container class to weave: a method for each shape of call, some with frames and handlers of their own. */
public class Sample {

    boolean on = true;
    boolean off;
    final StringBuilder log = new StringBuilder();

    /** Begins with a frame of its own, where the woven code ends with one. */
    public void loop(int times) {
        while (times > 0) {
            times--;
            log.append('.');
        }
    }

    public Object find(boolean create) {
        synchronized (log) {
            if (!create) {
                return null;
            }
            try {
                return log.append("found").toString();
            } catch (IllegalStateException impossible) {
                return impossible;
            }
        }
    }

    public boolean parse(long shift, String first, int[] second) {
        if (shift < 0) {
            return false;
        }
        log.append(first).append(second.length);
        return true;
    }

    public boolean handle(String request) {
        log.append(request);
        return false;
    }

    public int write(double shift, String bytes) {
        log.append(bytes);
        return bytes.length();
    }

    public static String join(String first, int second) {
        return first + second;
    }
}
