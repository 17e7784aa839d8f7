package io.lasttab.core.session;

import java.security.SecureRandom;

/**
 * Hashes of session ids, from which no id can be had back: 64 bits by SipHash-2-4 (Aumasson and Bernstein, 2012) over the
 * id's UTF-16 units, under a key that is drawn anew for each run of the JVM. Nobody outside can choose ids whose hashes
 * collide. Immutable.
 */
final class SaltedHash {

    /** That of this run. */
    static final SaltedHash OF_THIS_RUN = drawn();

    private final long key0;
    private final long key1;

    SaltedHash(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    private static SaltedHash drawn() {
        SecureRandom random = new SecureRandom();
        return new SaltedHash(random.nextLong(), random.nextLong());
    }

    /** The hash of an id; takes time with its length, and no memory. */
    long of(String id) {
        long v0 = key0 ^ 0x736f6d6570736575L;
        long v1 = key1 ^ 0x646f72616e646f6dL;
        long v2 = key0 ^ 0x6c7967656e657261L;
        long v3 = key1 ^ 0x7465646279746573L;
        int words = id.length() / 4 + 1;
        for (int i = 0; i <= words; i++) {
            boolean end = i == words;
            long word = end ? 0 : word(id, 4 * i);
            v2 ^= end ? 0xff : 0;
            v3 ^= word;
            for (int round = end ? 4 : 2; round > 0; round--) {
                v0 += v1;
                v2 += v3;
                v1 = Long.rotateLeft(v1, 13) ^ v0;
                v3 = Long.rotateLeft(v3, 16) ^ v2;
                v0 = Long.rotateLeft(v0, 32);
                v2 += v1;
                v0 += v3;
                v1 = Long.rotateLeft(v1, 17) ^ v2;
                v3 = Long.rotateLeft(v3, 21) ^ v0;
                v2 = Long.rotateLeft(v2, 32);
            }
            v0 ^= word;
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }

    /** Four units, the first one lowest; the last word also holds how many bytes there were. */
    private static long word(String id, int start) {
        long word = 0;
        int end = Math.min(id.length(), start + 4);
        for (int i = end - 1; i >= start; i--) {
            word = word << 16 | id.charAt(i);
        }
        return start + 4 > id.length() ? word | (long) id.length() << 57 : word;
    }
}
