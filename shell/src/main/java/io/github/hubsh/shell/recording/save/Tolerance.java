package io.github.hubsh.shell.recording.save;

import java.math.BigDecimal;
import java.math.MathContext;

/** How close a measured number has to come: at least a hundredth of it, in the digits that JavaScript's tests count. */
final class Tolerance {
    private static final double RELATIVE = 0.01;
    private static final MathContext SHOWN_DIGITS = new MathContext(4);

    private Tolerance() {}

    /** Returns the number, shortened, and the number of digits behind the point that matter, if it is not 2. */
    static String operands(double number) {
        int digits = digits(number);
        String shown =
                JsLiteral.number(new BigDecimal(number).round(SHOWN_DIGITS).doubleValue());
        return digits == 2 ? shown : shown + ", " + digits;
    }

    /** The test allows half a unit of the last digit. Nothing is known of the scale of 0. */
    private static int digits(double number) {
        return number == 0 ? 0 : (int) Math.floor(-Math.log10(2 * RELATIVE * Math.abs(number)));
    }
}
