package dev.wadachi.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What turns named inputs into the numbers that a predictor reads. It travels inside the model, so that training
/// and serving cannot differ.
///
/// @param encodings in the order of the columns that they make
public record Preprocessing(List<Encoding> encodings) {

    /// Copies the encodings.
    public Preprocessing {
        encodings = List.copyOf(encodings);
    }

    /// Numbers as they are.
    public static Preprocessing ofNumbers(List<String> columns) {
        List<Encoding> encodings = new ArrayList<>();
        columns.forEach(column -> encodings.add(new NumberEncoding(column)));
        return new Preprocessing(encodings);
    }

    /// The inputs that are read, each once.
    public List<Field> inputs() {
        Set<Field> inputs = new LinkedHashSet<>();
        encodings.forEach(encoding -> inputs.add(encoding.input()));
        return List.copyOf(inputs);
    }

    /// The names of the columns that come out.
    public List<String> outputs() {
        return encodings.stream()
                .flatMap(encoding -> encoding.outputs().stream())
                .toList();
    }

    /// The numbers of all rows.
    ///
    /// @throws ModelException with every input that is not there or of another kind, or with an unseen category
    public Matrix encode(Batch batch) {
        check(inputs(), batch);
        int width = 0;
        for (Encoding encoding : encodings) {
            width += encoding.outputs().size();
        }
        double[] values = new double[Math.multiplyExact(batch.rows(), width)];
        int offset = 0;
        for (Encoding encoding : encodings) {
            encoding.encode(batch, values, offset, width);
            offset += encoding.outputs().size();
        }
        return new Matrix(batch.rows(), width, values);
    }

    static void check(List<Field> inputs, Batch batch) {
        List<@Nullable String> problems = inputs.stream()
                .<@Nullable String>map(batch::problem)
                .filter(Objects::nonNull)
                .toList();
        if (!problems.isEmpty()) {
            throw new ModelException("The rows do not fit the model: " + String.join("; ", problems)
                    + ". The rows have " + batch.names() + ".");
        }
    }
}
