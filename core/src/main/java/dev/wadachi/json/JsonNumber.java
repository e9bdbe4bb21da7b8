package dev.wadachi.json;

import java.math.BigDecimal;
import java.math.BigInteger;

/// A number, kept as the text that was read: no digit is lost, `1.0` and `1.00` stay two.
///
/// @param digits the number as JSON writes it
public record JsonNumber(String digits) implements Json {

    public JsonNumber {
        if (JsonReader.numberEnd(digits, 0) != digits.length()) {
            throw new IllegalArgumentException("'" + digits + "' is not a number as JSON writes it, such as -12.5e3.");
        }
    }

    public static JsonNumber of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " is no JSON number; write it as a string.");
        }
        return new JsonNumber(Double.toString(value));
    }

    public static JsonNumber of(BigInteger value) {
        return new JsonNumber(value.toString());
    }

    /// The decimal with its scale: `1.00` and `1E+3` come back as they were.
    public static JsonNumber of(BigDecimal value) {
        return new JsonNumber(value.toString());
    }

    /// @throws JsonException where it has a fraction or exceeds 64 bits
    public long asLong() {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new JsonException("Expected a whole number of at most 64 bits, but found " + digits + ".");
        }
    }

    /// @throws JsonException where it has a fraction or exceeds 32 bits
    public int asInt() {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new JsonException("Expected a whole number of at most 32 bits, but found " + digits + ".");
        }
    }

    /// The `double` nearest to it.
    public double asDouble() {
        return Double.parseDouble(digits);
    }

    /// @throws JsonException where it has a fraction
    public BigInteger asBigInteger() {
        try {
            return new BigInteger(digits);
        } catch (NumberFormatException e) {
            throw new JsonException("Expected a whole number, but found " + digits + ".");
        }
    }

    public BigDecimal asBigDecimal() {
        return new BigDecimal(digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
