package dev.wadachi.cli.store;

import dev.wadachi.remote.ByteCount;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the sizes that options take, such as `20GB`.
final class ByteSize implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        try {
            return ByteCount.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
