package dev.wadachi.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the numbers that options take, and refuses others in words.
public final class WholeNumber {

    private WholeNumber() {}

    /// 0, 1, 2 and so on.
    public static final class NotNegative implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) between(0, Integer.MAX_VALUE, text);
        }
    }

    /// 1, 2, 3 and so on.
    public static final class Positive implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) between(1, Integer.MAX_VALUE, text);
        }
    }

    /// Any, of 64 bits.
    public static final class Any implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return between(Long.MIN_VALUE, Long.MAX_VALUE, text);
        }
    }

    private static long between(long least, long most, String text) {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refused(least, most, text);
        }
        throw refused(least, most, text);
    }

    private static TypeConversionException refused(long least, long most, String text) {
        return new TypeConversionException("'" + text + "' is not a whole number from " + least + " to " + most);
    }
}
