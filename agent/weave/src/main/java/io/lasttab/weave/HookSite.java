package io.lasttab.weave;

import java.util.ArrayList;
import java.util.List;

/**
 * One woven method and the one call that is put into it, as a line of the {@link Catalogue} says:
 *
 * <pre>
 * hook &lt;class&gt; &lt;method&gt; &lt;descriptor&gt; &lt;moment&gt; [if|unless &lt;condition&gt;]… &lt;shape&gt; &lt;operand&gt;…
 * </pre>
 *
 * The moment is {@code start} or {@code return}; conditions stand at the start only: a boolean field of {@code this}, or
 * an argument, which holds if it is not null. The shapes are the methods of {@link
 * io.lasttab.bridge.Hook}: {@code event} (up to two operands), {@code intercept} (up to four), {@code replace} (at the start;
 * two, of which the second is the argument that is replaced). At the start, {@code intercept} ends a method that returns
 * nothing, or {@code true}; at the return, it turns a {@code true} into {@code false}. The operands are {@code this}, {@code
 * this.<field>:<type>}, {@code arg<n>} counted from 0 and, as the last of an event at the return, {@code result}.
 */
final class HookSite {

    /** When the hook is called. */
    enum Moment {
        START,
        RETURN
    }

    /** Which of the hook's methods is called. */
    enum Shape {
        EVENT(2),
        INTERCEPT(4),
        REPLACE(2);

        final int operands;

        Shape(int operands) {
            this.operands = operands;
        }
    }

    /** What the call hangs on: a boolean field, or an argument that is null or not. */
    static final class Condition {
        final String operand;
        final boolean wanted;

        Condition(String operand, boolean wanted) {
            this.operand = operand;
            this.wanted = wanted;
        }
    }

    static final String RESULT = "result";

    /** Its place in the adapter's list. */
    final int id;

    final String type;
    final String method;
    /** As in the class file; {@code *} stands for any one type. */
    final String descriptor;

    final Moment moment;
    final List<Condition> conditions = new ArrayList<>();
    final Shape shape;
    final List<String> operands = new ArrayList<>();

    /**
     * Reads a line of the catalogue.
     *
     * @throws IllegalArgumentException if it does not say what can be woven
     */
    HookSite(int id, String... words) {
        this.id = id;
        type = words[1];
        method = words[2];
        descriptor = words[3];
        moment = Moment.valueOf(upper(words[4]));
        int at = 5;
        for (; words[at].equals("if") || words[at].equals("unless"); at += 2) {
            conditions.add(new Condition(words[at + 1], words[at].equals("if")));
        }
        shape = Shape.valueOf(upper(words[at]));
        for (at++; at < words.length; at++) {
            operands.add(words[at]);
        }
        check();
    }

    private void check() {
        boolean atReturn = moment == Moment.RETURN;
        int result = operands.indexOf(RESULT);
        if (operands.size() > shape.operands
                || (atReturn && (shape == Shape.REPLACE || !conditions.isEmpty()))
                || (shape == Shape.REPLACE && (operands.size() != 2 || !isArgument(operands.get(1))))
                || (result >= 0 && !(atReturn && shape == Shape.EVENT && result == 1))) {
            throw new IllegalArgumentException("Not a hook that can be woven: " + this + " " + moment + " " + shape);
        }
        for (String operand : operands) {
            if (!operand.equals("this") && !operand.equals(RESULT) && !isArgument(operand)) {
                fieldOf(operand);
            }
        }
        for (Condition condition : conditions) {
            if (!isArgument(condition.operand)) {
                fieldOf(condition.operand);
            }
        }
    }

    /** The fields that the call reads, each with its type. */
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        for (Condition condition : conditions) {
            if (isField(condition.operand)) {
                fields.add(fieldOf(condition.operand) + ":Z");
            }
        }
        for (String operand : operands) {
            if (isField(operand)) {
                fields.add(fieldOf(operand));
            }
        }
        return fields;
    }

    static boolean isArgument(String operand) {
        return operand.startsWith("arg");
    }

    static boolean isField(String operand) {
        return operand.startsWith("this.");
    }

    static String fieldOf(String operand) {
        if (!isField(operand)) {
            throw new IllegalArgumentException("Not an operand of a hook: " + operand);
        }
        return operand.substring("this.".length());
    }

    private static String upper(String word) {
        return word.toUpperCase(java.util.Locale.ROOT);
    }

    /** As operators see it. */
    @Override
    public String toString() {
        return type.substring(type.lastIndexOf('.') + 1) + "." + method;
    }
}
