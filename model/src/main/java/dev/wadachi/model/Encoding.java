package dev.wadachi.model;

import java.util.List;

/// How one input becomes one or more columns of numbers.
public sealed interface Encoding permits NumberEncoding, OrdinalEncoding, OneHotEncoding {

    /// The input that is read.
    Field input();

    /// The names of the columns that come out, at least one.
    List<String> outputs();

    /// Writes the columns of all rows into `values`.
    ///
    /// @param values row after row
    /// @param offset the first of this encoding's columns
    /// @param width the number of columns of a row
    void encode(Batch batch, double[] values, int offset, int width);
}
