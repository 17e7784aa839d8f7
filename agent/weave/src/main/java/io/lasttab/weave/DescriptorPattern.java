package io.lasttab.weave;

/** Matches methods whose descriptors may hold types that the agent must not name: {@code *} stands for any one type. */
final class DescriptorPattern {

    private DescriptorPattern() {}

    /** Whether a pattern such as {@code doScope(Ljava/lang/String;*)V} matches a name with its descriptor. */
    static boolean matches(String pattern, String member) {
        int at = 0;
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '*') {
                at = endOfType(member, at);
                if (at < 0) {
                    return false;
                }
            } else if (at < member.length() && member.charAt(at) == pattern.charAt(i)) {
                at++;
            } else {
                return false;
            }
        }
        return at == member.length();
    }

    private static int endOfType(String member, int start) {
        int at = start;
        while (at < member.length() && member.charAt(at) == '[') {
            at++;
        }
        if (at >= member.length() || member.charAt(at) == ')') {
            return -1;
        }
        return member.charAt(at) == 'L' ? member.indexOf(';', at) + 1 : at + 1;
    }
}
