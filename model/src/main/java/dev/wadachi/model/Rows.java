package dev.wadachi.model;

import java.util.List;

/// Plain numbers, row after row.
final class Rows {

    private Rows() {}

    static Batch asBatch(ModelSignature signature, double[] values) {
        List<Field> inputs = signature.inputs();
        List<String> texts = inputs.stream()
                .filter(input -> input.kind() == Kind.TEXT)
                .map(Field::name)
                .toList();
        if (!texts.isEmpty()) {
            throw new ModelException("The model asks for texts in " + texts + ". Give the rows as a Batch of columns.");
        }
        int width = inputs.size();
        if (values.length % width != 0) {
            throw new ModelException(values.length + " numbers do not make whole rows of " + width + " inputs.");
        }
        int rows = values.length / width;
        Batch.Builder columns = Batch.ofRows(rows);
        for (int column = 0; column < width; column++) {
            double[] numbers = new double[rows];
            for (int row = 0; row < rows; row++) {
                numbers[row] = values[row * width + column];
            }
            columns.numbers(inputs.get(column).name(), numbers);
        }
        return columns.build();
    }
}
