package io.lasttab.cli;

/** What the agent has to say on an attach or a detach, without the word before it that says how it went. */
final class Answer {

    private Answer() {}

    static String of(Jvm jvm) throws Refusal {
        return withoutOutcome(jvm.answer());
    }

    /** @param answer such as {@code refused: why}; null if the agent has said nothing */
    static String withoutOutcome(String answer) {
        if (answer == null) {
            return "it has said nothing";
        }
        int end = answer.indexOf(": ");
        return end < 0 ? answer : answer.substring(end + 2);
    }
}
